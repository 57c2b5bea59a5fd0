import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReportedMatter } from '../../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { execute } from '../database.ts';

/** A report that stands in the hub: in which part of which episode record, of what, and by whom. */
export interface StandingReport {
  readonly record: string;
  readonly part: string;
  readonly matter: ReportedMatter;
  readonly originator: string;
  readonly revision: number;
  /** The episode record it was reported of; null of one that was reported missing anew. */
  readonly episode: string | null;
}

/** The report of this id; null where there is none, or it was withdrawn. */
export async function reportById(em: EntityManager, id: string): Promise<StandingReport | null> {
  const [row] = await execute<StandingReport>(
    em,
    `select r.record, r.part, r.matter, r.originator, r.revision, (
       select o.payload ->> 'episode' from observation o where o.record = r.record and o.part = r.part and o.kind = 'filed'
       order by o."order" collate "C" desc limit 1) as episode
     from episode_report r where r.id = $1::uuid`,
    [id],
  );
  return row ?? null;
}

/** The agency's own record in the hub of one of these; null where it keeps none. */
export async function ownAmong(em: EntityManager, records: readonly string[], agency: string): Promise<string | null> {
  const [row] = await execute<{ id: string }>(
    em,
    `select id from record where id = any ($1::uuid[]) and agency = $2 and system = $3 order by id limit 1`,
    [records, agency, HUB_SYSTEM],
  );
  return row?.id ?? null;
}

/** The records of the child's open episodes, those of the latest first. */
export async function openEpisodeRecords(em: EntityManager, child: string): Promise<readonly string[]> {
  const rows = await execute<{ records: string[] }>(
    em,
    `select to_json(record_ids)::text as records from episode where child_id = $1::uuid and is_open order by missing_from_at desc, id desc`,
    [child],
  );
  return rows.flatMap(({ records }) => JSON.parse(String(records)) as string[]);
}

/** What a person should look at in the times of the episode shown for this record. */
export async function timesOutOfOrder(em: EntityManager, record: string): Promise<readonly string[]> {
  const [row] = await execute<{ flags: string }>(
    em,
    `select s.flags::text as flags from episode e join episode_source s on s.id = e.id where e.record_ids @> array[$1::uuid]`,
    [record],
  );
  // Written by the fold, with the codes of its flags.
  const flags = JSON.parse(row?.flags ?? '[]') as readonly { readonly code: string; readonly reason: string }[];
  return flags.filter(({ code }) => code === 'TIMES_OUT_OF_ORDER').map(({ reason }) => reason);
}

/** Who wrote the profile that stands under this record; null where none does. */
export async function writerOfProfile(em: EntityManager, id: string): Promise<string | null> {
  const [row] = await execute<{ originator: string }>(em, `select originator from profile where id = $1::uuid`, [id]);
  return row?.originator ?? null;
}
