import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import { DOCUMENT_CHANNEL } from './document-store.ts';
import { endUnreadSettled } from './unread-store.ts';

/** What rules on a quarantine entry ask of it, and what mending it needs. */
export interface QuarantineFacts {
  readonly id: string;
  readonly document: string;
  readonly agency: string;
  readonly system: string;
  readonly adapter: string;
  readonly shownTo: readonly string[];
  readonly state: string;
}

/** The entries of these ids, whoever may see them. */
export async function quarantineFacts(em: EntityManager, ids: readonly string[]): Promise<QuarantineFacts[]> {
  return execute(em, `select id, document, agency, system, adapter, shown_to as "shownTo", state from quarantine where id = any ($1::uuid[]) order by raised_at, id`, [ids]);
}

/** The open entries an agency sent, oldest first. */
export async function openEntriesOf(em: EntityManager, agency: string, most: number): Promise<QuarantineFacts[]> {
  return execute(
    em,
    `select id, document, agency, system, adapter, shown_to as "shownTo", state from quarantine
     where agency = $1 and state = 'OPEN' order by raised_at, id limit $2`,
    [agency, most],
  );
}

/** Who settles, when and why. */
export interface Settling {
  readonly at: number;
  /** `person@agency`. */
  readonly by: string;
  readonly reason: string;
}

/** Closes open entries without anything being taken. */
export async function dismissEntries(em: EntityManager, ids: readonly string[], { at, by, reason }: Settling): Promise<void> {
  await execute(
    em,
    `update quarantine set state = 'DISMISSED', settled_at = $2, settled_by = $3, settled_reason = $4 where id = any ($1::uuid[]) and state = 'OPEN'`,
    [ids, new Date(at).toISOString(), by, reason],
  );
  await endUnreadSettled(em, new Date(at).toISOString());
}

/** Keeps that a person has read entries; for their agency they no longer count as HIGH. */
export async function markRead(em: EntityManager, ids: readonly string[], { by, agency }: { readonly by: string; readonly agency: string }): Promise<void> {
  await execute(
    em,
    `update quarantine set read_by = read_by || $2::text, read_agencies = case when $3 = any (read_agencies) then read_agencies else read_agencies || $3::text end
     where id = any ($1::uuid[]) and not $2 = any (read_by)`,
    [ids, by, agency],
  );
}

/** Has the documents of these entries read again; what was dismissed is open until it is. */
export async function askReadAgain(em: EntityManager, ids: readonly string[], { by, acceptRetractions }: { readonly by: string; readonly acceptRetractions: boolean }): Promise<string[]> {
  await execute(em, `update quarantine set state = 'OPEN', settled_at = null, settled_by = null, settled_reason = null where id = any ($1::uuid[]) and state = 'DISMISSED'`, [ids]);
  const rows = await execute<{ id: string }>(
    em,
    `with asked as (
       update source_document set state = 'RECEIVED', read_again_by = $2, accept_retractions = $3
       where id in (select document from quarantine where id = any ($1::uuid[])) and erased_at is null returning id)
     select id::text, pg_notify('${DOCUMENT_CHANNEL}', id::text) from asked`,
    [ids, by, acceptRetractions],
  );
  return rows.map(({ id }) => id);
}

/** A corrected text, in place of the document an entry was refused from. */
export interface MendingDocument {
  readonly entry: string;
  readonly document: string;
  readonly bytes: Buffer;
  readonly by: string;
}

/**
 * Stores a mended document beside the one it mends, of the same source and as old as that one, so that what it says keeps
 * its order; null where the very same text was sent before.
 */
export async function addMendingDocument(em: EntityManager, { entry, document, bytes, by }: MendingDocument): Promise<string | null> {
  const id = randomUUID();
  const rows = await execute<{ id: string }>(
    em,
    `with added as (
       insert into source_document (id, agency, system, adapter, sha256, extracted, file_name, bytes, byte_length, received_at, received_by, state, mends, read_again_by)
       select $1, agency, system, adapter, $3, extracted, file_name, $4, $5, received_at, $6, 'RECEIVED', $7, $6 from source_document where id = $2
       on conflict (agency, system, adapter, sha256, coalesce(extracted, '')) do nothing returning id)
     select id::text, pg_notify('${DOCUMENT_CHANNEL}', id::text) from added`,
    [id, document, createHash('sha256').update(bytes).digest('hex'), bytes, bytes.length, by, entry],
  );
  return rows[0]?.id ?? null;
}

/** Which records a mended document speaks of, and who sent it when. */
interface Mending {
  readonly at: string;
  readonly by: string;
  readonly of: readonly string[];
}

/**
 * Settles the entry a document was sent to mend, once nothing of that document was refused and it speaks of the very record
 * that was refused, or where that is not known of any: a missing child does not leave the briefing by a text about something else.
 */
export async function settleMended(em: EntityManager, entry: string, { at, by, of }: Mending): Promise<void> {
  await execute(
    em,
    `update quarantine set state = 'MENDED', settled_at = $2, settled_by = $3 where id = $1 and state in ('OPEN', 'REPLAYED')
       and cardinality($4::uuid[]) > 0 and coalesce(record = any ($4::uuid[]), true)`,
    [entry, at, by, of],
  );
  await endUnreadSettled(em, at);
}
