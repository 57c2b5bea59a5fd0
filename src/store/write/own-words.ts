import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import type { DocumentState, SourceDocument } from './document-store.ts';
import type { KnownMessage, Message, RecordIds } from './observation-store.ts';

/** One source system of one agency: what is answered to it rests on what it sent itself. */
export type Sender = Pick<SourceDocument, 'agency' | 'system'>;

/** A statement that this very system sent: another system may say the same of a person whose keys they share. */
const SENT_BY = (statement: string): string =>
  `exists (select from source_document d where d.id = ${statement}.document and d.agency = $2 and d.system = $3)`;

/** The document in which this system sent the very same bytes at the same order before; null where it did not. */
export async function sentBefore(
  em: EntityManager,
  { agency, system, adapter, extracted }: SourceDocument,
  sha256: string,
): Promise<{ readonly document: string; readonly state: DocumentState } | null> {
  const [known] = await execute<{ document: string; state: DocumentState }>(
    em,
    `select id as document, state from source_document
     where agency = $1 and system = $2 and adapter = $3 and sha256 = $4 and coalesce(extracted, '') = coalesce($5::text, '')`,
    [agency, system, adapter, sha256, extracted],
  );
  return known ?? null;
}

/** What this system said before at the records, parts and orders of these messages, by message key. */
export async function ownMessages(em: EntityManager, sender: Sender, asked: { readonly messages: readonly Message[]; readonly recordId: RecordIds }): Promise<Map<string, KnownMessage>> {
  const { messages, recordId } = asked;
  const keys = messages.map(({ record, part, order }) => ({ record: recordId(record), part, order }));
  const rows = await execute<{ record: string; part: string; order: string } & KnownMessage>(
    em,
    `select distinct o.record, o.part, o."order", o.message_hash as hash, o.document
     from json_to_recordset($1::json) as m(record uuid, part text, "order" text)
     join standing_observation o on o.record = m.record and o.part = m.part and o."order" = m."order"
     where ${SENT_BY('o')}`,
    [JSON.stringify(keys), sender.agency, sender.system],
  );
  return new Map(rows.map(({ record, part, order, hash, document }) => [JSON.stringify([record, part, order]), { hash, document }]));
}

/** Which of these records this system spoke of before. */
export async function ownRecords(em: EntityManager, sender: Sender, records: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await execute<{ id: string }>(
    em,
    `select r.id from unnest($1::uuid[]) as r(id) where exists (
       select from standing_observation o where (o.record = r.id or o.subject = r.id) and ${SENT_BY('o')})`,
    [records, sender.agency, sender.system],
  );
  return new Set(rows.map(({ id }) => id));
}
