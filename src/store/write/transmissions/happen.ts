import { waitAfter } from '../../../domain/transmission/backoff.ts';
import { afterEvent, type TransmissionCourse, type TransmissionHappening } from '../../../domain/transmission/transmission-course.ts';
import type { TransmissionEvent } from '../../../domain/transmission/transmission-words.ts';
import { execute, type Writing } from '../../database.ts';
import { enqueueTransmission } from '../../jobs/enqueue.ts';
import { asTransmission, TRANSMISSION_JSON, type Transmission } from './transmission-row.ts';

/** Something that happens to one transmission, by whom, and its code where there is one. */
export interface Happens extends TransmissionHappening {
  readonly id: string;
  /** `person@agency`, an agency that signed, or the hub itself. */
  readonly by: string;
  readonly code?: string;
}

/** What the hub does by itself. */
export const BY_THE_HUB = 'homeward';

/** How it stood, and how it stands now. */
export interface Happened {
  readonly before: Transmission;
  readonly after: Transmission;
}

/** The transmission of this id, and nobody else changes it until this transaction ends; null where there is none. */
export async function lockTransmission(em: Writing, id: string): Promise<Transmission | null> {
  const [row] = await execute<{ read: string }>(em, `select ${TRANSMISSION_JSON} as read from transmission t where id = $1::uuid for no key update`, [id]);
  return row === undefined ? null : asTransmission(row.read);
}

/** Lets something happen to a transmission where it may: its new course, an event that stays, and a job where it is to go. Null: nothing changed. */
export async function happen(em: Writing, happens: Happens): Promise<Happened | null> {
  const before = await lockTransmission(em, happens.id);
  const course = before === null || isTooEarly(before, happens) ? null : afterEvent(before.course, happens);
  if (before === null || course === null) {
    return null;
  }
  const wait = happens.event === 'TIMED_OUT' ? waitAfter(course.tries, Math.random()) : 0;
  const fault = faultAfter(before, happens, course);
  await keepCourse(em, { id: before.id, course, nextTryAt: happens.at + wait, fault });
  await addEvent(em, happens, course);
  const isFree = course.state === 'QUEUED' && course.lease.until === null;
  if (isFree) {
    await enqueueTransmission(em, before, wait);
  }
  return { before, after: { ...before, course, nextTryAt: happens.at + wait, fault } };
}

const FAULTS: readonly TransmissionEvent[] = ['TIMED_OUT', 'NOT_SET_UP', 'PERMANENT_FAULT', 'RECEIPT_REFUSED', 'WITHDRAWN'];

/** Why it last failed or was held: nothing, once the receiver has it or somebody lets it go again. */
function faultAfter(before: Transmission, { event, code }: Happens, { state }: TransmissionCourse): string | null {
  if (state === 'ACKNOWLEDGED' || (event === 'RELEASED' && state === 'QUEUED')) {
    return null;
  }
  return FAULTS.includes(event) ? (code ?? null) : before.fault;
}

/** Two machines' clocks may differ by this much. */
const EARLY = 5_000;

/** A second job of the same try would not let the other side rest. */
function isTooEarly({ nextTryAt }: Transmission, { event, at }: Happens): boolean {
  return event === 'LEASED' && nextTryAt > at + EARLY;
}

async function keepCourse(em: Writing, { id, course, nextTryAt, fault }: { readonly id: string; readonly course: TransmissionCourse; readonly nextTryAt: number; readonly fault: string | null }): Promise<void> {
  const { state, holds, tries, hasLeft, withdrawnTooLate, lease } = course;
  await execute(
    em,
    `update transmission set state = $2, holds = $3::text[], tries = $4, has_left = $5, withdrawn_too_late = $6, fence = $7, lease_until = $8, next_try_at = $9, fault = $10 where id = $1::uuid`,
    [id, state, [...holds], tries, hasLeft, withdrawnTooLate, lease.fence, lease.until === null ? null : new Date(lease.until).toISOString(), new Date(nextTryAt).toISOString(), fault],
  );
}

/** The last try that comes to nothing is told as what it is. */
async function addEvent(em: Writing, { id, event, at, by, code }: Happens, { state }: TransmissionCourse): Promise<void> {
  const told: TransmissionEvent = event === 'TIMED_OUT' && state === 'DEAD' ? 'GIVEN_UP' : event;
  await execute(em, `insert into transmission_event (transmission, event, at, by, code) values ($1, $2, $3, $4, $5)`, [id, told, new Date(at).toISOString(), by, code ?? null]);
}
