import type { EntityManager } from '@mikro-orm/postgresql';
import { HubError } from '../../domain/errors.ts';
import { execute, type Database } from '../database.ts';
import { oneStatement } from '../one-statement.ts';

/** RECEIVED: stored, not yet read. WAITING: a full extract that only a person may let retract so much. */
export type DocumentState = 'RECEIVED' | 'TAKEN' | 'QUARANTINED' | 'WAITING';

/** What was sent, exactly as it came. */
export interface SourceDocument {
  readonly id: string;
  readonly agency: string;
  readonly system: string;
  readonly adapter: string;
  readonly extracted: string | null;
  readonly fileName: string | null;
  readonly receivedAt: string;
  readonly bytes: Buffer;
  /** Detached JWS over the bytes, of formats that are signed. */
  readonly signature: string | null;
  /** The quarantine entry it was sent to mend. */
  readonly mends?: string | null;
  /** Who asked for it to be read again, or sent it to mend another. */
  readonly readAgainBy?: string | null;
  /** May it, a full extract, retract more than a twentieth? Somebody said so. */
  readonly acceptRetractions?: boolean;
}

/** How many documents, and bytes of them, are fetched at a time; the first one always is. */
export interface FetchLimits {
  readonly documents: number;
  readonly bytes: number;
}

/** What became of a document and its records. */
export interface DocumentOutcome {
  readonly id: string;
  readonly state: DocumentState;
  readonly records: number;
  readonly taken: number;
  readonly already: number;
  readonly refused: number;
  readonly warnings: readonly { readonly code: string; readonly place: string; readonly reason: string }[];
}

/** Told on this channel whenever a document waits to be read; it carries the document's id and nothing else. */
export const DOCUMENT_CHANNEL = 'document';

const COLUMNS = `d.id, d.agency, d.system, d.adapter, d.extracted, d.file_name as "fileName",
  to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", d.bytes, d.signature,
  d.mends, d.read_again_by as "readAgainBy", d.accept_retractions as "acceptRetractions"`;

/** Stores the bytes, unless the same system sent the very same document at the same order before. */
export async function addDocument(
  database: Database,
  document: SourceDocument,
  received: { readonly sha256: string; readonly by: string },
): Promise<{ id: string; state: DocumentState; already: boolean }> {
  const { id, agency, system, adapter, extracted, fileName, receivedAt, bytes, signature } = document;
  const sql = `with added as (
      insert into source_document (id, agency, system, adapter, sha256, extracted, file_name, bytes, byte_length, received_at, received_by, signature, state)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'RECEIVED')
      on conflict (agency, system, adapter, sha256, coalesce(extracted, '')) do nothing returning id)
    select id, pg_notify('${DOCUMENT_CHANNEL}', id::text) from added`;
  const parameters = [id, agency, system, adapter, received.sha256, extracted, fileName, bytes, bytes.length, receivedAt, received.by, signature];
  const added = await oneStatement(database, { as: 'homeward_writer', sql, parameters });
  return added.length > 0 ? { id, state: 'RECEIVED', already: false } : { ...(await knownDocument(database, document, received.sha256)), already: true };
}

/** The document whose row was in the way; documents are never deleted while the hub runs. */
async function knownDocument(
  database: Database,
  { agency, system, adapter, extracted }: SourceDocument,
  sha256: string,
): Promise<{ id: string; state: DocumentState }> {
  const sql = `select id, state from source_document
    where agency = $1 and system = $2 and adapter = $3 and sha256 = $4 and coalesce(extracted, '') = coalesce($5::text, '')`;
  const parameters = [agency, system, adapter, sha256, extracted];
  const [known] = await oneStatement<{ id: string; state: DocumentState }>(database, { as: 'homeward_writer', sql, parameters });
  if (known === undefined) {
    throw new HubError('INTERNAL', 'A document that the hub has cannot be found.');
  }
  return known;
}

/** Documents, and bytes of them, that are stored and not yet read. */
export interface Waiting {
  readonly documents: number;
  readonly bytes: number;
}

/** What waits to be read, of one source system and of all. */
export async function waitingOf(database: Database, { agency, system }: { readonly agency: string; readonly system: string }): Promise<{ own: Waiting; all: Waiting }> {
  // Numbers as text: a sum of bytes is a bigint to PostgreSQL.
  const sql = `select count(*)::text as all_documents, coalesce(sum(byte_length), 0)::text as all_bytes,
      count(*) filter (where agency = $1 and system = $2)::text as own_documents,
      coalesce(sum(byte_length) filter (where agency = $1 and system = $2), 0)::text as own_bytes
    from source_document where state = 'RECEIVED'`;
  const [row] = await oneStatement<Record<`${'own' | 'all'}_${'documents' | 'bytes'}`, string>>(database, { as: 'homeward_writer', sql, parameters: [agency, system] });
  const number = (text = '0'): number => Number(text);
  return {
    own: { documents: number(row?.own_documents), bytes: number(row?.own_bytes) },
    all: { documents: number(row?.all_documents), bytes: number(row?.all_bytes) },
  };
}

/** The documents that have waited longest. */
export async function waitingDocuments(em: EntityManager, limits: FetchLimits): Promise<SourceDocument[]> {
  return execute(
    em,
    `with waiting as (
       select id, received_at, row_number() over waited as place, sum(byte_length) over waited as bytes
       from source_document where state = 'RECEIVED' window waited as (order by received_at, id) limit $1)
     select ${COLUMNS} from waiting join source_document d using (id)
     where waiting.place = 1 or waiting.bytes <= $2 order by waiting.place`,
    [limits.documents, limits.bytes],
  );
}

/** One document as it came. */
export async function documentById(em: EntityManager, id: string): Promise<SourceDocument | null> {
  const [document] = await execute<SourceDocument>(em, `select ${COLUMNS} from source_document d where d.id = $1 and d.erased_at is null`, [id]);
  return document ?? null;
}

/** Writes down what became of documents. */
export async function markDocuments(em: EntityManager, outcomes: readonly DocumentOutcome[], at: string): Promise<void> {
  await execute(
    em,
    `update source_document d set state = o.state, records = o.records, taken = o.taken, already = o.already,
       refused = o.refused, warnings = o.warnings, taken_at = $2
     from json_to_recordset($1::json) as o(id uuid, state text, records integer, taken integer, already integer, refused integer, warnings json)
     where d.id = o.id`,
    [JSON.stringify(outcomes), at],
  );
}

/** What became of one document of this source system. */
export async function outcomeOf(
  em: EntityManager,
  asked: { readonly id: string; readonly agency: string; readonly system: string },
): Promise<DocumentOutcome | null> {
  const [outcome] = await execute<Omit<DocumentOutcome, 'warnings'> & { readonly warnings: string }>(
    em,
    `select id, state, records, taken, already, refused, warnings::text as warnings
     from source_document where id = $1 and agency = $2 and system = $3`,
    [asked.id, asked.agency, asked.system],
  );
  // The column holds what markDocuments wrote.
  return outcome ? { ...outcome, warnings: JSON.parse(outcome.warnings) as DocumentOutcome['warnings'] } : null;
}
