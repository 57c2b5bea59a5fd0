import { CLOCK_IDS, STATUTORY_CLOCK, type ClockId } from './clock.ts';
import type { ClockReading } from './read-clock.ts';

/** A clock and how it stands. */
interface Running {
  readonly clock: { readonly id: ClockId };
  readonly reading: ClockReading;
}

/**
 * How urgent a clock is, the least first: what is late by as much as is sure, the latest before all others; then what is due
 * soonest, by when it can be at the earliest. What does not run comes last.
 */
export function urgencyOf(reading: ClockReading | null): number {
  if (reading?.state === 'LATE') {
    return -reading.by.least;
  }
  return reading?.state === 'DUE' ? reading.at.first : Number.MAX_SAFE_INTEGER;
}

/** Whether a duty still waits to be done: it is due, or late and nothing has stopped it. */
export function isRunning(reading: ClockReading): boolean {
  return reading.state === 'DUE' || (reading.state === 'LATE' && !reading.stopped);
}

/**
 * The clock to look at first: the latest, else the one that runs out first; null where none runs. Of two that are as urgent
 * the one that can be later, or due earlier, at the other end; then the authority's own before the statutory one, and by kind.
 */
export function mostUrgent<C extends Running>(clocks: readonly C[]): C | null {
  return clocks.filter(({ reading }) => isRunning(reading)).toSorted((one, other) => compareUrgency(one, other))[0] ?? null;
}

function compareUrgency(one: Running, other: Running): number {
  return urgencyOf(one.reading) - urgencyOf(other.reading) || otherEnd(one.reading) - otherEnd(other.reading) || kindOf(one) - kindOf(other);
}

function otherEnd(reading: ClockReading): number {
  return reading.state === 'LATE' ? -reading.by.most : reading.state === 'DUE' ? reading.at.last : 0;
}

function kindOf({ clock: { id } }: Running): number {
  return id === STATUTORY_CLOCK.id ? CLOCK_IDS.length : CLOCK_IDS.indexOf(id);
}
