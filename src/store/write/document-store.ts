import type { EntityManager } from '@mikro-orm/postgresql';
import { HubError } from '../../domain/errors.ts';
import { execute, type Database } from '../database.ts';
import { oneMessage, oneStatement } from '../one-statement.ts';

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

/** A document at the door. */
export interface ArrivedDocument extends SourceDocument {
  readonly sha256: string;
  readonly receivedBy: string;
}

/** Under which id a document is kept, and whether it was before. */
export interface KeptDocument {
  readonly id: string;
  readonly state: DocumentState;
  readonly already: boolean;
}

const ADD = `with added as (
    insert into source_document (id, agency, system, adapter, sha256, extracted, file_name, bytes, byte_length, received_at, received_by, signature, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'RECEIVED')
    on conflict (agency, system, adapter, sha256, coalesce(extracted, '')) do nothing returning id)
  select id, pg_notify('${DOCUMENT_CHANNEL}', id::text) from added`;
const KNOWN = `select id, state from source_document
  where agency = $1 and system = $2 and adapter = $3 and sha256 = $4 and coalesce(extracted, '') = coalesce($5::text, '')`;

/** Stores the bytes of all of them or of none, but for those that the same system sent at the same order before. */
export async function addDocuments(database: Database, documents: readonly ArrivedDocument[]): Promise<KeptDocument[]> {
  const added = await oneMessage(database, 'homeward_writer', documents.map((document) => ({ sql: ADD, parameters: rowOf(document) })));
  const before = documents.filter((_document, place) => added[place]?.length === 0);
  const known = new Map(before.length === 0 ? [] : await knownDocuments(database, before));
  return documents.map((document) => known.get(document) ?? { id: document.id, state: 'RECEIVED', already: false });
}

function rowOf({ id, agency, system, adapter, sha256, extracted, fileName, bytes, receivedAt, receivedBy, signature }: ArrivedDocument): unknown[] {
  return [id, agency, system, adapter, sha256, extracted, fileName, bytes, bytes.length, receivedAt, receivedBy, signature];
}

/** The documents whose rows were in the way; documents are never deleted while the hub runs. */
async function knownDocuments(database: Database, documents: readonly ArrivedDocument[]): Promise<[ArrivedDocument, KeptDocument][]> {
  const asked = documents.map(({ agency, system, adapter, sha256, extracted }) => ({ sql: KNOWN, parameters: [agency, system, adapter, sha256, extracted] }));
  const answers = await oneMessage<Pick<KeptDocument, 'id' | 'state'>>(database, 'homeward_writer', asked);
  return documents.map((document, place) => {
    const known = answers[place]?.[0];
    if (known === undefined) {
      throw new HubError('INTERNAL', 'A document that the hub has cannot be found.');
    }
    return [document, { ...known, already: true }];
  });
}

/** By what the same document of the same system is known again. */
export type DocumentName = Pick<ArrivedDocument, 'agency' | 'system' | 'adapter' | 'extracted' | 'sha256'>;

/** Which of these the hub has, by their places among them. */
export async function placesKnown(database: Database, names: readonly DocumentName[]): Promise<ReadonlySet<number>> {
  const sql = `select (named.place - 1)::integer as place
    from rows from (json_to_recordset($1::json) as (agency text, system text, adapter text, extracted text, sha256 text)) with ordinality
      as named(agency, system, adapter, extracted, sha256, place)
    join source_document d on (d.agency, d.system, d.adapter, d.sha256, coalesce(d.extracted, ''))
      = (named.agency, named.system, named.adapter, named.sha256, coalesce(named.extracted, ''))`;
  const rows = await oneStatement<{ place: number }>(database, { as: 'homeward_writer', sql, parameters: [JSON.stringify(names)] });
  return new Set(rows.map(({ place }) => place));
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

/** What became of documents of this source system, by their ids; another's are not found. */
export async function outcomesOf(
  em: EntityManager,
  asked: { readonly ids: readonly string[]; readonly agency: string; readonly system: string },
): Promise<Map<string, DocumentOutcome>> {
  const outcomes = await execute<Omit<DocumentOutcome, 'warnings'> & { readonly warnings: string }>(
    em,
    `select id, state, records, taken, already, refused, warnings::text as warnings
     from source_document where id = any ($1::uuid[]) and agency = $2 and system = $3`,
    [asked.ids, asked.agency, asked.system],
  );
  // The column holds what markDocuments wrote.
  return new Map(outcomes.map((outcome) => [outcome.id, { ...outcome, warnings: JSON.parse(outcome.warnings) as DocumentOutcome['warnings'] }]));
}
