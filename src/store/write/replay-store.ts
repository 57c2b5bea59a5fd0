import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import type { FullExtract } from './full-extract-store.ts';
import type { Message } from './observation-store.ts';

/** One statement of a document that stands, as it was stored. */
export interface StoredStatement {
  readonly id: string;
  /** Of the message it came in. */
  readonly hash: string;
  readonly subject: string;
  readonly record: string;
  readonly part: string;
  readonly order: string;
  readonly kind: string;
  /** The payload as text. */
  readonly payload: string;
}

/** Which reading put statements in the place of others, when, by whom and why. */
export interface Superseding {
  readonly replay: string;
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

/** The documents of an adapter that were read and still have their bytes, oldest first. */
export async function documentsRead(em: EntityManager, { adapter, system }: { readonly adapter: string; readonly system: string | null }): Promise<string[]> {
  const rows = await execute<{ id: string }>(
    em,
    `select id from source_document
     where adapter = $1 and ($2::text is null or system = $2) and state in ('TAKEN', 'QUARANTINED') and erased_at is null order by received_at, id`,
    [adapter, system],
  );
  return rows.map(({ id }) => id);
}

/** What a document says that stands. */
export async function statementsOf(em: EntityManager, document: string): Promise<StoredStatement[]> {
  return execute(
    em,
    `select id, message_hash as hash, subject, record, part, "order", kind, payload::text as payload from standing_observation where document = $1 order by id`,
    [document],
  );
}

/** What these statements said no longer stands; the rows stay. */
export async function supersede(em: EntityManager, ids: readonly string[], { replay, at, by, why }: Superseding): Promise<void> {
  await execute(
    em,
    `insert into superseded (observation, replay, superseded_at, superseded_by, why) select unnest($1::text[]), $2, $3, $4, $5
     on conflict (observation) do update set replay = excluded.replay, superseded_at = excluded.superseded_at,
       superseded_by = excluded.superseded_by, why = excluded.why, lifted_at = null`,
    [ids, replay, at, by, why],
  );
}

/** Is one of these statements known already, but as part of another message? Then one version of an adapter has read in two ways. */
export async function isReadInTwoWays(em: EntityManager, messages: readonly Message[]): Promise<boolean> {
  const said = messages.flatMap(({ hash, observations }) => observations.map(({ id }) => ({ id, hash })));
  const rows = await execute(
    em,
    `select from json_to_recordset($1::json) as m(id text, hash text) join observation o on o.id = m.id where o.message_hash <> m.hash limit 1`,
    [JSON.stringify(said)],
  );
  return rows.length > 0;
}

/** What a document speaks for as a full extract, table by table. */
export async function extractsKept(em: EntityManager, document: string): Promise<FullExtract[]> {
  const rows = await execute<Omit<FullExtract, 'from' | 'until'> & { readonly from: string; readonly until: string }>(
    em,
    `select document, agency, system, kind, "order", extract(epoch from covers_from) * 1000 as "from", extract(epoch from covers_until) * 1000 as until
     from full_extract where document = $1`,
    [document],
  );
  return rows.map((row) => ({ ...row, from: Number(row.from), until: Number(row.until) }));
}

/** Forgets what a document spoke for, so that it can be said anew. */
export async function dropExtract(em: EntityManager, document: string): Promise<void> {
  await execute(em, `delete from full_extract where document = $1`, [document]);
}
