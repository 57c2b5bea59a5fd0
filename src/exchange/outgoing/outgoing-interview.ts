import { z } from 'zod';
import { ATTEMPT_METHODS, OFFER_OUTCOMES, OFFERED_TO, TRIES } from '../../domain/interview/interview-words.ts';
import { interviewAnswers, STRUCTURED_QUESTIONS, type StructuredQuestion } from '../../domain/interview/interview-form.ts';
import { answerKind, type AnswerKind } from '../../domain/observation/interview-questions.ts';
import type { Row } from '../../gate/read-request.ts';
import type { OutgoingInterview, OutgoingOffer } from '../render-contract.ts';
import { answersIn, locatingIn, moment, shaped, stated } from './row-shapes.ts';

const text = z.string().exactOptional();
const yesNo = z.enum(['YES', 'NO', 'NOT_SAID']);
const attempt = z.object({ at: moment, method: z.enum(ATTEMPT_METHODS), coreHours: yesNo, response: z.string().nullable(), outcome: z.string().nullable(), endedIt: z.boolean() });
const offer = z.object({
  id: z.uuid(),
  at: moment,
  offeredTo: z.enum(OFFERED_TO).exactOptional(),
  outcome: z.enum(OFFER_OUTCOMES).exactOptional(),
  ...{ phonedYoungPerson: yesNo.exactOptional(), spokenToParentCarer: yesNo.exactOptional(), spokenToSocialWorker: yesNo.exactOptional() },
  ...{ reason: text, askAgainOn: text, explanation: text, coveredBy: text },
  tried: z.array(z.enum(TRIES)).exactOptional(),
  attempts: z.array(attempt).exactOptional(),
});

/** The keys that things go out under, by the hub's own ids; what has none is not sent along. */
export type Keys = ReadonlyMap<string, string>;

const interview = z.object({ id: z.uuid(), state: z.enum(['COMPLETED', 'REFUSED']), at: moment });
const named = z.object({ id: z.uuid() });

/** An offer with every try at reaching the child. */
export function outgoingOffer(row: Row, keys: Keys): OutgoingOffer {
  const { id, attempts = [], ...said } = shaped(offer, row);
  return { key: keys.get(id) ?? id, ...said, attempts, episodeKeys: episodeKeys(row, keys) };
}

/** The interview at the level that the gate shows it at; null where nobody was asked, or nobody has answered yet. */
export function outgoingInterview(row: Row, { keys, offer: followed }: { readonly keys: Keys; readonly offer: OutgoingOffer | null }): OutgoingInterview | null {
  const read = interview.safeParse(stated(row));
  if (!read.success) {
    return null;
  }
  const { id, state, at } = read.data;
  const said = { key: keys.get(id) ?? id, state, at, episodeKeys: episodeKeys(row, keys), ...(followed === null ? {} : { offerKey: followed.key }) };
  switch (row['__typename']) {
    case 'FullInterview':
      return { ...said, level: 'FULL', locating: locatingIn(row), answers: answersIn(row) };
    case 'RedactedInterview':
      return { ...said, ...locatingBeside(row, id), level: 'REDACTED', ...redacted(row) };
    default:
      return { ...said, ...locatingBeside(row, id), level: 'NOTICE' };
  }
}

const STRUCTURED = interviewAnswers.pick(Object.fromEntries(STRUCTURED_QUESTIONS.map((question) => [question, true])) as Record<StructuredQuestion, true>); // Each question once.

/** As the picture keeps what was approved with a text: whether one word or several, a list. */
const approved = z.array(z.object({ question: z.enum(STRUCTURED_QUESTIONS), words: z.array(z.string()) }));
const isOfSeveral = (kind: AnswerKind): boolean => typeof kind === 'object' && 'several' in kind;

function redacted(row: Row): Pick<Extract<OutgoingInterview, { level: 'REDACTED' }>, 'text' | 'structured'> {
  const { redactedText = '', redactedAnswers = [] } = shaped(z.object({ redactedText: text, redactedAnswers: approved.exactOptional() }), row);
  const answers = redactedAnswers.map(({ question, words }): [string, unknown] => [question, isOfSeveral(answerKind(question)) ? words : words[0]]);
  return { text: redactedText, structured: shaped(STRUCTURED, Object.fromEntries<unknown>(answers)) };
}

/** Locating facts have a level of their own: while the child is missing they go with every interview. */
function locatingBeside(row: Row, id: string): Pick<OutgoingInterview, 'locating'> {
  const { child } = row as { readonly child?: { readonly locating?: readonly Row[] | null } | null }; // As it was asked for.
  const found = (child?.locating ?? []).find((facts) => facts['id'] === id);
  return found === undefined ? {} : { locating: locatingIn(found) };
}

function episodeKeys(row: Row, keys: Keys): string[] {
  const { episodes = [] } = shaped(z.object({ episodes: z.array(named).exactOptional() }), row);
  return episodes.flatMap(({ id }) => keys.get(id) ?? []);
}
