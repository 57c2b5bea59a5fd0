import { EVENT_NAMES } from './clock-names.ts';
import type { ChildGroup, Clock, ClockEvent } from './clock.ts';

/** A clock as its rule says it, of whichever child. */
export interface ClockRule {
  readonly of: string;
  /** Null: the text does not say when it starts. */
  readonly start: string | null;
  /** The first of these stops it. */
  readonly stops: readonly string[];
  /** All of these end it, where it starts again at every stop; none: it runs once. */
  readonly againUntil: readonly string[];
  readonly length: string;
}

const GROUPS: Readonly<Record<ChildGroup, string>> = {
  EVERY_CHILD: 'every child',
  LOOKED_AFTER: 'looked after child',
  OPEN_NOT_LOOKED_AFTER: 'child open to social care, not looked after',
  PLACED_OUT_OF_AREA: 'child placed out of area',
};

/** Of whom a clock runs, from and until what, and for how long, in words. */
export function clockRule({ of, start, stops, againUntil, length, calendar }: Clock): ClockRule {
  return { of: GROUPS[of], start: start === null ? null : EVENT_NAMES[start], stops: namesOf(stops), againUntil: namesOf(againUntil ?? []), length: lengthInWords({ length, calendar }) };
}

function namesOf(events: readonly ClockEvent[]): string[] {
  return [...new Set(events.map((event) => EVENT_NAMES[event]))];
}

const UNITS: Readonly<Record<Clock['calendar'], string>> = { ELAPSED_HOURS: 'hour', CORE_HOURS: 'core hour', WORKING_DAYS: 'working day', DAYS: 'day' };

function lengthInWords({ length, calendar }: Pick<Clock, 'length' | 'calendar'>): string {
  const unit = UNITS[calendar];
  return length === 0 ? `the same ${unit}` : `${String(length)} ${unit}${length === 1 ? '' : 's'}`;
}
