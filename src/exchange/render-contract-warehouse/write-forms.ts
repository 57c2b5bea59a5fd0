import { FORM_QUESTIONS, isAnswered, type FormQuestion } from '../../domain/observation/form-questions.ts';
import { LOCATING_QUESTIONS } from '../../domain/observation/interview-questions.ts';
import { wordList } from '../../domain/observation/word-list.ts';
import { OUTCOME_WORDS, saidAnswers, yesOrNo } from '../render-contract-forms.ts';
import { cannotSay } from '../render-contract-matter.ts';
import { statedTime } from '../render-contract-texts.ts';
import type { Loss, OutgoingInterview, OutgoingOffer } from '../render-contract.ts';
import { warehouseKey } from './write-person.ts';

/** One form with its answers, each under what the receiver's form calls the question; without any it takes back what it said. */
export interface WrittenForm {
  readonly key: string;
  readonly answers: readonly { readonly name: string; readonly text: string }[];
}

/** What the receiver's form calls a question; null where it does not ask it. */
export type QuestionNames = (question: FormQuestion) => string | null;
type Known = Readonly<Record<string, FormQuestion | 'ignored'>>;
type Said = readonly (readonly [question: FormQuestion, text: string | null | undefined])[];

/** An authority's own names for its questions before the adapter's. */
export function questionNames(known: Known, own: Known): QuestionNames {
  const asks = wordList<FormQuestion | 'ignored'>({ ...known, ...own });
  return (question) => [...Object.keys(own), ...Object.keys(known)].find((name) => asks(name) === question) ?? null;
}

/**
 * The forms of one episode. An offer and its interview stand in forms of their own, the offer's last, for the last says what became of it;
 * a booked interview that was refused is offer and interview in one.
 */
export function formsOf(offer: OutgoingOffer | undefined, interview: OutgoingInterview | null, names: QuestionNames): WrittenForm[] {
  const inOne = offer?.outcome === 'REFUSED_AFTER_BOOKING' ? offer : null;
  if (!isWhole(offer, interview)) {
    throw cannotSay('A form says that a booked interview was refused of offer and interview alike: give both.');
  }
  const held = interview === null ? [] : [formOf(interview.key, [...interviewSaid(interview), ...(inOne === null ? [] : offerSaid(inOne))], names)];
  return offer === undefined || inOne !== null ? held : [...held, formOf(offer.key, [outcomeSaid(offer), ...offerSaid(offer)], names)];
}

function isWhole(offer: OutgoingOffer | undefined, interview: OutgoingInterview | null): boolean {
  const isRefused = interview?.state === 'REFUSED';
  return offer?.outcome === 'REFUSED_AFTER_BOOKING' ? isRefused : !isRefused || offer !== undefined;
}

function outcomeSaid({ outcome }: OutgoingOffer): Said[number] {
  return ['outcome', outcome && OUTCOME_WORDS[outcome]];
}

function formOf(key: string, said: Said, names: QuestionNames): WrittenForm {
  const answers = said.flatMap(([question, text]) => {
    const name = names(question);
    return name === null || (text ?? '') === '' ? [] : [{ name, text: text ?? '' }];
  });
  return { key: warehouseKey(key), answers };
}

function offerSaid(offer: OutgoingOffer): Said {
  return [
    ['offeredAt', statedTime(offer.at)],
    ['offeredTo', offer.offeredTo],
    ['phonedYoungPerson', yesOrNo(offer.phonedYoungPerson)],
    ['spokenToParentCarer', yesOrNo(offer.spokenToParentCarer)],
    ['spokenToSocialWorker', yesOrNo(offer.spokenToSocialWorker)],
    ['explanation', offer.outcome === 'NOT_APPROPRIATE' ? offer.reason : offer.explanation],
    ['askAgainOn', offer.askAgainOn],
  ];
}

function interviewSaid(interview: OutgoingInterview): Said {
  // The episode that a form stands in is named by that; one list names the others.
  const others = interview.episodeKeys.slice(1).filter((key) => !/[;,|\s]/.test(key));
  return [
    ['outcome', interview.state === 'COMPLETED' ? 'Completed' : OUTCOME_WORDS.REFUSED_AFTER_BOOKING],
    ['heldAt', statedTime(interview.at)],
    ['otherEpisodes', others.join(';')],
    ...saidAnswers(interview).flatMap(({ question, texts }) => texts.map((text) => [question, text] as const)),
  ];
}

/** The field that a question fills; of the others no one field depends on them alone. */
function fieldOf(question: FormQuestion): string | null {
  if (isAnswered(question)) {
    return `interview.${LOCATING_QUESTIONS.some((name) => name === question) ? 'locating' : 'answers'}.${question}`;
  }
  const fields: Partial<Record<FormQuestion, string>> = { offeredAt: 'offer.at', heldAt: 'interview.at' };
  return fields[question] ?? (OF_OFFER.includes(question) ? `offer.${question}` : null);
}

const OF_OFFER: readonly FormQuestion[] = ['offeredTo', 'phonedYoungPerson', 'spokenToParentCarer', 'spokenToSocialWorker', 'askAgainOn'];

/** What these forms do not say. */
export function formLosses(names: QuestionNames): Loss[] {
  const unasked = FORM_QUESTIONS.filter((question) => names(question) === null).flatMap((question) => fieldOf(question) ?? []);
  return [
    { field: 'offer.reason', because: 'the form has one text beside an offer: the reason where an interview was not appropriate', as: (reason, { outcome }) => (outcome === 'NOT_APPROPRIATE' ? reason : null) },
    { field: 'offer.explanation', because: 'the form has one text beside an offer: no explanation where an interview was not appropriate', as: (words, { outcome }) => (outcome === 'NOT_APPROPRIATE' ? null : words) },
    { field: 'offer.attempt', because: 'the form does not tell of attempts' },
    { field: 'offer.tried', because: 'the form does not tell of attempts' },
    { field: 'offer.coveredBy', because: 'the form does not ask who covers meanwhile' },
    { field: 'interview.answers.namedPeople', because: 'no authority’s form asks for people with a day on which they are looked at again' },
    ...unasked.map((field) => ({ field, because: 'the receiver’s form does not ask it' })),
  ];
}
