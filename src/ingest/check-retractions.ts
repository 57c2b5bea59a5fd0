import { absentFrom, absentFromNewer, type Absence, type FullExtract } from '../store/write/full-extract-store.ts';
import type { Coverage } from './adapter-contract.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import { refusedRecord } from './quarantine-entries.ts';
import type { ReadDocument } from './read-document.ts';
import type { Writing } from '../store/database.ts';

/** A full extract that would take back more than this share of what its source said waits for a person. */
const GREATEST_SHARE = 0.05;

/** The records that would go, by their source's own keys, and of how many. */
export type Retracting = Pick<Absence, 'covered' | 'keys'>;

/** What the document speaks for; null where it is no full extract, or where one of its rows could not be told. */
export function extractOf({ document, messages, coverage, refusals }: ReadDocument): FullExtract | null {
  const order = messages[0]?.order ?? document.extracted;
  // A refused row whose record cannot be read may be any record: such an extract proves nobody absent.
  if (coverage === null || order === null || refusals.some(({ record }) => record === null)) {
    return null;
  }
  const { id, agency, system } = document;
  return { document: id, agency, system, ...during(coverage), order };
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
  const extract = extractOf(read);
  const absence = extract === null ? null : await absentFrom(em, extract, heldBy(services, read));
  return isTooMuch(absence) ? absence : null;
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

/** Do two extracts speak for the same records, at the same order? */
export function isSameExtract(one: FullExtract | null, other: FullExtract | null): boolean {
  const words = (extract: FullExtract | null): string => JSON.stringify(extract && [extract.kind, extract.order, extract.from, extract.until]);
  return words(one) === words(other);
}
