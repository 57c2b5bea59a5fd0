import { agesAt, type Ages } from '../domain/child/ages-at.ts';
import { datedDecisions, datedStep, type DatedKind } from '../domain/decision/dated-decisions.ts';
import type { DecisionOf, DecisionPayloads } from '../domain/decision/decision.ts';
import { fileDecisions, ofKind, type FiledDecisions } from '../domain/decision/standing-decisions.ts';
import { isBeforeReturn } from '../domain/interview/after-the-return.ts';
import { isStepDone, type DatedStep, type FollowedTimes } from '../domain/interview/step-counts.ts';
import type { ReturnAsked } from '../domain/interview/time-warnings.ts';
import type { CaseRecordKind, ReturnStepKind } from '../domain/interview/return-steps.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { mayDo } from '../policy/may-do.ts';
import { decisionsUnder } from '../store/write/decision-store.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import { standingReturns, type StandingReturns } from '../store/write/read-return.ts';
import type { Scene } from './perform.ts';
import { readsOf, returnsAsRead } from './return-as-read.ts';

/** A step as it stands, and when that was written (epoch milliseconds). */
type Step = DecisionPayloads['RETURN_STEP'] & Pick<DatedStep, 'departs'> & { readonly writtenAt: number };

/** What the actor reads of a child's returns under the writer's lock: what the practice's rules are asked of. */
export interface KnownReturn extends StandingReturns {
  readonly ages: Ages | null;
  readonly livingIndependently: boolean | null;
  readonly assignments: readonly DecisionOf<'ASSIGNMENT'>[];
  readonly filed: FiledDecisions;
  /** Whether the actor reads a step or a record, by its id. */
  readonly reads: (id: string) => boolean;
}

/** What was done and written about some of the child's episodes, as far as the actor reads it. */
export interface DoneAbout {
  readonly steps: readonly Step[];
  readonly records: readonly DecisionOf<'CASE_RECORD'>[];
}

const NOTHING: StandingReturns = { birth: null, legalStatus: null, episodes: [], offers: [], interviews: [] };

/** What the actor reads of the child's returns: no warning is worked out of anything else, or it would tell of it. */
export async function knownReturn(scene: Scene, { child, childRecords }: { readonly child: string; readonly childRecords: readonly string[] }): Promise<KnownReturn> {
  const { em, now, actor } = scene;
  const standing = await returnsAsRead(scene, child, (await standingReturns(em, child)) ?? NOTHING);
  const filed = fileDecisions(await decisionsUnder(em, childRecords));
  const onChild = filed.onChild(childRecords);
  const [step, record] = [await readsOf(scene, 'ReturnStep', child), await readsOf(scene, 'CaseRecord', child)];
  const row = await factsOfChild(em, child, now);
  const decides = row !== null && mayDo(actor.viewer, 'letParentIn', { family: 'Child', facts: row.facts });
  return {
    ...standing,
    legalStatus: row !== null && readableAttributes(abilityOf(actor.viewer), 'Child', row.facts).has('legalStatus') ? standing.legalStatus : null,
    ages: standing.birth === null ? null : agesAt(standing.birth, now),
    // As the decision-maker said last when it was decided which parent is let in; told to nobody else.
    livingIndependently: decides ? (ofKind(onChild, 'PARENT').at(-1)?.payload.livesIndependently ?? null) : null,
    assignments: ofKind(onChild, 'ASSIGNMENT'),
    filed,
    reads: (id) => step(id, 'step') || record(id, 'record'),
  };
}

/** The returns that something is recorded of, by the ids they are shown under. */
export function returnsOf({ episodes }: Pick<KnownReturn, 'episodes'>, ids: readonly string[]): ReturnAsked[] {
  return episodes.filter(({ id }) => ids.includes(id));
}

/** When what steps of these episodes follow happened, as far as the actor reads it. */
export function followedTimes({ episodes, interviews }: Pick<KnownReturn, 'episodes' | 'interviews'>, ids: readonly string[]): FollowedTimes {
  const asked = episodes.filter(({ id }) => ids.includes(id));
  const returned = asked.filter(({ isBack }) => isBack).map(({ returnedAt }) => returnedAt);
  const about = interviews.filter(({ state, episodes: of }) => state === 'COMPLETED' && of.some((id) => ids.includes(id)));
  const held = about.filter(({ at, departs }) => departs !== false || !isBeforeReturn(at, returned));
  const missing = asked.map(({ missingSince }) => missingSince);
  return { missing, located: asked.flatMap(({ locatedAt, isBack, returnedAt }) => locatedAt ?? (isBack ? [returnedAt] : [])), returned, interviewed: held.map(({ at }) => at) };
}

/** What was done about these episodes, by the ids they are shown under: what stands now of all that was said of it. */
export function doneAbout(known: KnownReturn, ids: readonly string[], now: number): DoneAbout {
  const about = known.episodes.filter(({ id }) => ids.includes(id));
  const standing = <K extends DatedKind>(kind: K): DecisionOf<K>[] =>
    about.flatMap(({ id, records }) => datedDecisions(known.filed, { records, kind, times: followedTimes(known, [id]) }))
      .filter(({ word, replacedFrom }) => known.reads(word.id) && (replacedFrom === null || replacedFrom > now))
      .map(({ word }) => word);
  return { steps: standing('RETURN_STEP').map(({ payload, at }) => ({ ...payload, departs: payload.departure !== null, writtenAt: at })), records: standing('CASE_RECORD') };
}

/** The same, as far as it counts by now for the return it is written of: nothing that was surely before what it follows, and nothing that is still to come. */
export function doneByNow(known: KnownReturn, ids: readonly string[], now: number): DoneAbout {
  const { steps, records } = doneAbout(known, ids, now);
  const times = followedTimes(known, ids);
  return { steps: steps.filter((step) => isStepDone(step, times, now)), records: records.filter(({ payload }) => isStepDone(datedStep(payload), times, now)) };
}

/** Whether such a step or record is there. */
export function isDone({ steps, records }: DoneAbout, kind: ReturnStepKind | CaseRecordKind): boolean {
  return steps.some(({ step }) => step === kind) || records.some(({ payload }) => payload.record === kind);
}
