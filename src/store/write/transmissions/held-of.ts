import type { Span } from '../../../domain/interval/compare-intervals.ts';
import { execute, type Writing } from '../../database.ts';

/** Of which interview, of which child, and with which host a result was agreed. */
export interface HeldAsked {
  readonly interview: string;
  readonly child: string;
  readonly host: string;
}

/** When an interview took place, and the latest words in which the authorities agreed by when its result is owed. */
export async function heldOf(em: Writing, { interview, child, host }: HeldAsked): Promise<{ readonly held: Span | null; readonly resultBy: string | null }> {
  const [row] = await execute<{ from: string | null; until: string | null; result_by: string | null }>(
    em,
    `select i.at ->> 'from' as from, i.at ->> 'until' as until, (
       select a.result_by from placement_agreement a join record_group g on g.child_id = a.child_id
       where g.record = $2::uuid and a.host_authority = $3 order by a.agreed_from_at desc, a.id limit 1) as result_by
     from (select 1) as one left join interview i on i.id = $1::uuid`,
    [interview, child, host],
  );
  const [from, until] = [Date.parse(row?.from ?? ''), Date.parse(row?.until ?? '')];
  return { held: Number.isNaN(from) || Number.isNaN(until) ? null : { from, until }, resultBy: row?.result_by ?? null };
}

/** When an offer was last tried, or else made; null where nobody says. */
export async function lastTried(em: Writing, offer: string): Promise<Span | null> {
  const [row] = await execute<{ from: string; until: string }>(
    em,
    `select tried.at ->> 'from' as from, tried.at ->> 'until' as until from offer o
     cross join lateral (select o.at union all select a -> 'at' from json_array_elements(o.attempts) as a) as tried(at)
     where o.id = $1::uuid and tried.at ->> 'from' is not null order by (tried.at ->> 'from')::timestamptz desc limit 1`,
    [offer],
  );
  return row === undefined ? null : { from: Date.parse(row.from), until: Date.parse(row.until) };
}

/** What goes by rule between two authorities for a child whom one placed with the other: by what they agreed where that is recorded, else because it is placed so. */
export async function placementCause(em: Writing, { child, between }: { readonly child: string; readonly between: readonly [string, string] }): Promise<'PLACEMENT_AGREEMENT' | 'PLACED_BY_ANOTHER'> {
  const [found] = await execute(
    em,
    `select 1 from placement_agreement a join record_group g on g.child_id = a.child_id where g.record = $1::uuid and a.host_authority = any ($2::text[]) limit 1`,
    [child, between],
  );
  return found === undefined ? 'PLACED_BY_ANOTHER' : 'PLACEMENT_AGREEMENT';
}

/** The interviews of any of these episode records. */
export async function interviewsOf(em: Writing, episodes: readonly string[]): Promise<readonly string[]> {
  const rows = await execute<{ id: string }>(em, `select id from interview where episode_ids && $1::uuid[] order by held_from_at, id`, [episodes]);
  return rows.map(({ id }) => id);
}
