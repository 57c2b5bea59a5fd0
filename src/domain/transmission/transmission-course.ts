import { isLastTry } from './backoff.ts';
import { endedLease, hasRunOut, mayAct, nextLease, NO_LEASE, type Lease } from './lease.ts';
import { nextState } from './next-state.ts';
import type { Hold, TransmissionEvent, TransmissionState } from './transmission-words.ts';

/** How far a transmission has come. */
export interface TransmissionCourse {
  readonly state: TransmissionState;
  /** None while it is QUEUED; a hold on what is sent or ended counts when it would go again. */
  readonly holds: readonly Hold[];
  /** Begun since it was made, or replayed. */
  readonly tries: number;
  /** Its bytes may have left, in this try or an earlier one. */
  readonly hasLeft: boolean;
  /** Somebody withdrew it when its bytes might have left already: a coordinator is to be told. */
  readonly withdrawnTooLate: boolean;
  readonly lease: Lease;
}

/** An event with its moment; what a worker does carries the number of its lease. That it is given up is found here alone. */
export interface TransmissionHappening {
  readonly event: Exclude<TransmissionEvent, 'GIVEN_UP'>;
  readonly at: number;
  readonly fence?: number;
  /** Of LEASED: for how many milliseconds. */
  readonly length?: number;
  /** Of RELEASED: a person decides so who knows that it was withdrawn; no rule does. */
  readonly despiteWithdrawal?: boolean;
}

/** A transmission as it is made: it waits for somebody to release it. */
export const NEW_TRANSMISSION: TransmissionCourse = { state: 'HELD', holds: ['AWAITS_RELEASE'], tries: 0, hasLeft: false, withdrawnTooLate: false, lease: NO_LEASE };

const SETS: Readonly<Partial<Record<TransmissionEvent, Hold>>> = { WITHDRAWN: 'WITHDRAWN', PAUSED: 'PAUSED', NOT_SET_UP: 'NOT_SET_UP' };
/** Whoever releases it may know that the hub was mended. */
const LIFTS: Readonly<Partial<Record<TransmissionEvent, readonly Hold[]>>> = { RELEASED: ['AWAITS_RELEASE', 'NOT_SET_UP'], RESUMED: ['PAUSED'], SET_UP_ANEW: ['NOT_SET_UP'] };

/** What an event makes of a transmission; null: it may not happen, and nothing changes. */
export function afterEvent(course: TransmissionCourse, happening: TransmissionHappening): TransmissionCourse | null {
  const event = eventOf(course, happening);
  const next = nextState(course.state, event);
  const lease = leaseAfter(course, happening);
  if (next === null || lease === null || !isDue(course, happening)) {
    return null;
  }
  const holds = holdsAfter(course.holds, event, happening.despiteWithdrawal ?? false);
  return {
    ...standingWith(next, holds),
    tries: event === 'REPLAYED' ? 0 : course.tries + Number(event === 'LEASED'),
    hasLeft: course.hasLeft || event === 'SENT',
    withdrawnTooLate: course.withdrawnTooLate || (event === 'WITHDRAWN' && course.hasLeft),
    lease,
  };
}

/** Whatever would send it again waits while anything holds it. */
function standingWith(next: TransmissionState, holds: readonly Hold[]): Pick<TransmissionCourse, 'state' | 'holds'> {
  return { state: next === 'QUEUED' && holds.length > 0 ? 'HELD' : next, holds };
}

/** The last try that times out gives it up, unless it is held: then it waits as it would have without that try. */
function eventOf({ tries, holds }: TransmissionCourse, { event }: TransmissionHappening): TransmissionEvent {
  return event === 'TIMED_OUT' && isLastTry(tries) && holds.length === 0 ? 'GIVEN_UP' : event;
}

/** A release that was on its way when somebody withdrew lifts no withdrawal. */
function holdsAfter(holds: readonly Hold[], event: TransmissionEvent, despiteWithdrawal: boolean): readonly Hold[] {
  const set = SETS[event];
  const lifted = [set, ...(LIFTS[event] ?? []), event === 'RELEASED' && despiteWithdrawal ? 'WITHDRAWN' : undefined];
  const left = holds.filter((hold) => !lifted.includes(hold));
  return set === undefined ? left : [...left, set];
}

/** What the worker who runs a try says of it, and what a receiver signed of what it got. */
const OF_A_WORKER: readonly TransmissionEvent[] = ['SENT', 'PERMANENT_FAULT', 'TIMED_OUT', 'NOT_SET_UP'];
const OF_A_RECEIVER: readonly TransmissionEvent[] = ['RECEIPT_ACCEPTED', 'RECEIPT_REFUSED'];

/** May it come from whom it comes from, and rest on what it must rest on? */
function isDue({ lease, hasLeft }: TransmissionCourse, { event, at, fence }: TransmissionHappening): boolean {
  if (OF_A_WORKER.includes(event)) {
    const holder = fence !== undefined && mayAct({ fence, at }, lease);
    // Of a worker that is gone anybody may say that its try timed out.
    return holder || (event === 'TIMED_OUT' && hasRunOut(lease, at));
  }
  return hasLeft || !OF_A_RECEIVER.includes(event);
}

/** The lease after an event; null: there is none to be had. What runs in a try that is sent runs on through a hold. */
function leaseAfter({ state, lease }: TransmissionCourse, { event, at, length = 0 }: TransmissionHappening): Lease | null {
  if (event === 'LEASED') {
    return nextLease(lease, at, length);
  }
  const runsOn = event === 'SENT' || (state === 'SENT' && (event in SETS || event in LIFTS));
  return runsOn ? lease : endedLease(lease);
}
