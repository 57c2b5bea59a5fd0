import type { Observation } from '../observation/observation.ts';
import type { RecordRef } from '../record/record.ts';
import { groupBy } from './group-by.ts';

/** One text per record, for maps; the parts cannot run into one another. */
export function refKey(ref: RecordRef): string {
  return JSON.stringify([ref.agency, ref.system, ref.kind, ref.key]);
}

/** The order in which one source's words are taken: by its own order, ties by id, never by when they arrived. */
export function byOrder(first: Observation, second: Observation): number {
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
  const records = groupBy(once, ({ record }) => refKey(record));
  return [...records.values()].flatMap(standingOfRecord).sort(byOrder);
}

function standingOfRecord(observations: readonly Observation[]): Observation[] {
  const recordTakenBack = latestOrder(observations.filter((said) => said.kind === 'retraction' && said.payload.scope === 'record'));
  const parts = groupBy(observations, ({ part }) => part);
  return [...parts.values()].flatMap((said) => standingOfPart(said, recordTakenBack));
}

/** A retraction takes back its own order too; a correction only what came earlier, as one message may correct in several statements. */
function standingOfPart(observations: readonly Observation[], recordTakenBack: string): Observation[] {
  const partTakenBack = latestOrder(observations.filter(({ kind }) => kind === 'retraction'));
  const corrected = latestOrder(observations.filter(({ act }) => act === 'correct'));
  return observations.filter(
    ({ kind, order }) => kind !== 'retraction' && order > partTakenBack && order > recordTakenBack && order >= corrected,
  );
}

/** '' sorts before every order. */
function latestOrder(observations: readonly Observation[]): string {
  return observations.reduce((latest, { order }) => (order > latest ? order : latest), '');
}
