import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** One person's emergency accesses to one child, under any of its person records. */
export interface OpenedBy {
  readonly person: string;
  readonly children: readonly string[];
  readonly since: number;
}

/** When one was opened, and when a review found that it was not justified; epoch milliseconds. */
export interface Opened {
  readonly at: number;
  readonly notJustifiedAt: number | null;
}

const REVIEW = `(select r.payload ->> 'outcome' as outcome, r.at from decision r
  where r.kind = 'EMERGENCY_REVIEW' and r.about = e.id order by r.revision desc, r.at desc, r.id desc limit 1)`;

/** What the person opened, or a review found on it, since an instant; the latest opening first. */
export async function emergenciesOf(em: EntityManager, { person, children, since }: OpenedBy): Promise<readonly Opened[]> {
  const rows = await execute<{ at: string; found: string | null }>(
    em,
    `select (extract(epoch from e.at) * 1000)::text as at,
       case when review.outcome = 'NOT_JUSTIFIED' then (extract(epoch from review.at) * 1000)::text end as found
     from decision e left join lateral ${REVIEW} review on true
     where e.kind = 'EMERGENCY' and e.person = $1 and e.child = any ($2::uuid[]) and greatest(e.at, review.at) > $3::timestamptz
     order by e.at desc`,
    [person, children, new Date(since).toISOString()],
  );
  return rows.map(({ at, found }) => ({ at: Math.round(Number(at)), notJustifiedAt: found === null ? null : Math.round(Number(found)) }));
}

/** Whom a notice told since an instant of an access that nobody has reviewed yet. */
export async function toldOfEmergencies(em: EntityManager, { person, children, since }: OpenedBy): Promise<readonly string[]> {
  const rows = await execute<{ to: string }>(
    em,
    `select distinct unnest(n."to") as to from briefing_notice n join decision e on e.id = n.about
     where n.kind = 'EMERGENCY_ACCESS' and n.raised_at > $3::timestamptz
       and e.kind = 'EMERGENCY' and e.person = $1 and e.child = any ($2::uuid[])
       and not exists (select 1 from decision r where r.kind = 'EMERGENCY_REVIEW' and r.about = e.id)`,
    [person, children, new Date(since).toISOString()],
  );
  return rows.map(({ to }) => to);
}
