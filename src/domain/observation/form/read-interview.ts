import type { Interval } from '../../interval/interval.ts';
import type { InterviewAnswers, LocatingAnswers } from '../../interview/interview-form.ts';
import type { InterviewPayload, OfferPayload } from '../observation.ts';
import { answerKind, ASKED_QUESTIONS, LOCATING_QUESTIONS, type AskedQuestion, type ChosenQuestion } from '../interview-questions.ts';
import type { FormQuestion } from './form-questions.ts';
import { isoDay, joined, partsOf, textOf, type FormReader } from './form-reader.ts';
import { accompanimentOf, highRiskOf, pullOf, pushOf, vulnerabilityOf, yesNoOf, type Words } from './form-words.ts';

export interface InterviewTerms {
  /** From when until when the form was filled in, for an interview without a date of its own. */
  readonly filledIn: Interval | null;
  readonly episodeKeys: readonly string[];
  readonly service: string;
  /** The offer the same form tells of, and the source's key of it. */
  readonly offer: OfferPayload | null;
  readonly offerKey: string;
  /** When the source was extracted, in epoch milliseconds. */
  readonly extractedAt: number;
}

/** The interview a form tells of; null when it does not say that one was held: answers alone do not make it one. */
export function readInterview(form: FormReader, terms: InterviewTerms): InterviewPayload | null {
  const [first] = answered(form);
  const at = heldAt(form, terms);
  if (at === null) {
    if (first !== undefined) {
      form.doubt('ANSWERS_WITHOUT_INTERVIEW', first.place, 'The form answers what an interview asks, but does not say that one was held; they were not taken.');
    }
    return null;
  }
  const { episodeKeys, service, offer, offerKey } = terms;
  return {
    episodes: [],
    episodeKeys,
    state: 'COMPLETED',
    at,
    offer: null,
    ...(offer !== null && { offerKey }),
    interviewer: null,
    service,
    locating: locatingOf(form),
    answers: answersOf(form),
  };
}

/** Held on the day it names, or, accepted and answered, while the form was filled in; a day still to come is a plan. */
function heldAt(form: FormReader, { filledIn, offer, extractedAt }: InterviewTerms): Interval | null {
  const stated = form.time('interview.at');
  const outcome = offer?.outcome ?? null;
  if (outcome !== null && outcome !== 'ACCEPTED') {
    return null;
  }
  if (stated !== null && stated.from > extractedAt) {
    return null;
  }
  return stated ?? (outcome === 'ACCEPTED' && answered(form).length > 0 ? filledIn : null);
}

function answered(form: FormReader): ReturnType<FormReader['answersTo']> {
  const about: readonly FormQuestion[] = ['interview.at', 'interview.ofEpisode'];
  const all = (['interview.', 'locating.', 'vulnerabilities.', 'highRiskCategories.'] as const).flatMap((each) => form.answersTo(each));
  return all.filter(({ question }) => !about.includes(question));
}

/** Where an answer that is in no list is kept as it came. */
const KEPT_IN: Readonly<Partial<Record<AskedQuestion, AskedQuestion>>> = {
  independentOfPlacement: 'conductedCapacity',
  independentOfAuthority: 'conductedCapacity',
  firstTime: 'reasons',
  accompaniment: 'whomTold',
  triggerStillExists: 'trigger',
  followUpOn: 'plan',
  vulnerabilities: 'harmSuffered',
  highRiskCategories: 'harmSuffered',
  pushFactors: 'reasons',
  pullFactors: 'reasons',
};

function answersOf(form: FormReader): InterviewAnswers {
  const answers = new Map<AskedQuestion, unknown>(ASKED_QUESTIONS.map((question) => [question, answerOf(form, question)]));
  for (const [question, kept] of Object.entries(KEPT_IN)) {
    const unread = form.unread((name) => name === `interview.${question}` || name.startsWith(`${question}.`));
    answers.set(kept, joined([textIn(answers.get(kept)), unread]));
  }
  // Each question was read by its own kind; those nobody answered are left out.
  return Object.fromEntries([...answers].filter(([, value]) => value !== null));
}

function textIn(answer: unknown): string | null {
  return typeof answer === 'string' ? answer : null;
}

/** The words of each list, as forms say them. */
const WORDS: Readonly<Record<ChosenQuestion, Words<string>>> = {
  independentOfPlacement: yesNoOf,
  independentOfAuthority: yesNoOf,
  firstTime: yesNoOf,
  triggerStillExists: yesNoOf,
  accompaniment: accompanimentOf,
  vulnerabilities: vulnerabilityOf,
  highRiskCategories: highRiskOf,
  pushFactors: pushOf,
  pullFactors: pullOf,
};
const WORDS_OF: ReadonlyMap<string, Words<string>> = new Map(Object.entries(WORDS));

function answerOf(form: FormReader, question: AskedQuestion): unknown {
  const kind = answerKind(question);
  const words = WORDS_OF.get(question);
  if (kind === 'DATE') {
    const day = form.time(`interview.${question}`);
    return day && isoDay(day);
  }
  if (kind === 'TEXT' || words === undefined) {
    return form.text(`interview.${question}`);
  }
  return 'one' in kind ? form.choice(`interview.${question}`, words) : severalOf(form, question, words);
}

/** A list that may be one answer, or a question of its own for each of its words. */
function severalOf(form: FormReader, question: AskedQuestion, words: Words<string>): string[] | null {
  const listed = form.choices(`interview.${question}`, words);
  const boxes = form.answersTo(`${question}.`);
  const isAnswered = boxes.length > 0 || form.answersTo(`interview.${question}`).length > 0;
  return isAnswered ? [...new Set([...listed, ...boxes.flatMap((box) => tickedOf(form, box.question))])].sort() : null;
}

/** "Other" may be answered in words: then it is said in words what. */
function tickedOf(form: FormReader, question: FormQuestion): string[] {
  const [, name = ''] = question.split('.');
  const answer = form.choice(question, yesNoOf);
  return answer === 'YES' || (answer === null && name === 'OTHER') ? [name] : [];
}

function locatingOf(form: FormReader): LocatingAnswers {
  const told = LOCATING_QUESTIONS.map((question) => [question, [...new Set(form.answersTo(`locating.${question}`).flatMap((answer) => partsOf(textOf(answer))))]] as const);
  return Object.fromEntries(told.filter(([, parts]) => parts.length > 0));
}
