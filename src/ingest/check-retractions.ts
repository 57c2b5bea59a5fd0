import { absentFrom, absentFromNewer, type Absence, type FullExtract } from '../store/write/full-extract-store.ts';
import type { RecordKind } from '../domain/record/record.ts';
import type { Coverage } from './adapter-contract.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import { refusedRecord } from './quarantine-entries.ts';
import type { ReadDocument } from './read-document.ts';
import type { Writing } from '../store/database.ts';

/** A full extract that would take back more than this share of what its source said waits for a person. */
const GREATEST_SHARE = 0.05;

/** The records that would go, by their source's own keys, and of how many. */
export type Retracting = Pick<Absence, 'covered' | 'keys'>;

/** Of the records of one kind that an extract speaks for, those it does not hold. */
export interface LackingTable extends Absence {
  readonly kind: RecordKind;
}

/** What the document speaks for, table by table; nothing where it is no full extract, or where one of its rows could not be told. */
export function extractsOf({ document, messages, coverage, refusals }: ReadDocument): FullExtract[] {
  const order = messages[0]?.order ?? document.extracted;
  // A refused row whose record cannot be read may be any record: such an extract proves nobody absent.
  if (order === null || refusals.some(({ record }) => record === null)) {
    return [];
  }
  const { id, agency, system } = document;
  return coverage.map((covered) => ({ document: id, agency, system, ...during(covered), order }));
}

function during({ kind, during: { from, until } }: Coverage) {
  return { kind, from, until };
}

/** What taking this extract would retract where that is too much, be it by what it lacks itself or by what a newer one taken before it lacks; else null. */
export async function tooMuchRetracted(em: Writing, services: IngestServices, read: ReadDocument): Promise<Retracting | null> {
  if (!read.full) {
    return null;
  }
  const recordId = recordIds(services);
  const byNewer = await absentFromNewer(em, read.messages, recordId);
  if (isTooMuch(byNewer)) {
    return byNewer;
  }
  const absences = await absencesFrom(em, extractsOf(read), heldBy(services, read));
  // One table that lacks too much holds the document up whole, and then all that it would retract is told.
  return absences.some(isTooMuch) ? { covered: sum(absences.map(({ covered }) => covered)), keys: absences.flatMap(({ keys }) => keys) } : null;
}

/** What each of these extracts lacks (`held`: ids of the records their document speaks of). */
export async function absencesFrom(em: Writing, extracts: readonly FullExtract[], held: readonly string[]): Promise<LackingTable[]> {
  const absences: LackingTable[] = [];
  for (const extract of extracts) {
    absences.push({ kind: extract.kind, ...(await absentFrom(em, extract, held)) });
  }
  return absences;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function isTooMuch(retracting: Retracting | null): boolean {
  return retracting !== null && retracting.keys.length > retracting.covered * GREATEST_SHARE;
}

/** Ids of the records that the document speaks of, refused ones too. */
export function heldBy(services: IngestServices, { document, messages, refusals }: ReadDocument): string[] {
  const recordId = recordIds(services);
  const refused = refusals.flatMap(({ record }) => (record === null ? [] : [refusedRecord(services, document, record)]));
  return [...messages.map(({ record }) => record), ...refused].map(recordId);
}

/** Do two readings speak for the same records, at the same order? */
export function speakForTheSame(some: readonly FullExtract[], others: readonly FullExtract[]): boolean {
  const words = (extracts: readonly FullExtract[]): string => JSON.stringify(extracts.map(({ kind, order, from, until }) => [kind, order, from, until]).sort());
  return words(some) === words(others);
}
