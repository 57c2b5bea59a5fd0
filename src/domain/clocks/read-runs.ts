import type { Clock } from './clock.ts';
import { earliest, happenedBy, type ClockEvents, type Happened } from './moments.ts';
import { notStarted, readClock, readFrom, type ClockReading, type ReadAt } from './read-clock.ts';

/**
 * Every run of a clock, in the order of time; the last is the one that runs now. A clock that starts again does so at each
 * stop until all that ends it has happened (SOM 5.2.2: a strategy discussion at least every 72 hours until the child is
 * located and visited); a stop after that starts nothing.
 */
export function readRuns(clock: Clock, events: ClockEvents, at: ReadAt): readonly ClockReading[] {
  if (clock.againUntil === null || clock.start === null) {
    return [readClock(clock, events, at)];
  }
  const starts = happenedBy(at.now, events, [clock.start]);
  if (starts.timed.length === 0) {
    return [notStarted(starts, false)];
  }
  const end = endOf(clock.againUntil.map((kind) => happenedBy(at.now, events, [kind])));
  const begun = starts.timed.toSorted((a, b) => a.first - b.first || a.last - b.last);
  return begun.flatMap((start, nth) => {
    if (end.timed.some(({ last }) => start.first > last)) {
      return [];
    }
    const done = { timed: begun.slice(nth + 1), untimed: starts.untimed, untold: false };
    const stops = { timed: [...done.timed, ...end.timed], untimed: starts.untimed || end.untimed, untold: end.untold };
    return [readFrom(start, { clock, stops, done, at })];
  });
}

/** When the last of all that must have happened did: nothing while one of them has not. */
function endOf(all: readonly Happened[]): Happened {
  const known = all.flatMap(({ timed }) => earliest(timed) ?? []);
  const open = all.some(({ timed, untimed, untold }) => timed.length === 0 && !untimed && !untold);
  const end = { first: Math.max(...known.map(({ first }) => first)), last: Math.max(...known.map(({ last }) => last)) };
  return {
    timed: known.length === all.length ? [end] : [],
    untimed: !open && all.some(({ untimed }) => untimed),
    untold: !open && all.some(({ untold }) => untold),
  };
}
