/** An episode, an offer and an interview as the answers of a case system's form, whatever the form calls its questions. */
import type { AbsenceKind } from '../domain/observation/observation.ts';
import type { Interval } from '../domain/interval/interval.ts';
import { EPISODE_TEXTS, FORM_QUESTIONS, type FormQuestion } from '../domain/observation/form/form-questions.ts';
import { riskOf } from '../domain/observation/form/form-words.ts';
import { answerKind, LOCATING_QUESTIONS, type AskedQuestion } from '../domain/observation/interview-questions.ts';
import { OUTCOME_WORDS, saidAnswers, yesOrNo, type SaidAnswer } from './render-contract-forms.ts';
import { lastStatus } from './render-contract-matter.ts';
import type { Outgoing, OutgoingAttempt, OutgoingEpisode, OutgoingInterview, OutgoingOffer } from './render-contract.ts';

/** One answer; a time is given as the text it is to stand in. */
export interface CaseAnswer {
  readonly question: FormQuestion;
  readonly text: string;
  readonly isTime: boolean;
  /** Of a numbered attempt. */
  readonly number: number | null;
}

/** What the receiver's form asks, and how it holds times. */
export interface CaseForm {
  readonly asks: (question: FormQuestion) => boolean;
  readonly timeText: (time: Interval) => string | null;
}

type Stated = readonly (readonly [question: FormQuestion, said: string | Interval | null | undefined])[];

const ABSENCES: Readonly<Record<AbsenceKind, string>> = { MISSING: 'Missing', AWAY: 'Away from placement without authorisation' };

/** Answers to the questions that the form asks. */
function answered(stated: Stated, { asks, timeText }: CaseForm, number: number | null = null): CaseAnswer[] {
  return stated.flatMap(([question, said]) => {
    const text = typeof said === 'object' && said !== null ? timeText(said) : said;
    return !asks(question) || (text ?? '') === '' ? [] : [{ question, text: text ?? '', isTime: typeof said === 'object', number }];
  });
}

/** What happened to the child, as far as the form asks. */
export function episodeAnswers({ statuses, report = {}, risk, located, returned }: OutgoingEpisode, form: CaseForm): CaseAnswer[] {
  const texts = EPISODE_TEXTS.map((field) => [`episode.${field}`, report[field]] as const);
  return answered(
    [
      ['episode.absence', ABSENCES[(statuses.at(-1) ?? statuses[0]).status]],
      ['episode.missingSince', report.missingSince],
      ['episode.reportedAt', report.reportedAt],
      ['episode.lastSeenAt', report.lastSeenAt],
      ...texts,
      ['episode.risk', risk === undefined || riskOf(risk.word) === risk.risk ? risk?.word : risk.risk],
      ['episode.locatedAt', located?.at],
      ['episode.locatedPlace', located?.place],
      ['episode.returnedAt', returned?.at],
      ['episode.returnedTo', returned?.to],
    ],
    form,
  );
}

/** That an interview was offered, how that ended, and each attempt. */
export function offerAnswers(offer: OutgoingOffer, form: CaseForm): CaseAnswer[] {
  const { outcome = null, attempts } = offer;
  const ended = attempts.findLastIndex(({ endedIt }) => endedIt === true) + 1;
  const said: Stated = [
    ['offer.offered', 'Yes'],
    ['offer.accepted', form.asks('offer.outcome') || outcome === null ? null : ACCEPTED.get(outcome)],
    ['offer.outcome', outcome && OUTCOME_WORDS[outcome]],
    ['offer.offeredOn', offer.at],
    ['offer.offeredTo', offer.offeredTo],
    ['offer.phonedYoungPerson', yesOrNo(offer.phonedYoungPerson)],
    ['offer.spokenToParentCarer', yesOrNo(offer.spokenToParentCarer)],
    ['offer.spokenToSocialWorker', yesOrNo(offer.spokenToSocialWorker)],
    ['offer.reason', offer.reason],
    ['offer.askAgainOn', offer.askAgainOn],
    ['offer.explanation', offer.explanation],
    ['attempt.ended', ended === 0 ? null : String(ended)],
  ];
  return [...answered(said, form), ...(form.asks('attempt.at') ? attempts.flatMap((attempt, index) => attemptAnswers(attempt, form, index + 1)) : [])];
}

/** "Accepted: no" is the child's own no: of any other end it would say something else. */
const ACCEPTED: ReadonlyMap<string, string> = new Map([
  ['ACCEPTED', 'Yes'],
  ['DECLINED_BY_YOUNG_PERSON', 'No'],
]);

/** An attempt whose time the form cannot hold is not told: it would be read as part of the explanation. */
function attemptAnswers({ at, method, response, outcome }: OutgoingAttempt, form: CaseForm, number: number): CaseAnswer[] {
  const said: Stated = [
    ['attempt.at', at],
    ['attempt.method', method],
    ['attempt.response', response],
    ['attempt.outcome', outcome],
  ];
  return form.timeText(at) === null ? [] : answered(said, form, number);
}

/** When the interview was held and what was said, each question in the way the form asks it. */
export function interviewAnswers(interview: OutgoingInterview, form: CaseForm): CaseAnswer[] {
  return answered([['interview.at', interview.at], ...saidAnswers(interview).flatMap((said) => answersTo(said, form))], form);
}

function answersTo({ question, texts }: SaidAnswer, { asks }: CaseForm): Stated {
  if (isLocating(question)) {
    return texts.map((text) => [`locating.${question}`, inOnePart(text)] as const);
  }
  const several = typeof answerKind(question) === 'object';
  if (several && !asks(`interview.${question}`)) {
    return FORM_QUESTIONS.filter((box) => texts.some((text) => box === `${question}.${text}`)).map((box) => [box, 'Yes'] as const);
  }
  return [[`interview.${question}`, texts.join('; ')]];
}

const isLocating = (question: SaidAnswer['question']): question is (typeof LOCATING_QUESTIONS)[number] => LOCATING_QUESTIONS.some((name) => name === question);

/** Without the marks at which a reader divides a list of facts. */
export function inOnePart(text: string): string {
  return text.replace(/\s*[;|\r\n]\s*/g, ', ').replace(/^[,\s]+|[,\s]+$/g, '').trim();
}

/** Which question a field of the interview is asked by, of a list one for all or one for each of its words. */
export function isAsked(question: AskedQuestion, { asks }: Pick<CaseForm, 'asks'>): boolean {
  return asks(`interview.${question}`) || FORM_QUESTIONS.some((box) => box.startsWith(`${question}.`) && asks(box));
}

/**
 * What a form can say: how the child is absent now, and a refused interview only by its offer; each of one episode. Where one form tells of
 * both, an offer whose interview took place had no other end than that it was accepted.
 */
export function sayableInForms(outgoing: Outgoing, isOneForm: (offer: OutgoingOffer, held: OutgoingInterview) => boolean): Outgoing {
  const held = outgoing.interview?.state === 'COMPLETED' ? outgoing.interview : null;
  const beside = (offer: OutgoingOffer): OutgoingOffer => (held === null || offer.outcome === 'ACCEPTED' || !isOneForm(offer, held) ? offer : { ...offer, outcome: null });
  return { ...outgoing, episodes: outgoing.episodes.map(lastStatus), offers: outgoing.offers.map(ofOneEpisode).map(beside), interview: held && ofOneEpisode(held) };
}

/** With the first of its episodes alone. */
export function ofOneEpisode<T extends { readonly episodeKeys: readonly string[] }>(said: T): T {
  return { ...said, episodeKeys: said.episodeKeys.slice(0, 1) };
}
