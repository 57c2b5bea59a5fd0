/** An offer and an interview as the answers of a form: what renderers of forms share, whatever the form calls its questions. */
import type { OfferOutcome } from '../domain/interview/interview-words.ts';
import { ASKED_QUESTIONS, LOCATING_QUESTIONS, type AskedQuestion, type LocatingQuestion } from '../domain/observation/interview-questions.ts';
import { answersOf } from './render-contract-matter.ts';
import type { OutgoingInterview } from './render-contract.ts';

/** How an offer ended, in the words of the authorities' forms. */
export const OUTCOME_WORDS: Readonly<Record<OfferOutcome, string>> = {
  DECLINED_BY_PARENT: 'Declined by parent',
  DECLINED_BY_YOUNG_PERSON: 'Declined by young person',
  ACCEPTED: 'Accepted',
  ALREADY_ARRANGED: 'Already arranged',
  NOT_APPROPRIATE: 'Not appropriate',
  SUBSEQUENT_MISSING_EPISODE: 'Subsequent missing episode',
  UNABLE_TO_ESTABLISH_CONTACT: 'Unable to establish contact',
  PARENT_ACCEPTED_ADVICE_ONLY: 'Parent accepted - initial advice given, RHI not required',
  UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT: 'Unable to establish contact - letter sent',
  REFUSED_AFTER_BOOKING: 'Refused after booking',
};

/** A question of the interview form with one answer to it; of several words or facts, one answer each. */
export interface SaidAnswer {
  readonly question: AskedQuestion | LocatingQuestion;
  readonly texts: readonly string[];
}

/** What the interview says at its level, question by question. */
export function saidAnswers(interview: OutgoingInterview): SaidAnswer[] {
  const { answers, locating } = answersOf(interview);
  const said = [...ASKED_QUESTIONS.map((question) => ({ question, texts: listed(answers[question]) })), ...LOCATING_QUESTIONS.map((question) => ({ question, texts: listed(locating[question]) }))];
  return said.filter(({ texts }) => texts.length > 0);
}

function listed(answer: string | readonly string[] | null | undefined): readonly string[] {
  return typeof answer === 'string' ? [answer] : (answer ?? []);
}

/** YES or NO; what was not said is not answered. */
export function yesOrNo(said: 'YES' | 'NO' | 'NOT_SAID' | undefined): string | null {
  return said === 'YES' ? 'Yes' : said === 'NO' ? 'No' : null;
}
