import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import { filedUnder } from './filed-under.ts';

/** What an audit event of this id says; null where there is none. */
export async function auditBody(em: EntityManager, id: string): Promise<unknown> {
  const [row] = await execute<{ body: string }>(em, `select body::text as body from audit_event where id = $1::uuid`, [id]);
  return row === undefined ? null : JSON.parse(row.body);
}

/** The shown ids of the children that these records or decisions are about; what the hub does not have is left out. */
export async function childrenOf(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await execute<{ child: string }>(
    em,
    `select distinct g.child_id as child from (
       select ${filedUnder('r')} as subject from record r where r.id = any ($1::uuid[])
       union
       select child from decision where id = any ($1::uuid[])) named
     join record_group g on g.record = named.subject order by 1`,
    [ids],
  );
  return rows.map(({ child }) => child);
}

/** The outcome of an event of its own which says that a text waits. */
export const HELD_BACK = 'HELD_BACK';

/** When texts about a child were written or approved and held back all the same, and by whom, since an instant; epoch milliseconds, the latest first. */
export async function heldBackSince(em: EntityManager, child: string, since: number): Promise<readonly { readonly at: number; readonly by: readonly string[] }[]> {
  const rows = await execute<{ at: string; actor: string; writer: string | null }>(
    em,
    `select (extract(epoch from at) * 1000)::text as at, actor, body ->> 'writer' as writer from audit_event
     where children @> array[$1::uuid] and at > $2::timestamptz and kind = 'DECISION'
       and (body ->> 'outcome' = $3 or (body ->> 'action' = 'approveRedaction' and json_array_length(body -> 'answer' -> 'warnings') > 0))
     order by at desc`,
    [child, new Date(since).toISOString(), HELD_BACK],
  );
  return rows.map(({ at, actor, writer }) => ({ at: Math.round(Number(at)), by: writer === null ? [actor] : [actor, writer] }));
}
