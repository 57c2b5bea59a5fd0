import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { execute } from '../database.ts';
import type { Closure } from './load-closure.ts';
import type { PictureRow } from './project-facts.ts';
import { PICTURE_TABLES } from './project-picture.ts';

/** How many rows of one table came, became others and went. */
export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
/** What changed in the picture, by table. */
export type PictureChanges = ReadonlyMap<string, RowChanges>;

/** Puts the folded children in the place of what was shown of these person records. Only rows that differ are written. */
export async function storePicture(em: EntityManager, closure: Closure, children: readonly ChildPicture[]): Promise<PictureChanges> {
  const former = await formerChildren(em, closure.subjects);
  const changes = new Map<string, RowChanges>();
  for (const [table, project] of Object.entries(PICTURE_TABLES)) {
    const rows = children.flatMap((child) => project(child));
    const removed = await removeOthers(em, { table, former, rows });
    changes.set(table, { ...(await upsert(em, table, rows)), removed });
  }
  await storeGroups(em, former, children);
  await storeKeys(em, closure);
  return changes;
}

/** What storing these children in the place of what is shown of these person records would change. */
export async function comparePicture(em: EntityManager, subjects: readonly string[], children: readonly ChildPicture[]): Promise<PictureChanges> {
  const former = await formerChildren(em, subjects);
  const changes = new Map<string, RowChanges>();
  for (const [table, project] of Object.entries(PICTURE_TABLES)) {
    const rows = children.flatMap((child) => project(child)).map(({ id, row_hash }) => ({ id, row_hash }));
    const [counted] = await execute<RowChanges>(
      em,
      `with folded as (select * from json_to_recordset($1::json) as f(id uuid, row_hash text))
       select (count(*) filter (where shown.id is null))::integer as added,
         (count(*) filter (where shown.row_hash <> folded.row_hash))::integer as changed,
         (count(*) filter (where folded.id is null))::integer as removed
       from folded full join (
         select id, row_hash from ${table} where child_id = any ($2::uuid[]) or id in (select id from folded)) shown using (id)`,
      [JSON.stringify(rows), former],
    );
    changes.set(table, counted ?? { added: 0, changed: 0, removed: 0 });
  }
  return changes;
}

/** The child that each person record is shown under. */
export async function shownChildren(em: EntityManager): Promise<{ record: string; child: string }[]> {
  return execute(em, `select record, child_id as child from record_group where kind = 'person'`);
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

async function upsert(em: EntityManager, table: string, rows: readonly PictureRow[]): Promise<Pick<RowChanges, 'added' | 'changed'>> {
  const [first] = rows;
  if (first === undefined) {
    return { added: 0, changed: 0 };
  }
  const columns = Object.keys(first);
  const updates = columns.filter((column) => column !== 'id' && column !== 'version').map((column) => `${column} = excluded.${column}`);
  const written = await execute<{ version: number }>(
    em,
    `insert into ${table} as shown (${columns.join(', ')})
     select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)
     on conflict (id) do update set ${updates.join(', ')}, version = shown.version + 1
     where shown.row_hash <> excluded.row_hash returning version`,
    [JSON.stringify(rows)],
  );
  const added = written.filter(({ version }) => version === 1).length;
  return { added, changed: written.length - added };
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
