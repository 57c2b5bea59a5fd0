import { randomUUID } from 'node:crypto';
import { foldPlaces } from '../directory/fold-places.ts';
import type { RecordRef } from '../domain/record/record.ts';
import type { SourceDocument } from '../store/write/document-store.ts';
import type { QuarantineEntry } from '../store/write/quarantine-store.ts';
import type { Refusal } from './adapter-contract.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import type { ReadDocument } from './read-document.ts';
import { shownTo } from './shown-to.ts';

const NOTHING_READABLE = { messageKind: null, givenName: null, familyName: null, dateOfBirth: null, risk: null, absence: null };

/** What was refused of a document, as it is kept; one entry for each code and place. */
export function quarantineEntries(services: IngestServices, { document }: ReadDocument, refusals: readonly Refusal[]): QuarantineEntry[] {
  const places = foldPlaces(services.directory());
  const raisedAt = new Date(services.clock()).toISOString();
  const { id, agency, system, adapter } = document;
  const entries = refusals.map((refused) => ({
    id: randomUUID(),
    document: id,
    agency,
    system,
    adapter,
    ...wordsOf(refused),
    ...recordColumns(services, document, refused),
    shown_to: shownTo(refused, agency, places),
    raised_at: raisedAt,
  }));
  return [...new Map(entries.map((entry) => [`${entry.code} ${entry.place}`, entry])).values()];
}

/** The record a refused message was about, as the hub names records of this document's source. */
export function refusedRecord({ directory }: IngestServices, { agency, system }: SourceDocument, { kind, key }: Pick<RecordRef, 'kind' | 'key'>): RecordRef {
  const personKeys = directory().systems.get(system)?.personKeys ?? system;
  return { agency, system: kind === 'person' ? personKeys : system, kind, key };
}

function recordColumns(services: IngestServices, document: SourceDocument, { record }: Refusal) {
  if (record === null) {
    return { record: null, record_part: null, record_order: null };
  }
  return {
    record: recordIds(services)(refusedRecord(services, document, record)),
    record_part: record.part,
    record_order: record.order ?? latestOrder(services, document),
  };
}

/** A message whose time cannot be read was sent before it was received: only what was sent since is surely later. */
function latestOrder({ adapters }: IngestServices, { adapter, receivedAt }: SourceDocument): string | null {
  return adapters.get(adapter)?.manifest.order === 'sentAt' ? receivedAt : null;
}

function wordsOf({ code, place, reason, remedy, readable }: Refusal) {
  const { messageKind, givenName, familyName, dateOfBirth, risk, absence } = readable ?? NOTHING_READABLE;
  const readableColumns = { message_kind: messageKind, given_name: givenName, family_name: familyName, date_of_birth: dateOfBirth, risk, absence };
  return { code, place, reason, remedy, ...readableColumns };
}
