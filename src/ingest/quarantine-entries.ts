import { randomUUID } from 'node:crypto';
import { foldPlaces } from '../directory/fold-places.ts';
import type { QuarantineEntry } from '../store/write/quarantine-store.ts';
import type { Refusal } from './adapter-contract.ts';
import type { IngestServices } from './ingest-services.ts';
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
    ...refusalColumns(refused),
    shown_to: shownTo(refused, agency, places),
    raised_at: raisedAt,
  }));
  return [...new Map(entries.map((entry) => [`${entry.code} ${entry.place}`, entry])).values()];
}

function refusalColumns({ code, place, reason, remedy, readable, record }: Refusal) {
  return {
    code,
    place,
    reason,
    remedy,
    record_kind: record?.kind ?? null,
    record_key: record?.key ?? null,
    record_order: record?.order ?? null,
    ...readableColumns(readable),
  };
}

function readableColumns(readable: Refusal['readable']) {
  const { messageKind, givenName, familyName, dateOfBirth, risk, absence } = readable ?? NOTHING_READABLE;
  return { message_kind: messageKind, given_name: givenName, family_name: familyName, date_of_birth: dateOfBirth, risk, absence };
}
