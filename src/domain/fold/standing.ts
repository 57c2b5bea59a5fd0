import type { Observation } from '../observation/observation.ts';
import type { RecordRef } from '../record/record.ts';
import { groupBy } from './group-by.ts';

/** One text per record, for maps; the lengths keep its parts from running into one another. */
export function refKey({ agency, system, kind, key }: RecordRef): string {
  return `${String(agency.length)}.${String(system.length)}.${kind}:${agency}${system}${key}`;
}

/** The order in which one source's words are taken: by its own order, ties by id, never by when they arrived. */
export function byOrder(first: Pick<Observation, 'order' | 'id'>, second: Pick<Observation, 'order' | 'id'>): number {
  return compareText(first.order, second.order) || compareText(first.id, second.id);
}

/** Compares by code units, so that every machine sorts alike. */
export function compareText(first: string, second: string): number {
  if (first === second) {
    return 0;
  }
  return first < second ? -1 : 1;
}

/** A statement that its source took back: by which later message of its own, and how. */
export interface TakenBack {
  readonly said: Observation;
  readonly how: 'CORRECTED' | 'RETRACTED' | 'ABSENT';
  /** The order of the message that took it back. */
  readonly order: string;
}
export interface Judged {
  /** Oldest first. */
  readonly standing: Observation[];
  readonly takenBack: TakenBack[];
}

/** What retractions that a full extract means, by lacking a record, name as their adapter's version. */
export const FULL_EXTRACT = 'full-extract';

/** What is still said once every correction and retraction has taken back what it takes back, oldest first. */
export function standingObservations(observations: readonly Observation[]): Observation[] {
  return judgeObservations(observations).standing;
}

/** What is still said, and what was taken back by which message; the first that did counts. */
export function judgeObservations(observations: readonly Observation[]): Judged {
  const once = [...new Map(observations.map((observation) => [observation.id, observation])).values()].sort(byOrder);
  const takingBack = takersOf(once);
  const judged = once.filter(({ kind }) => kind !== 'retraction').map((said) => ({ said, by: takingBack(said) }));
  return {
    standing: judged.filter(({ by }) => by === null).map(({ said }) => said),
    takenBack: judged.flatMap(({ said, by }) => (by === null ? [] : [{ said, how: howBy(by), order: by.order }])),
  };
}

/** Finds the earliest message that takes a statement back; `once` is sorted by order. */
function takersOf(once: readonly Observation[]): (said: Observation) => Observation | null {
  const ofRecord = groupBy(once.filter(({ payload }) => 'scope' in payload && payload.scope === 'record'), recordKey);
  const ofPart = groupBy(once.filter(({ kind }) => kind === 'retraction'), partKey);
  const corrections = groupBy(once.filter(({ act }) => act === 'correct'), partKey);
  const filed = new Set(once.map(filingKey));
  return (said) => {
    const report = reportOf(said);
    const underReport = report !== null && filed.has(filingKey(report)) ? ofRecord.get(recordKey(report)) : undefined;
    const retractions = [ofRecord.get(recordKey(said)), ofPart.get(partKey(said)), underReport];
    const takers = [
      ...retractions.map((those) => those?.find(({ order }) => order >= said.order)),
      // A correction covers only what came earlier: one message may correct in several statements.
      corrections.get(partKey(said))?.find(({ order }) => order > said.order),
    ];
    return takers.filter((taker) => taker !== undefined).sort(byOrder)[0] ?? null;
  };
}

function howBy({ act, adapterVersion }: Observation): TakenBack['how'] {
  if (act === 'correct') {
    return 'CORRECTED';
  }
  return adapterVersion === FULL_EXTRACT ? 'ABSENT' : 'RETRACTED';
}

function recordKey({ record }: Pick<Observation, 'record'>): string {
  return refKey(record);
}

function partKey({ record, part }: Observation): string {
  return `${String(part.length)}.${part}${refKey(record)}`;
}

function filingKey({ subject, record }: Pick<Observation, 'subject' | 'record'>): string {
  return `${String(subject.key.length)}.${refKey(subject)}${refKey(record)}`;
}

/** The report a statement about a person was made under: it falls with it, whichever person key the retraction names. */
function reportOf({ subject, record, part }: Observation): Pick<Observation, 'subject' | 'record'> | null {
  return record.kind === 'person' && part !== '' ? { subject, record: { ...record, kind: 'episode', key: part } } : null;
}
