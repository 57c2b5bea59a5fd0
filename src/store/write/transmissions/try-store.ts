import { execute, type Writing } from '../../database.ts';
import { enqueueTransmission, type DueTransmission } from '../../jobs/enqueue.ts';
import { BY_THE_HUB, happen, lockTransmission } from './happen.ts';
import { VERSION } from './standing-of.ts';
import type { Transmission } from './transmission-row.ts';

/** A try somebody has taken, under the number that lets them act in it. */
export interface Try {
  readonly transmission: Transmission;
  readonly fence: number;
  /** What its record said before anything was read of it. */
  readonly version: string;
}

/** What comes after something that is under way is looked at again after this. */
const AFTER_IT = 5_000;

/** Takes a transmission for a time, and notes what its record says before anything is read of it; null where it is not due, held, another's, or to come after one that is under way. */
export async function takeTry(em: Writing, { id, at, length }: { readonly id: string; readonly at: number; readonly length: number }): Promise<Try | null> {
  const behind = await behindAnother(em, id);
  if (behind !== null) {
    await enqueueTransmission(em, behind, AFTER_IT);
    return null;
  }
  const taken = await happen(em, { id, event: 'LEASED', at, length, by: BY_THE_HUB });
  if (taken === null) {
    return null;
  }
  const [row] = await execute<{ version: string }>(em, `update transmission t set version_seen = ${VERSION} where id = $1::uuid returning version_seen as version`, [id]);
  return { transmission: taken.after, fence: taken.after.course.lease.fence, version: row?.version ?? '' };
}

/** A correction, or that something is taken back, while a try is out of the very transmission that it is of: it must not overtake it. */
async function behindAnother(em: Writing, id: string): Promise<DueTransmission | null> {
  const [row] = await execute<DueTransmission>(
    em,
    `select t.id, t.records, t.channel from transmission t join transmission first on first.id = t.corrects where t.id = $1::uuid and t.state = 'QUEUED' and first.lease_until is not null`,
    [id],
  );
  return row ?? null;
}

/** What is about to leave, as it was signed. */
export interface Leaving {
  readonly id: string;
  readonly fence: number;
  readonly at: number;
  readonly sent: object;
  readonly digest: string;
  readonly level: string | null;
  readonly fields: readonly string[];
}

/** GONE: it was withdrawn, held or taken by another meanwhile. CHANGED: its record says something else by now than what was read. */
export type Leave = 'LEAVES' | 'GONE' | 'CHANGED';

/** Says that it leaves, before a byte does. What was withdrawn until now does not leave; what was changed is read anew. */
export async function letLeave(em: Writing, { id, fence, at, sent, digest, level, fields }: Leaving): Promise<Leave> {
  // Held first: whoever changes the record looks at its transmissions too, and one of the two sees the other.
  await lockTransmission(em, id);
  const [row] = await execute<{ same: boolean }>(em, `select act = 'retract' or version_seen = ${VERSION} as same from transmission t where id = $1::uuid`, [id]);
  const leaves = row?.same === true;
  const happened = await happen(em, { id, at, fence, by: BY_THE_HUB, ...(leaves ? { event: 'SENT' } : { event: 'TIMED_OUT', code: 'CHANGED_MEANWHILE' }) });
  if (happened === null || !leaves) {
    return happened === null ? 'GONE' : 'CHANGED';
  }
  await execute(em, `update transmission set sent = $2::json, sent_digest = $3, level = $4, fields = $5::text[], sent_at = $6 where id = $1::uuid`, [
    id,
    JSON.stringify(sent),
    digest,
    level,
    [...fields],
    new Date(at).toISOString(),
  ]);
  return 'LEAVES';
}

/** What a receiver signed of a message, with what it was signed about. */
export interface ReceiptCame {
  readonly id: string;
  /** Of the try that it answers: a later one may have read another. */
  readonly version: string;
  readonly at: number;
  readonly accepted: boolean;
  readonly sent: object;
  readonly received: object;
  /** The agency that signed. */
  readonly by: string;
  readonly code?: string;
}

/** Keeps a receipt: the first that says that it was accepted stays. Null: it changes nothing. */
export async function keepReceipt(em: Writing, { id, version, at, accepted, sent, received, by, code }: ReceiptCame): Promise<Transmission | null> {
  const happened = await happen(em, { id, event: accepted ? 'RECEIPT_ACCEPTED' : 'RECEIPT_REFUSED', at, by, ...(code === undefined ? {} : { code }) });
  if (happened === null || happened.before.course.state === 'ACKNOWLEDGED') {
    return null;
  }
  await execute(
    em,
    `update transmission set sent = $2::json, received = $3::json, acknowledged_at = case when $4 then $5::timestamptz end, came = case when $4 then 'YES' else came end, version_seen = $6 where id = $1::uuid`,
    [id, JSON.stringify(sent), JSON.stringify(received), accepted, new Date(at).toISOString(), version],
  );
  return happened.after;
}

/** Tries whose holder let the time go by, and such as wait for a job that was lost. */
export interface ForgottenTries {
  readonly ranOut: readonly string[];
  readonly waiting: readonly DueTransmission[];
}

/** The forgotten tries at this time; waiting are those that are due since before another. */
export async function forgottenTries(em: Writing, { at, since }: { readonly at: number; readonly since: number }): Promise<ForgottenTries> {
  const rows = await execute<DueTransmission & { readonly leased: boolean }>(
    em,
    `select id, records, channel, lease_until is not null as leased from transmission
     where state in ('QUEUED', 'SENT') and (lease_until <= $1 or (lease_until is null and state = 'QUEUED' and next_try_at <= $2)) order by next_try_at, id limit 500`,
    [new Date(at).toISOString(), new Date(since).toISOString()],
  );
  return { ranOut: rows.filter(({ leased }) => leased).map(({ id }) => id), waiting: rows.filter(({ leased }) => !leased) };
}

/** What waits until the hub is set up to send it, the longest made first. */
export async function notSetUp(em: Writing): Promise<readonly string[]> {
  const rows = await execute<{ id: string }>(em, `select id from transmission where 'NOT_SET_UP' = any (holds) order by made_at, id`, []);
  return rows.map(({ id }) => id);
}
