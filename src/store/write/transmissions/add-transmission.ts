import { NEW_TRANSMISSION } from '../../../domain/transmission/transmission-course.ts';
import { execute, type Writing } from '../../database.ts';
import { BY_THE_HUB, happen } from './happen.ts';
import { isPaused } from './pause-store.ts';
import { standingOf } from './standing-of.ts';
import type { TransmissionDeadline, TransmissionSubject } from './transmission-row.ts';

/** A transmission to make. */
export interface NewTransmission extends TransmissionSubject {
  readonly deadline: TransmissionDeadline;
  /** `person@agency`, or the hub itself by a rule. */
  readonly by: string;
  /** Does it go without anybody's further word? */
  readonly released: boolean;
  readonly at: number;
}

/** No time is owed for it, or nobody knows of one. */
export const NO_TIME_OWED: TransmissionDeadline = { held: null, agreed: null, resultBy: null, dueAt: null };

/** Makes a transmission once, whoever asks again; false where it was there already. */
export async function addTransmission(em: Writing, made: NewTransmission): Promise<boolean> {
  const { id, from, to, at, by, released } = made;
  if (!(await insert(em, made))) {
    return false;
  }
  if (await isPaused(em, { from, partner: to })) {
    await happen(em, { id, event: 'PAUSED', at, by: BY_THE_HUB });
  }
  if (released) {
    await happen(em, { id, event: 'RELEASED', at, by });
  }
  return true;
}

const instant = (at: number | null | undefined): string | null => (at === null || at === undefined ? null : new Date(at).toISOString());

async function insert(em: Writing, made: NewTransmission): Promise<boolean> {
  const { id, matter, act, corrects, records, child, from, to, recipient, channel, decision, because, revision, deadline, by, at } = made;
  const { state, holds, tries, hasLeft, withdrawnTooLate, lease } = NEW_TRANSMISSION;
  const rows = await execute(
    em,
    `with standing as (${standingOf('$1::uuid', '$2::uuid[]')})
     insert into transmission (id, matter, act, corrects, records, child, from_agency, to_agency, recipient, channel, decision, because, revision, made_at, made_by,
       state, holds, tries, has_left, withdrawn_too_late, fence, next_try_at, held_from_at, held_until_at, deadline, result_by, due_at, restricted, awaits_naming, named, named_during)
     select $3, $4, $5, $6::uuid, $2::uuid[], $1::uuid, $7, $8, $9, $10, $11::uuid, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $14, $22, $23, $24::json, $25, $26,
       restricted, awaits_naming, named, named_during from standing
     on conflict (id) do nothing returning id`,
    [
      child, [...new Set(records)], id, matter, act, corrects, from, to, recipient, channel, decision, because, revision, instant(at), by,
      state, [...holds], tries, hasLeft, withdrawnTooLate, lease.fence,
      instant(deadline.held?.from), instant(deadline.held?.until), deadline.agreed === null ? null : JSON.stringify(deadline.agreed), deadline.resultBy, instant(deadline.dueAt),
    ],
  );
  return rows.length > 0;
}
