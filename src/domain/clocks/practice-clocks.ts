import { ruleNamed } from '../authority/hub-defaults.ts';
import type { Practice } from '../authority/practice.ts';
import { SAME_DAY_VISIT_CLOCK, STATUTORY_CLOCK, type ChildGroup, type Clock } from './clock.ts';
import { clockKey } from './clock-names.ts';
import type { ClockEvents } from './moments.ts';
import type { ClockReading } from './read-clock.ts';
import { readRuns } from './read-runs.ts';

/** How one clock of an episode stands, and how its earlier runs went where it starts again. */
export interface PracticeClock {
  readonly clock: Clock;
  readonly reading: ClockReading;
  readonly earlier: readonly ClockReading[];
}

/** The clocks of a child of these groups: the statutory one first, always, then those of the authority's practice; of two of one duty the shorter. */
export function clocksOf(practice: Pick<Practice, 'clocks'>, groups: readonly ChildGroup[]): Clock[] {
  const running = practice.clocks.filter(({ of }) => of === 'EVERY_CHILD' || groups.includes(of));
  return [STATUTORY_CLOCK, ...running.filter((clock) => shortest(running, clock) === clock)];
}

function shortest(clocks: readonly Clock[], one: Clock): Clock | undefined {
  return clocks.filter((clock) => clockKey(clock) === clockKey(one)).toSorted((one, other) => one.length - other.length)[0];
}

/** The clock of a visit on the day, by the rule of this authority. */
export function sameDayVisit(practice: Pick<Practice, 'id' | 'figures'>): Clock {
  return { ...SAME_DAY_VISIT_CLOCK, source: ruleNamed('SAME_DAY_VISIT', practice) };
}

/** Reads every clock of an episode at one moment; that of a visit on the day where one was asked for, and that of a risk where it is told that the risk came to that grade. */
export function readClocks(practice: Practice, groups: readonly ChildGroup[], known: { readonly events: ClockEvents; readonly now: number }): PracticeClock[] {
  const asked = known.events.VISIT_ASKED === undefined ? [] : [sameDayVisit(practice)];
  const at = { now: known.now, coreHours: practice.figures.coreHours?.value ?? null };
  const running = clocksOf(practice, groups).filter(({ start }) => start !== 'RISK_REACHED' || known.events.RISK_REACHED !== undefined);
  return [...running, ...asked].flatMap((clock) => {
    const runs = readRuns(clock, known.events, at);
    const reading = runs.at(-1);
    return reading === undefined ? [] : [{ clock, reading, earlier: runs.slice(0, -1) }];
  });
}
