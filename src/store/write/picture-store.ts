import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { execute } from '../database.ts';
import type { Closure } from './load-closure.ts';
import type { PictureRow } from './project-facts.ts';
import { PICTURE_TABLES } from './project-picture.ts';

/**
 * Puts the folded children in the place of what was shown of these person records. Only rows that differ are written.
 * Answers how many were.
 */
export async function storePicture(em: EntityManager, closure: Closure, children: readonly ChildPicture[]): Promise<number> {
  const former = await formerChildren(em, closure.subjects);
  let changed = 0;
  for (const [table, project] of Object.entries(PICTURE_TABLES)) {
    const rows = children.flatMap((child) => project(child));
    changed += await removeOthers(em, { table, former, rows });
    changed += await upsert(em, table, rows);
  }
  await storeGroups(em, former, children);
  await storeKeys(em, closure);
  return changed;
}

/** Every person record the hub has heard of. */
export async function personRecords(em: EntityManager): Promise<string[]> {
  const rows = await execute<{ id: string }>(em, `select id from record where kind = 'person' order by id`);
  return rows.map(({ id }) => id);
}

async function formerChildren(em: EntityManager, subjects: readonly string[]): Promise<string[]> {
  const rows = await execute<{ child: string }>(em, `select distinct child_id as child from record_group where record = any ($1::uuid[])`, [subjects]);
  return rows.map(({ child }) => child);
}

async function removeOthers(
  em: EntityManager,
  { table, former, rows }: { table: string; former: readonly string[]; rows: readonly PictureRow[] },
): Promise<number> {
  if (former.length === 0) {
    return 0;
  }
  const ids = rows.map(({ id }) => id);
  const removed = await execute(em, `delete from ${table} where child_id = any ($1::uuid[]) and not id = any ($2::uuid[]) returning id`, [former, ids]);
  return removed.length;
}

async function upsert(em: EntityManager, table: string, rows: readonly PictureRow[]): Promise<number> {
  const [first] = rows;
  if (first === undefined) {
    return 0;
  }
  const columns = Object.keys(first);
  const updates = columns.filter((column) => column !== 'id' && column !== 'version').map((column) => `${column} = excluded.${column}`);
  const written = await execute(
    em,
    `insert into ${table} as shown (${columns.join(', ')})
     select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)
     on conflict (id) do update set ${updates.join(', ')}, version = shown.version + 1
     where shown.row_hash <> excluded.row_hash returning id`,
    [JSON.stringify(rows)],
  );
  return written.length;
}

async function storeGroups(em: EntityManager, former: readonly string[], children: readonly ChildPicture[]): Promise<void> {
  const groups = children.flatMap((child) => [
    ...child.records.map(({ id }) => ({ record: id, kind: 'person', child_id: child.id, episode_id: null })),
    ...child.placements.map(({ id }) => ({ record: id, kind: 'placement', child_id: child.id, episode_id: null })),
    ...child.episodes.flatMap((episode) =>
      episode.records.map(({ id }) => ({ record: id, kind: 'episode', child_id: child.id, episode_id: episode.id })),
    ),
  ]);
  const records = groups.map(({ record }) => record);
  await execute(em, `delete from record_group where child_id = any ($1::uuid[]) and not record = any ($2::uuid[])`, [former, records]);
  await execute(
    em,
    `insert into record_group as g select * from json_populate_recordset(null::record_group, $1::json)
     on conflict (record) do update set child_id = excluded.child_id, episode_id = excluded.episode_id
     where (g.child_id, g.episode_id) is distinct from (excluded.child_id, excluded.episode_id)`,
    [JSON.stringify(groups)],
  );
}

async function storeKeys(em: EntityManager, { subjects, keys }: Closure): Promise<void> {
  const given = `json_populate_recordset(null::person_key, $1::json)`;
  await execute(
    em,
    `delete from person_key k where record = any ($2::uuid[]) and not exists (
       select from ${given} g where (g.record, g.kind, g.value, g.holder) = (k.record, k.kind, k.value, k.holder))`,
    [JSON.stringify(keys), subjects],
  );
  await execute(em, `insert into person_key select * from ${given} on conflict do nothing`, [JSON.stringify(keys)]);
}
