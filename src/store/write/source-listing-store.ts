import type { EntityManager } from '@mikro-orm/postgresql';
import { execute, type Database } from '../database.ts';
import { oneStatement } from '../one-statement.ts';

/** A source system as the directory lists it. */
export interface ListedSource {
  readonly agency: string;
  readonly system: string;
  readonly adapter: string;
  /** Null: it sends when it has something. */
  readonly expectedEveryHours: number | null;
}

/** Keeps which systems the directory names, since when, and how often each is expected to send; what it no longer names is expected no more. */
export async function listSources(em: EntityManager, listed: readonly ListedSource[], at: Date): Promise<void> {
  const rows = JSON.stringify(listed);
  const named = `json_to_recordset($1::json) as named(agency text, system text, adapter text, "expectedEveryHours" integer)`;
  await execute(em, `update source_freshness known set listed_at = null, expected_every_hours = null
    where known.listed_at is not null and not exists (select from ${named} where (named.agency, named.system, named.adapter) = (known.agency, known.system, known.adapter))`, [rows]);
  await execute(em, `insert into source_freshness as known (agency, system, adapter, listed_at, expected_every_hours)
    select agency, system, adapter, $2, "expectedEveryHours" from ${named}
    on conflict (agency, system, adapter) do update
      set listed_at = coalesce(known.listed_at, excluded.listed_at), expected_every_hours = excluded.expected_every_hours`, [rows, at]);
}

/** The systems that should have sent something by now, and since when. */
export async function silentSources(database: Database, now: Date): Promise<{ readonly agency: string; readonly system: string }[]> {
  const sql = `select agency, system from source_freshness
    where coalesce(last_received_at, listed_at) + make_interval(hours => expected_every_hours) < $1 order by agency, system`;
  return oneStatement(database, { as: 'homeward_writer', sql, parameters: [now] });
}
