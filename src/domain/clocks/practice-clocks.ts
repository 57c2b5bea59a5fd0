import type { Practice } from '../authority/practice.ts';
import { STATUTORY_CLOCK, type ChildGroup, type Clock } from './clock.ts';
import type { ClockEvents } from './moments.ts';
import type { ClockReading } from './read-clock.ts';
import { readRuns } from './read-runs.ts';

/** How one clock of an episode stands, and how its earlier runs went where it starts again. */
export interface PracticeClock {
  readonly clock: Clock;
  readonly reading: ClockReading;
  readonly earlier: readonly ClockReading[];
}

/** The clocks of a child of these groups: the statutory one first, always, then those of the authority's practice. */
export function clocksOf(practice: Pick<Practice, 'clocks'>, groups: readonly ChildGroup[]): Clock[] {
  return [STATUTORY_CLOCK, ...practice.clocks.filter(({ of }) => of === 'EVERY_CHILD' || groups.includes(of))];
}

/** Reads every clock of an episode at one moment. */
export function readClocks(practice: Pick<Practice, 'clocks' | 'figures'>, groups: readonly ChildGroup[], known: { readonly events: ClockEvents; readonly now: number }): PracticeClock[] {
  const at = { now: known.now, coreHours: practice.figures.coreHours?.value ?? null };
  return clocksOf(practice, groups).flatMap((clock) => {
    const runs = readRuns(clock, known.events, at);
    const reading = runs.at(-1);
    return reading === undefined ? [] : [{ clock, reading, earlier: runs.slice(0, -1) }];
  });
}
