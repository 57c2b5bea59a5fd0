import type { EntityManager } from '@mikro-orm/postgresql';
import { groupBy } from '../../domain/fold/group-by.ts';
import type { ChildPicture } from '../../domain/fold/picture.ts';
import { execute } from '../database.ts';
import { tellChanged } from './change-news.ts';
import type { Closure } from './load-closure.ts';
import { storeOpenTo } from './open-to.ts';
import { STANDING_COLUMNS, type PictureRow } from './project-facts.ts';
import { PICTURE_TABLES } from './project-picture.ts';
import { regroupedChildren, type Regrouped } from './regrouped-children.ts';

/** How many rows of one table came, became others and went. */
export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
/** What changed in the picture, by table. */
export type PictureChanges = ReadonlyMap<string, RowChanges>;

/** What storing did: rows by table, and which children are other person records together than before. */
export interface Stored {
  readonly changes: PictureChanges;
  readonly regrouped: readonly Regrouped[];
}

/** Puts the folded children in the place of what was shown of these person records. Only rows that differ are written. */
export async function storePicture(em: EntityManager, closure: Closure, children: readonly ChildPicture[]): Promise<Stored> {
  const together = await formerGroups(em, closure.subjects);
  const former = [...together.keys()];
  const shown = await shownRows(em, former);
  const changes = new Map<string, RowChanges>();
  const touched = new Set<string>();
  for (const [table, project] of Object.entries(PICTURE_TABLES)) {
    const { of, ...counted } = await storeRows(em, table, { rows: children.flatMap((child) => project(child)), shown: shown.get(table) ?? new Map() });
    changes.set(table, counted);
    of.forEach((child) => touched.add(child));
  }
  await storeOpenTo(em, children.map(({ id }) => id));
  await storeGroups(em, former, children);
  await storeKeys(em, closure);
  await tellChanged(em, [...touched]);
  return { changes, regrouped: regroupedChildren(together, children) };
}

/** What storing these children in the place of what is shown of these person records would change. */
export async function comparePicture(em: EntityManager, subjects: readonly string[], children: readonly ChildPicture[]): Promise<PictureChanges> {
  const former = [...(await formerGroups(em, subjects)).keys()];
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

/** The child that each of these person records is shown under. */
export async function childrenShownFor(em: EntityManager, records: readonly string[]): Promise<Map<string, string>> {
  const rows = await execute<{ record: string; child: string }>(em, `select record, child_id as child from record_group where record = any ($1::uuid[])`, [records]);
  return new Map(rows.map(({ record, child }) => [record, child]));
}

/** Every person record the hub has heard of. */
export async function personRecords(em: EntityManager): Promise<string[]> {
  const rows = await execute<{ id: string }>(em, `select id from record where kind = 'person' order by id`);
  return rows.map(({ id }) => id);
}

/** The children that these person records are shown under, each with all its person records among them. */
async function formerGroups(em: EntityManager, subjects: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await execute<{ record: string; child: string }>(
    em,
    `select record, child_id as child from record_group where record = any ($1::uuid[]) order by record`,
    [subjects],
  );
  return new Map([...groupBy(rows, ({ child }) => child)].map(([child, those]) => [child, those.map(({ record }) => record)]));
}

const SHOWN_ROWS = Object.keys(PICTURE_TABLES)
  .map((table) => `select '${table}' as "table", id, row_hash as hash, child_id as child from ${table} where child_id = any ($1::uuid[])`)
  .join(' union all ');

/** A row as it was shown, and of which child. */
interface ShownRow {
  readonly hash: string;
  readonly child: string;
}

/** The rows now shown of these children, by table and by id. */
async function shownRows(em: EntityManager, former: readonly string[]): Promise<Map<string, Map<string, ShownRow>>> {
  if (former.length === 0) {
    return new Map();
  }
  const rows = await execute<ShownRow & { table: string; id: string }>(em, SHOWN_ROWS, [former]);
  return new Map([...groupBy(rows, ({ table }) => table)].map(([table, those]) => [table, new Map(those.map((row) => [row.id, row]))]));
}

interface TableRows {
  readonly rows: readonly PictureRow[];
  readonly shown: ReadonlyMap<string, ShownRow>;
}

/** How many rows, and of which children: those that they stand under now, and those they stood under. */
async function storeRows(em: EntityManager, table: string, { rows, shown }: TableRows): Promise<RowChanges & { readonly of: readonly string[] }> {
  const folded = new Set(rows.map(({ id }) => id));
  const gone = [...shown.keys()].filter((id) => !folded.has(id));
  if (gone.length > 0) {
    await execute(em, `delete from ${table} where id = any ($1::uuid[])`, [gone]);
  }
  const differing = rows.filter(({ id, row_hash }) => shown.get(id)?.hash !== row_hash);
  const stood = [...gone, ...differing.map(({ id }) => id)].flatMap((id) => shown.get(id)?.child ?? []);
  return { ...(await upsert(em, table, differing)), removed: gone.length, of: [...stood, ...differing.map((row) => row.child_id)] };
}

async function upsert(em: EntityManager, table: string, rows: readonly PictureRow[]): Promise<Pick<RowChanges, 'added' | 'changed'>> {
  const [first] = rows;
  if (first === undefined) {
    return { added: 0, changed: 0 };
  }
  const columns = Object.keys(first);
  const updates = columns.filter((column) => column !== 'id' && column !== 'version').map((column) => `${column} = excluded.${column}`);
  const written = await execute<{ added: boolean }>(
    em,
    `insert into ${table} as shown (${columns.join(', ')})
     select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1::json)
     on conflict (id) do update set ${updates.join(', ')},
       version = shown.version + (to_jsonb(shown) - $2::text[] <> to_jsonb(excluded) - $2::text[])::integer
     where shown.row_hash <> excluded.row_hash returning xmax = 0 as added`,
    [JSON.stringify(rows), [...STANDING_COLUMNS, 'version', 'row_hash']],
  );
  const added = written.filter((row) => row.added).length;
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
