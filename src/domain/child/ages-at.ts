import { DateTime } from 'luxon';
import type { Span } from '../interval/compare-intervals.ts';
import { LONDON } from '../interval/london.ts';


/** The youngest and the oldest a child can be, in whole years. */
export interface Ages {
  readonly least: number;
  readonly most: number;
}

/** How old a child is at a moment, by a stated date of birth; born on 29 February: a year older from 28 February where there is no such day. */
export function agesAt(birth: Span, now: number): Ages {
  return { least: yearsBetween(Math.max(birth.from, birth.until - 1), now), most: yearsBetween(birth.from, now) };
}

function yearsBetween(born: number, now: number): number {
  const day = (instant: number): DateTime => DateTime.fromMillis(instant, { zone: LONDON }).startOf('day');
  return Math.max(0, Math.floor(day(now).diff(day(born), 'years').years));
}
