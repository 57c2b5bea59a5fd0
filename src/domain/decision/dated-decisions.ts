import { canHaveBeen, type DatedStep, type FollowedTimes } from '../interview/step-counts.ts';
import type { DecisionOf } from './decision.ts';
import { ofKind, type FiledDecisions } from './standing-decisions.ts';
import { wordsThatStand, type StandingWord } from './words-that-stand.ts';

/** Decisions that say when something was done about an episode. */
export type DatedKind = 'RETURN_STEP' | 'CASE_RECORD';

/** An episode's records, what is asked of them, and when what it follows happened. */
interface Asked<K extends DatedKind> {
  readonly records: readonly string[];
  readonly kind: K;
  readonly times: FollowedTimes;
}

/** Which steps or records of an episode stand: of each the latest word, and the word before it where the time of the later one cannot be or has not come. */
export function datedDecisions<K extends DatedKind>(filed: FiledDecisions, { records, kind, times }: Asked<K>): StandingWord<DecisionOf<K>>[] {
  return filed.mattersOn(records).flatMap((words) => wordsThatStand(lastPlanOnly(ofKind(words, kind)), ({ at, payload }) => ({ from: payload.at.from, writtenAt: at, canBe: canHaveBeen(datedStep(payload), times) })));
}

/** A step or a record by its kind, its time and whether somebody said why it departs from the practice. */
export function datedStep(payload: DecisionOf<DatedKind>['payload']): DatedStep {
  const { at, departure } = payload;
  return { step: 'step' in payload ? payload.step : payload.record, at, departs: departure !== null };
}

/** The home reads the plan: of what somebody has written anew it reads the last alone. */
function lastPlanOnly<K extends DatedKind>(words: readonly DecisionOf<K>[]): readonly DecisionOf<K>[] {
  const isPlan = words.some(({ payload }) => 'step' in payload && payload.step === 'PREVENTION_PLAN');
  return isPlan ? words.slice(0, 1) : words;
}
