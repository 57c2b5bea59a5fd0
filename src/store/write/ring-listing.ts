import { execute, type Writing } from '../database.ts';
import { OPEN_TO_RUNG, RING_SUBJECT, WHOM_RUNG, type Ringable, type RingSubject, type RingWindow } from './ring-store.ts';

/** Whom to ring of a step of an alert that waits, and what came of it so far; ids and times alone, epoch milliseconds. */
export interface RingListed {
  /** Null: nobody has noted yet that they are to be rung. */
  readonly id: string | null;
  readonly alert: string;
  readonly step: number;
  readonly addressee: string;
  readonly tries: number;
  readonly triedAt: number | null;
  readonly rungAt: number | null;
  /** Why the last try came to nothing. */
  readonly fault: string | null;
  /** Whether somebody was told that they could not be rung. */
  readonly told: boolean;
  /** Whether something rings them, and the alert is theirs to answer still. */
  readonly rings: boolean;
  /** When it is to be tried next. */
  readonly dueAt: number;
  readonly answerBy: number;
}

const at = (instant: number): string => new Date(instant).toISOString();
const instant = (time: string): string => `(extract(epoch from ${time}) * 1000)::float8`;

/** Whom something is to ring of every alert that waits, and whoever was to be rung and is no more. */
export async function ringsWaiting(em: Writing, whom: readonly Ringable[], { since, now }: RingWindow): Promise<readonly RingListed[]> {
  return execute<RingListed>(
    em,
    `with theirs as (select n.id as notice, w.addressee from ${WHOM_RUNG} join briefing_notice n on ${OPEN_TO_RUNG}),
       noted as (select r.* from alert_ring r join briefing_notice n on n.id = r.notice and n.acknowledged_at is null and n.visible_from <= $3)
     select r.id, n.alert, n.step, coalesce(r.addressee, t.addressee) as addressee, coalesce(r.tries, 0) as tries, ${instant('r.tried_at')} as "triedAt", ${instant('r.rung_at')} as "rungAt",
       r.fault, r.told_at is not null as told, t.notice is not null as rings, ${instant('coalesce(r.next_try_at, n.visible_from)')} as "dueAt", ${instant('n.answer_by')} as "answerBy"
     from theirs t full join noted r on r.notice = t.notice and r.addressee = t.addressee
     join briefing_notice n on n.id = coalesce(t.notice, r.notice) order by n.visible_from, n.id, addressee`,
    [JSON.stringify(whom), at(since), at(now)],
  );
}

/** Somebody who is to be rung anew, under another id: whatever rings them keeps each id once. */
export interface RingAgain extends RingSubject {
  readonly id: string;
  readonly alert: string;
  readonly step: number;
  readonly addressee: string;
}

/** Has somebody rung anew at once, whether they were rung before or not; null where nothing rings them of that, or it was answered. */
export async function ringAgain(em: Writing, id: string, { whom, since, now }: RingWindow & { readonly whom: readonly Ringable[] }): Promise<RingAgain | null> {
  const [row] = await execute<RingAgain>(
    em,
    `update alert_ring r set id = gen_random_uuid(), tries = 0, next_try_at = $3, fault = null, rung_at = null, told_at = null
     from ${WHOM_RUNG} join briefing_notice n on ${OPEN_TO_RUNG}
     where r.id = $4::uuid and n.id = r.notice and w.addressee = r.addressee returning r.id, n.alert, n.step, r.addressee, ${RING_SUBJECT}`,
    [JSON.stringify(whom), at(since), at(now), id],
  );
  return row ?? null;
}
