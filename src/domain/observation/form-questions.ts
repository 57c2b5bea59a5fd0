import { ASKED_QUESTIONS, LOCATING_QUESTIONS, type AskedQuestion, type LocatingQuestion } from './interview-questions.ts';

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

export type AnsweredQuestion = AskedQuestion | LocatingQuestion;
export type FormQuestion = (typeof ABOUT_THE_FORM)[number] | AnsweredQuestion;

const ANSWERED: readonly AnsweredQuestion[] = [...ASKED_QUESTIONS, ...LOCATING_QUESTIONS];

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
