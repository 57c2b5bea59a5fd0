import type { EntityManager } from '@mikro-orm/postgresql';
import type { Decision, DecisionKind } from '../../domain/decision/decision.ts';
import { execute } from '../database.ts';

type DecisionRow = Omit<Decision, 'at' | 'payload'> & { readonly at: string; readonly payload: string };

const COLUMNS = `id, kind, child, about, matter, revision, payload::text as payload, person, agency, role,
  (extract(epoch from at) * 1000)::text as at`;

/**
 * Every decision that concerns these person records or anything ever said under them, oldest first: a decision on an
 * interview goes with it, whatever person record it was made under.
 */
export async function decisionsUnder(em: EntityManager, children: readonly string[]): Promise<Decision[]> {
  const rows = await execute<DecisionRow>(
    em,
    `select ${COLUMNS} from decision where id in (
       select id from decision where child = any ($1::uuid[])
       union
       select d.id from observation o join decision d on d.about = o.record where o.subject = any ($1::uuid[])
       union
       select id from decision where kind = 'MATCH' and about = any ($1::uuid[]))
     order by at, id`,
    [children],
  );
  return rows.map(asDecision);
}

/** Every two person records that somebody ever decided on together. */
export async function pairsDecidedOn(em: EntityManager): Promise<{ first: string; second: string }[]> {
  return execute(em, `select distinct child as first, about as second from decision where kind = 'MATCH' and about is not null`);
}

/** One decision by its id; null where there is none. */
export async function decisionById(em: EntityManager, id: string): Promise<Decision | null> {
  const [row] = await execute<DecisionRow>(em, `select ${COLUMNS} from decision where id = $1::uuid`, [id]);
  return row === undefined ? null : asDecision(row);
}

/** What a decision is on: the child under any of its person records, and the row under any of its records, none for the child itself. */
export interface DecidedMatter {
  readonly kind: DecisionKind;
  readonly children: readonly string[];
  readonly abouts: readonly string[] | null;
  readonly matter: string;
}

/** The revision that stands on this matter; 0 where nothing was decided. */
export async function standingRevision(em: EntityManager, { kind, children, abouts, matter }: DecidedMatter): Promise<number> {
  const [row] = await execute<{ revision: number }>(
    em,
    `select coalesce(max(revision), 0)::integer as revision from decision
     where kind = $1 and child = any ($2::uuid[]) and matter = $4
       and case when $3::uuid[] is null then about is null else about = any ($3::uuid[]) end`,
    [kind, children, abouts, matter],
  );
  return row?.revision ?? 0;
}

/** The decision that stands on this matter; null where nothing was decided. */
export async function standingDecision(em: EntityManager, { kind, children, abouts, matter }: DecidedMatter): Promise<Decision | null> {
  const [row] = await execute<DecisionRow>(
    em,
    `select ${COLUMNS} from decision
     where kind = $1 and child = any ($2::uuid[]) and matter = $4
       and case when $3::uuid[] is null then about is null else about = any ($3::uuid[]) end
     order by revision desc, decision.at desc, id desc limit 1`,
    [kind, children, abouts, matter],
  );
  return row === undefined ? null : asDecision(row);
}

/** Adds a decision; the caller has looked at its key and its revision under the writer's lock. */
export async function addDecision(em: EntityManager, decision: Decision, contentHash: string): Promise<void> {
  const { id, kind, child, about, matter, revision, payload, person, agency, role, at } = decision;
  await execute(
    em,
    `insert into decision (id, kind, child, about, matter, revision, payload, person, agency, role, at, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7::json, $8, $9, $10, $11, $12)`,
    [id, kind, child, about, matter, revision, JSON.stringify(payload), person, agency, role, new Date(at).toISOString(), contentHash],
  );
}

// The payload was written by addDecision from the very kind beside it.
function asDecision({ at, payload, ...row }: DecisionRow): Decision {
  return { ...row, at: Math.round(Number(at)), payload: JSON.parse(payload) as Decision['payload'] } as Decision;
}
