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

/** What is still said once every correction and retraction has taken back what it takes back, oldest first. */
export function standingObservations(observations: readonly Observation[]): Observation[] {
  const once = [...new Map(observations.map((observation) => [observation.id, observation])).values()];
  const recordTakenBack = latestOrders(once.filter(({ payload }) => 'scope' in payload && payload.scope === 'record'), recordKey);
  const partTakenBack = latestOrders(once.filter(({ kind }) => kind === 'retraction'), partKey);
  const corrected = latestOrders(once.filter(({ act }) => act === 'correct'), partKey);
  const filed = new Set(once.map(filingKey));
  const takenBackUnderReport = (said: Observation): boolean => {
    const report = reportOf(said);
    return report !== null && said.order <= orderIn(recordTakenBack, recordKey(report)) && filed.has(filingKey(report));
  };
  return once
    .filter((said) => said.kind !== 'retraction')
    .filter((said) => said.order > orderIn(recordTakenBack, recordKey(said)) && said.order > orderIn(partTakenBack, partKey(said)))
    // A correction covers only what came earlier: one message may correct in several statements.
    .filter((said) => said.order >= orderIn(corrected, partKey(said)) && !takenBackUnderReport(said))
    .sort(byOrder);
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

function latestOrders(observations: readonly Observation[], keyOf: (observation: Observation) => string): ReadonlyMap<string, string> {
  const groups = groupBy(observations, keyOf);
  return new Map([...groups].map(([key, said]) => [key, said.reduce((latest, { order }) => (order > latest ? order : latest), '')]));
}

/** '' sorts before every order. */
function orderIn(orders: ReadonlyMap<string, string>, key: string): string {
  return orders.get(key) ?? '';
}
