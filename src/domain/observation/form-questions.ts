import { INTERVIEW_FORM, LOCATING_FORM, type InterviewQuestion, type LocatingQuestion } from '../interview/interview-form.ts';

/** What a return interview form says of itself and of the offer, beside the child's answers. */
const ABOUT_THE_FORM = [
  'outcome',
  'heldAt',
  'offeredAt',
  'offeredTo',
  'phonedYoungPerson',
  'spokenToParentCarer',
  'spokenToSocialWorker',
  'explanation',
  'askAgainOn',
  /** The source's keys of other episodes that this one form covers (SOM 4.18). */
  'otherEpisodes',
  /** The source's key of the next form, in which the interview stands (KNT: a form for each episode). */
  'nextForm',
] as const;

/** Somebody else who is named needs a review date, which no source's form has. */
export type AnsweredQuestion = Exclude<InterviewQuestion, 'namedPeople'> | LocatingQuestion;
export type FormQuestion = (typeof ABOUT_THE_FORM)[number] | AnsweredQuestion;

// Safe: the keys of a constant object are exactly its own names.
const ANSWERED = [...Object.keys(INTERVIEW_FORM).filter((name) => name !== 'namedPeople'), ...Object.keys(LOCATING_FORM)] as AnsweredQuestion[];

/** Every question of the trade that a source's own question can be said to ask. */
export const FORM_QUESTIONS: readonly FormQuestion[] = [...ABOUT_THE_FORM, ...ANSWERED];

/** Is it about the child, and not about the form or the offer? */
export function isAnswered(question: FormQuestion): question is AnsweredQuestion {
  return ANSWERED.some((name) => name === question);
}

/** One answer of a form, its question said in the words of the trade. */
export interface FormAnswer {
  readonly question: FormQuestion;
  readonly text: string;
  readonly place: string;
}

/** Something in a form that a person should look at; never the words themselves. */
export interface FormRemark {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
}
