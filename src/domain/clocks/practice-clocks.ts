import type { Practice } from '../authority/practice.ts';
import { SAME_DAY_VISIT_CLOCK, STATUTORY_CLOCK, type ChildGroup, type Clock } from './clock.ts';
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

/** Reads every clock of an episode at one moment; that of a visit on the day where one was asked for. */
export function readClocks(practice: Pick<Practice, 'clocks' | 'figures'>, groups: readonly ChildGroup[], known: { readonly events: ClockEvents; readonly now: number }): PracticeClock[] {
  const asked = known.events.VISIT_ASKED === undefined ? [] : [SAME_DAY_VISIT_CLOCK];
  const at = { now: known.now, coreHours: practice.figures.coreHours?.value ?? null };
  return [...clocksOf(practice, groups), ...asked].flatMap((clock) => {
    const runs = readRuns(clock, known.events, at);
    const reading = runs.at(-1);
    return reading === undefined ? [] : [{ clock, reading, earlier: runs.slice(0, -1) }];
  });
}
