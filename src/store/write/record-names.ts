import { execute, type Writing } from '../database.ts';

/** A record by its id in the hub, and how its own system names it. */
export interface NamedRecord {
  readonly id: string;
  readonly agency: string;
  readonly system: string;
  readonly kind: string;
  readonly key: string;
}

/** Each record by its id; one that is not there is left out. */
export async function recordNames(em: Writing, ids: readonly string[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const rows = await execute<NamedRecord>(em, `select id, agency, system, kind, key from record where id = any($1::uuid[])`, [`{${ids.join(',')}}`]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which groups are asked for, by any record id of each, and whose records go before all others. */
export interface FirstOf {
  readonly group: 'child' | 'episode';
  readonly ids: readonly string[];
  /** Ids of source systems. */
  readonly before?: readonly string[];
}

/**
 * The record of a group that was heard of first: what joins the group later changes no name that was given before. Nothing is read of it
 * but names.
 */
export async function firstRecords(em: Writing, { group, ids, before = [] }: FirstOf): Promise<ReadonlyMap<string, NamedRecord>> {
  const rows = await execute<NamedRecord & { readonly asked: string }>(
    em,
    `select asked.id as asked, first.id, first.agency, first.system, first.kind, first.key
     from unnest($1::uuid[]) as asked(id) join ${group} as whole on whole.record_ids @> array[asked.id],
     lateral (select record.id, record.agency, record.system, record.kind, record.key from record where record.id = any(whole.record_ids)
       order by record.system = any($2::text[]) desc, (select min(recorded_at) from observation where observation.record = record.id), record.id limit 1) as first`,
    [`{${ids.join(',')}}`, before],
  );
  return new Map(rows.map(({ asked, ...first }) => [asked, first]));
}
