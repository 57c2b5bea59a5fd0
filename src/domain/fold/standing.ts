import type { Observation } from '../observation/observation.ts';
import type { RecordRef } from '../record/record.ts';
import { groupBy } from './group-by.ts';

/** One text per record, for maps; the parts cannot run into one another. */
export function refKey(ref: RecordRef): string {
  return JSON.stringify([ref.agency, ref.system, ref.kind, ref.key]);
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

/** What is still said once every correction and retraction has taken back what it takes back, oldest first. */
export function standingObservations(observations: readonly Observation[]): Observation[] {
  const once = [...new Map(observations.map((observation) => [observation.id, observation])).values()];
  const recordTakenBack = latestOrders(once.filter(({ payload }) => 'scope' in payload && payload.scope === 'record'), recordKey);
  const partTakenBack = latestOrders(once.filter(({ kind }) => kind === 'retraction'), partKey);
  const corrected = latestOrders(once.filter(({ act }) => act === 'correct'), partKey);
  const filed = new Set(once.map(filingKey));
  return once
    .filter((said) => said.kind !== 'retraction')
    .filter((said) => said.order > orderIn(recordTakenBack, recordKey(said)) && said.order > orderIn(partTakenBack, partKey(said)))
    .filter((said) => !filed.has(filingKey(underReport(said))) || said.order > orderIn(recordTakenBack, recordKey(underReport(said))))
    // A correction covers only what came earlier: one message may correct in several statements.
    .filter((said) => said.order >= orderIn(corrected, partKey(said)))
    .sort(byOrder);
}

function recordKey({ record }: Pick<Observation, 'record'>): string {
  return refKey(record);
}

function partKey({ record, part }: Observation): string {
  return JSON.stringify([refKey(record), part]);
}

function filingKey({ subject, record }: Pick<Observation, 'subject' | 'record'>): string {
  return JSON.stringify([refKey(subject), refKey(record)]);
}

/** What is said of a person under a report falls with the report, whichever person key the retraction names. */
function underReport({ subject, record, part }: Observation): Pick<Observation, 'subject' | 'record'> {
  return { subject, record: record.kind === 'person' ? { ...record, kind: 'episode', key: part } : record };
}

function latestOrders(observations: readonly Observation[], keyOf: (observation: Observation) => string): ReadonlyMap<string, string> {
  const groups = groupBy(observations, keyOf);
  return new Map([...groups].map(([key, said]) => [key, said.reduce((latest, { order }) => (order > latest ? order : latest), '')]));
}

/** '' sorts before every order. */
function orderIn(orders: ReadonlyMap<string, string>, key: string): string {
  return orders.get(key) ?? '';
}
