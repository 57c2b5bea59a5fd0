import type { ClockReading } from './read-clock.ts';

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

/** The clock to look at first: the latest, else the one that runs out first; null where none runs. */
export function mostUrgent<C extends { readonly reading: ClockReading }>(clocks: readonly C[]): C | null {
  return clocks.filter(({ reading }) => reading.state === 'LATE' || reading.state === 'DUE').toSorted((one, other) => urgencyOf(one.reading) - urgencyOf(other.reading))[0] ?? null;
}
