import { HOUR } from '../interval/durations.ts';
import type { Clock, ClockEvent } from './clock.ts';
import { earliest, happenedBy, type ClockEvents, type Happened, type Moments } from './moments.ts';
import { afterCoreHours, afterDays, afterWorkingDays, type CoreHours } from './working-time.ts';

/** Why nobody can tell whether a clock was kept, in words a worker reads. */
export const CANNOT_TELL = {
  NOT_STARTED: 'what starts it has not happened, as far as the hub is told',
  LOCATED_NOT_RETURNED: 'the child is located, and nobody says that the child is back',
  START_UNDEFINED: 'the text does not say when it starts',
  START_NOT_TOLD: 'nobody tells the hub of what starts it',
  START_UNTIMED: 'what starts it has happened, and no source says when',
  STOP_NOT_TOLD: 'nobody tells the hub of what stops it',
  STOP_UNTIMED: 'what stops it has happened, and no source says when',
  STOP_BEFORE_START: 'what stops it is said to have been before its start',
  LIMIT_INSIDE: 'the limit lies inside what the stated times can mean',
  CORE_HOURS_UNKNOWN: 'nobody says which hours are core hours',
  CALENDAR_ENDS: 'the bank holidays of those years are not listed',
} as const;
export type CannotTell = keyof typeof CANNOT_TELL;

/** How a clock stands. DUE `at` and LATE `by` (hours) are ranges: a date is its whole day. On time includes the limit itself. LATE is `stopped` where it was done since. `undone`: what stopped it ended the need for it, and it was not done itself, as far as is known. */
export type ClockReading =
  | { readonly state: 'ON_TIME'; readonly undone?: true }
  | { readonly state: 'DUE'; readonly at: Moments }
  | { readonly state: 'LATE'; readonly by: { readonly least: number; readonly most: number }; readonly stopped: boolean; readonly undone?: true }
  | { readonly state: 'CANNOT_TELL'; readonly why: CannotTell; readonly limit: Moments | null };

/** Against what a clock is read: the present moment, and the service's core hours where anybody states them. */
export interface ReadAt {
  readonly now: number;
  readonly coreHours: CoreHours | null;
}

/** Who is located or back is missing no more: what is asked for while a child is missing is not done by it. */
const ENDS_THE_NEED: readonly ClockEvent[] = ['LOCATED', 'RETURNED'];
/** Events that say that the child is back; being located is another thing. */
const RETURNS: readonly ClockEvent[] = ['RETURNED', 'RETURN_NOTIFIED'];

/** Reads a clock that runs once: never a guess, and what has not happened by `now` is not counted. */
export function readClock(clock: Clock, events: ClockEvents, at: ReadAt): ClockReading {
  if (clock.start === null) {
    return cannotTell('START_UNDEFINED');
  }
  const starts = happenedBy(at.now, events, [clock.start]);
  const start = earliest(starts.timed);
  if (start === null || starts.untimed) {
    return notStarted(starts, RETURNS.includes(clock.start) && isOnlyLocated(events, at.now));
  }
  const doing = clock.stops.filter((stop) => !ENDS_THE_NEED.includes(stop));
  return readFrom(start, { clock, stops: happenedBy(at.now, events, clock.stops), done: happenedBy(at.now, events, doing), at });
}

/** What a clock says before it is known to have started. */
export function notStarted(starts: Happened, onlyLocated: boolean): ClockReading {
  if (starts.untimed) {
    return cannotTell('START_UNTIMED');
  }
  if (onlyLocated) {
    return cannotTell('LOCATED_NOT_RETURNED');
  }
  return cannotTell(starts.untold ? 'START_NOT_TOLD' : 'NOT_STARTED');
}

/** A clock that is known to have started: all that stops it, and of that what does what it waits for, which is all of it where that is left out. */
interface Started {
  readonly clock: Pick<Clock, 'length' | 'calendar'>;
  readonly stops: Happened;
  readonly done?: Happened;
  readonly at: ReadAt;
}

/** Reads a clock from a start that is known. */
export function readFrom(start: Moments, started: Started): ClockReading {
  const reading = readStarted(start, started);
  const hasEnded = reading.state === 'ON_TIME' || (reading.state === 'LATE' && reading.stopped);
  return hasEnded && !wasDone(start, started) ? { ...reading, undone: true } : reading;
}

/** Was it done itself, and no later than anything else stopped it? What was done at no stated time was. */
function wasDone({ first }: Moments, { stops, done = stops }: Started): boolean {
  const stop = earliest(stops.timed.filter(({ last }) => last >= first));
  return done.untimed || done.timed.some(({ last }) => last >= first && (stop === null || last <= stop.last));
}

function readStarted(start: Moments, { clock, stops, at }: Started): ClockReading {
  const limit = limitOf(clock, start, at.coreHours);
  if (typeof limit === 'string') {
    return cannotTell(limit);
  }
  const since = stops.timed.filter(({ last }) => last >= start.first);
  const stop = earliest(since);
  if (stop !== null && stop.last <= limit.first) {
    return { state: 'ON_TIME' };
  }
  if (at.now <= limit.first) {
    return stops.untimed ? { state: 'ON_TIME' } : { state: 'DUE', at: limit };
  }
  const doubt = doubtOf(stops, since);
  return doubt === null ? afterLimit(limit, stop, at.now) : cannotTell(doubt, limit);
}

/** Who is known to be back was located too; then the clock waits for something else. */
function isOnlyLocated(events: ClockEvents, now: number): boolean {
  return hasHappened('LOCATED', events, now) && !hasHappened('RETURNED', events, now);
}

/** Whether an event has surely happened by now, whoever says when. */
export function hasHappened(event: ClockEvent, events: ClockEvents, now: number): boolean {
  const { timed, untimed } = happenedBy(now, events, [event]);
  return untimed || timed.length > 0;
}

/** Until when it can be kept, the last moment included; a word where that cannot be told. */
export function limitOf(clock: Pick<Clock, 'length' | 'calendar'>, start: Moments, core: CoreHours | null): Moments | CannotTell {
  if (clock.calendar === 'ELAPSED_HOURS') {
    return { first: start.first + clock.length * HOUR, last: start.last + clock.length * HOUR };
  }
  if (clock.calendar === 'CORE_HOURS' && core === null) {
    return 'CORE_HOURS_UNKNOWN';
  }
  if (clock.calendar === 'DAYS') {
    return { first: afterDays(start.first, clock.length), last: afterDays(start.last, clock.length) };
  }
  const after = (moment: number): number | null =>
    clock.calendar === 'CORE_HOURS' && core !== null ? afterCoreHours(moment, clock.length, core) : afterWorkingDays(moment, clock.length);
  const [first, last] = [after(start.first), after(start.last)];
  return first === null || last === null ? 'CALENDAR_ENDS' : { first, last };
}

/** Why the stops that are known do not decide it. */
function doubtOf({ timed, untimed, untold }: Happened, since: readonly Moments[]): CannotTell | null {
  if (untimed) {
    return 'STOP_UNTIMED';
  }
  if (untold) {
    return 'STOP_NOT_TOLD';
  }
  return timed.length > 0 && since.length === 0 ? 'STOP_BEFORE_START' : null;
}

/** Late where every reading is past every limit: by when it was stopped, else by now. */
function afterLimit(limit: Moments, stop: Moments | null, now: number): ClockReading {
  const moment = stop ?? { first: now, last: now };
  return moment.first > limit.last
    ? { state: 'LATE', by: { least: (moment.first - limit.last) / HOUR, most: (moment.last - limit.first) / HOUR }, stopped: stop !== null }
    : cannotTell('LIMIT_INSIDE', limit);
}

function cannotTell(why: CannotTell, limit: Moments | null = null): ClockReading {
  return { state: 'CANNOT_TELL', why, limit };
}
