import type { EntityManager } from '@mikro-orm/postgresql';
import { LATE_NOTICE } from '../../domain/workflow/late-duties.ts';
import type { Risk } from '../../domain/observation/observation.ts';
import { FACTS, type ChildFacts } from '../../policy/facts.ts';
import { execute } from '../database.ts';
import { factSql } from './read-facts.ts';

/** An episode that may owe something. */
export interface OpenDuty {
  /** Shown ids. */
  readonly id: string;
  readonly child: string;
  /** Every record of the episode: whichever they are joined with later, each time a clock ran out was alerted once. */
  readonly records: readonly string[];
  readonly risk: Risk | null;
  /** The marks of the late clocks of which an agency was alerted already, as `<mark> <agency>`; the mark alone where it was everybody. */
  readonly alerted: readonly string[];
  readonly facts: ChildFacts;
  /** An interview or offer of it is closed to all but those who are let in. */
  readonly closedInPart: boolean;
}

/** An alert that a duty is late, which waits for an answer. */
export interface OpenLate {
  readonly alert: string;
  /** The episode as it is shown now, its records and its child. */
  readonly episode: string;
  readonly records: readonly string[];
  readonly child: string;
  readonly clock: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
  /** Whom each step is before. */
  readonly before: readonly (readonly string[])[];
}

/** Our figure: what a return that is longer over still owes stands on the work tray, and is not looked at again and again. */
const OVER_FOR = '90 days';
const event = (mark: string, agency: string): string => `LATE ${mark} ${agency}`;

/** The episodes that may owe something, the latest missing first: open, or back and not closed for editing or owing something still. Ids alone. */
export async function openDuties(em: EntityManager, now: number): Promise<readonly string[]> {
  const rows = await execute<{ id: string }>(
    em,
    `select e.id from episode e
     where e.is_open or ((e.finalised_at is null or e.duties_left <> '{}' or e.owing_until_at > $1::timestamptz) and e.status in ('RETURNED', 'LOCATED') and e.returned_until_at > $1::timestamptz - interval '${OVER_FOR}')
     order by e.missing_from_at desc, e.id desc`,
    [new Date(now).toISOString()],
  );
  return rows.map(({ id }) => id);
}

const CLOSED_IN_PART = ['interview', 'offer'].map((table) => `exists (select from ${table} o where o.child_id = r.child_id and o.episode_ids && r.record_ids and o.restricted = 'YES')`).join(' or ');

/** These episodes, with what decides who reads them. */
export async function dutiesOf(em: EntityManager, ids: readonly string[], now: number): Promise<readonly OpenDuty[]> {
  const facts = Object.entries(FACTS.Episode).map(([name, kind]) => `'${name}', ${factSql(name, kind)}`);
  const rows = await execute<{ read: string }>(
    em,
    `select json_build_object('id', r.id, 'child', r.child_id, 'records', r.record_ids, 'risk', r.risk, 'facts', json_build_object(${facts.join(', ')}),
       'closedInPart', ${CLOSED_IN_PART},
       'alerted', array(select substr(a.event, 6) from alerted a where a.record = any (r.record_ids) and a.event like 'LATE %'))::text as read
     from episode r where r.id = any ($1::uuid[]) and $2::timestamptz is not null`,
    [ids, new Date(now).toISOString()],
  );
  // The statement above builds exactly this.
  return rows.map(({ read }) => JSON.parse(read) as OpenDuty);
}

/** The alerts that a duty is late which nobody has answered. */
export async function openLates(em: EntityManager): Promise<readonly OpenLate[]> {
  return execute<OpenLate>(
    em,
    `select n.alert, e.id as episode, e.record_ids as records, e.child_id as child, n.clock, n.text, (extract(epoch from min(n.raised_at)) * 1000)::float8 as "raisedAt", json_agg(n."to" order by n.step) as before
     from briefing_notice n join episode e on e.record_ids @> array[n.about]
     where n.clock is not null and n.kind = '${LATE_NOTICE}' and n.acknowledged_at is null group by n.alert, e.id, e.record_ids, e.child_id, n.clock, n.text order by "raisedAt", n.alert`,
  );
}

/** An episode, whichever of its records it is known by, and an agency whose duty hears that a clock of it is late. */
interface LateAt {
  readonly records: readonly string[];
  readonly agency: string;
}

/** Keeps that this agency was alerted of this time a clock ran out; false where it was before, by whichever hub and under whichever of the episode's records. */
export async function markLate(em: EntityManager, { records, mark, agency, at }: LateAt & { readonly mark: string; readonly at: number }): Promise<boolean> {
  const known = await execute(em, 'select 1 from alerted where record = any ($1::uuid[]) and event = $2 limit 1', [records, event(mark, agency)]);
  await execute(em, 'insert into alerted (record, event, at) select unnest($1::uuid[]), $2, $3 on conflict do nothing', [records, event(mark, agency), new Date(at).toISOString()]);
  return known.length === 0;
}

/** An agency that answers for the child no more was taken off what was late: where it does again it is told anew. */
export async function forgetLate(em: EntityManager, { records, agency }: LateAt): Promise<void> {
  await execute(em, `delete from alerted where record = any ($1::uuid[]) and event like 'LATE %' and split_part(event, ' ', -1) = $2`, [records, agency]);
}

/** Ends an alert whose clock runs no more: it says so, and is before nobody any longer. */
export async function endLate(em: EntityManager, alert: string, { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice set clock_stopped_at = $2, acknowledged_at = $2, acknowledged_by = case when visible_from <= $2 then $3 end
     where alert = $1::uuid and acknowledged_at is null`,
    [alert, new Date(at).toISOString(), by],
  );
}
