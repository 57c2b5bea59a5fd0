import { execute, type Writing } from '../database.ts';

/** Whom something rings, and as whom they read. */
export interface Ringable {
  readonly addressee: string;
  readonly reads: readonly string[];
}

/** A try at ringing somebody of one step of an alert, taken; ids and times alone. */
export interface RingTry {
  readonly id: string;
  readonly addressee: string;
  /** Which try it is: the number that lets its holder say what came of it. */
  readonly tries: number;
  readonly notice: string;
  readonly alert: string;
  readonly step: number;
  /** Epoch milliseconds. */
  readonly answerBy: number;
}

/** Between which instants an alert's step came before somebody, epoch milliseconds. */
export interface RingWindow {
  readonly since: number;
  readonly now: number;
}

/** An alert is open to whoever is rung: it waits, its step is due, and they may read of its child. */
export const OPEN_TO_RUNG = `n.alert is not null and n.acknowledged_at is null and n.visible_from > $2 and n.visible_from <= $3 and n."to" && array[w.addressee] and n.open_to && w.reads`;
export const WHOM_RUNG = `json_to_recordset($1::json) as w(addressee text, reads text[])`;
const at = (instant: number): string => new Date(instant).toISOString();
/** So many of each channel are rung in one turn, at the same time. */
const AT_ONCE = 20;

/** Notes whom to ring of every step that is due by now, once each. */
export async function noteRings(em: Writing, whom: readonly Ringable[], { since, now }: RingWindow): Promise<void> {
  await execute(
    em,
    `insert into alert_ring (id, notice, addressee, next_try_at) select gen_random_uuid(), n.id, w.addressee, $3 from ${WHOM_RUNG} join briefing_notice n on ${OPEN_TO_RUNG}
     where not exists (select from alert_ring r where r.notice = n.id and r.addressee = w.addressee) on conflict do nothing`,
    [JSON.stringify(whom), at(since), at(now)],
  );
}

/** Takes some that are due until an instant, after which another may take them; of what was answered or closed to them meanwhile nobody is rung. */
export async function takeRings(em: Writing, whom: readonly Ringable[], { since, now, until }: RingWindow & { readonly until: number }): Promise<readonly RingTry[]> {
  return execute<RingTry>(
    em,
    `with due as (
       select r.id from alert_ring r join ${WHOM_RUNG} on w.addressee = r.addressee join briefing_notice n on n.id = r.notice and ${OPEN_TO_RUNG}
       where r.rung_at is null and r.next_try_at <= $3 order by r.next_try_at, r.id limit ${String(AT_ONCE)} for update of r skip locked)
     update alert_ring r set tries = r.tries + 1, tried_at = $3, next_try_at = $4 from due, briefing_notice n where r.id = due.id and n.id = r.notice
     returning r.id, r.addressee, r.tries, n.id as notice, n.alert, n.step, (extract(epoch from n.answer_by) * 1000)::float8 as "answerBy"`,
    [JSON.stringify(whom), at(since), at(now), at(until)],
  );
}

/** What a ring is about, as far as the hub writes down and tells what came of it. */
export interface RingSubject {
  readonly kind: string;
  readonly about: string;
  /** The person record; null where nobody knows which child it is. */
  readonly child: string | null;
  /** Shown id of the child. */
  readonly shown: string | null;
  readonly watchers: readonly string[];
}

export const RING_SUBJECT = `n.kind, n.about, n.child, coalesce((select g.child_id from record_group g where g.record = n.child), n.child) as shown, n.watchers`;

/** Says that whatever rings them has taken it; null where another said so before. */
export async function keepRung(em: Writing, { id, now }: { readonly id: string; readonly now: number }): Promise<RingSubject | null> {
  const [row] = await execute<RingSubject>(em, `update alert_ring r set rung_at = $2, fault = null from briefing_notice n where r.id = $1::uuid and n.id = r.notice and r.rung_at is null returning ${RING_SUBJECT}`, [id, at(now)]);
  return row ?? null;
}

/** A try that came to nothing. */
export interface NotRung {
  readonly id: string;
  readonly tries: number;
  readonly fault: string;
  readonly now: number;
  /** When it is tried again. */
  readonly next: number;
  /** Whether it is time to tell somebody of it. */
  readonly tell: boolean;
}

/** Says why somebody was not rung; answers what of, the first time that it is to be told and the alert still waits. */
export async function keepNotRung(em: Writing, { id, tries, fault, now, next, tell }: NotRung): Promise<RingSubject | null> {
  const [row] = await execute<RingSubject & { readonly first: boolean }>(
    em,
    `update alert_ring r set fault = $3, next_try_at = $4, told_at = case when $5 and n.acknowledged_at is null then coalesce(r.told_at, $6::timestamptz) else r.told_at end
     from briefing_notice n, alert_ring before where r.id = $1::uuid and r.tries = $2 and r.rung_at is null and n.id = r.notice and before.id = r.id
     returning ${RING_SUBJECT}, before.told_at is null and r.told_at is not null as first`,
    [id, tries, fault, at(next), tell, at(now)],
  );
  return row?.first === true ? row : null;
}
