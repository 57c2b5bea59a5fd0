import type { Observation } from '../observation/observation.ts';
import type { RecordKind, RecordRef } from '../record/record.ts';
import { groupBy } from './group-by.ts';
import { refKey } from './standing.ts';

/** An agency's record that still says something. */
export interface KeptRecord {
  readonly ref: RecordRef;
  /** The hub's id of it. */
  readonly id: string;
  /** What is said of it, oldest first. */
  readonly said: readonly Observation[];
  /** Hub ids of the person records it is said under, the latest last. */
  readonly subjects: readonly string[];
}

/** The records that still stand; a person record also stands while anything is said under it. */
export function keptRecords(standing: readonly Observation[], idOf: (ref: RecordRef) => string): Record<RecordKind, KeptRecord[]> {
  const kept: Record<RecordKind, KeptRecord[]> = { person: [], episode: [], placement: [], offer: [], interview: [], intelligence: [], riskAssessment: [], placementAgreement: [], profile: [] };
  for (const [said, ref] of groupsOf(standing, ({ subject }) => subject)) {
    kept.person.push({ ref, id: idOf(ref), said, subjects: [idOf(ref)] });
  }
  const others = standing.filter(({ record }) => record.kind !== 'person');
  for (const [said, ref] of groupsOf(others, ({ record }) => record)) {
    // Taken from behind, so that a subject counts where it was last named.
    const subjects = [...new Set(said.toReversed().map(({ subject }) => idOf(subject)))].reverse();
    kept[ref.kind].push({ ref, id: idOf(ref), said, subjects });
  }
  return kept;
}

function groupsOf(said: readonly Observation[], refOf: (observation: Observation) => RecordRef): [Observation[], RecordRef][] {
  const refs = new Map(said.map((observation) => [refKey(refOf(observation)), refOf(observation)]));
  const groups = groupBy(said, (observation) => refKey(refOf(observation)));
  return [...refs].map(([key, ref]) => [groups.get(key) ?? [], ref]);
}
