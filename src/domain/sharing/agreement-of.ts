import type { Decision, DecisionOf } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import { TOPICS, type AgreementState, type Recipient, type Topic } from './audience.ts';

/** What the child said last about one recipient and topic, and when. */
export interface Agreed {
  readonly state: AgreementState;
  /** Epoch milliseconds; null where the child was never asked. */
  readonly at: number | null;
}
const NEVER_ASKED: Agreed = { state: 'NOT_ASKED', at: null };

/**
 * Whether the child agrees that this recipient learns of this topic. A refusal for the whole audience counts for each
 * recipient of it, unless the child said something else of that recipient later; a yes counts for the one it names.
 */
export function agreementOf(decided: readonly Decision[], { audience, recipient }: Recipient, topic: Topic): Agreed {
  const said = ofKind(decided, 'AGREEMENT').filter(({ payload }) => payload.aspect === 'AUDIENCE' && payload.audience === audience && payload.topic === topic);
  const counting = said.filter(({ payload }) => payload.recipient === recipient || (payload.recipient === null && payload.state !== 'GIVEN'));
  const latest = counting.toSorted(byTimeThenRefusal).at(-1);
  return latest === undefined ? NEVER_ASKED : { state: latest.payload.state, at: latest.at };
}

/** Since when the child agrees to a text on these topics: to everything, and to none of them said no. Null: does not. */
export function agreedSince(decided: readonly Decision[], recipient: Recipient, topics: readonly Topic[]): number | null {
  const everything = agreementOf(decided, recipient, 'ALL');
  // A text that names no topic may speak of any.
  const asked = topics.length === 0 || topics.includes('ALL') ? TOPICS : topics;
  const refused = asked.some((topic) => isRefusal(agreementOf(decided, recipient, topic).state));
  return everything.state === 'GIVEN' && !refused ? everything.at : null;
}

function isRefusal(state: AgreementState): boolean {
  return state === 'REFUSED' || state === 'WITHDRAWN';
}

function byTimeThenRefusal(first: DecisionOf<'AGREEMENT'>, second: DecisionOf<'AGREEMENT'>): number {
  return first.at - second.at || Number(isRefusal(first.payload.state)) - Number(isRefusal(second.payload.state));
}
