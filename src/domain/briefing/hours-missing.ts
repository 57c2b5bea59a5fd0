import type { Interval } from '../interval/interval.ts';
import { hoursBetween } from '../interval/compare-intervals.ts';
import { inDaysAndHours } from '../interval/in-days-and-hours.ts';

/** How long a child has been missing: the least and the most it can be, in hours; a date-only start gives a range. */
export interface HoursMissing {
  readonly least: number;
  readonly most: number;
}

/** Hours between a stated start and `now` (epoch ms), never negative; null when no source states a start. */
export function hoursMissing(since: Pick<Interval, 'from' | 'until'> | null, now: number): HoursMissing | null {
  if (since === null) {
    return null;
  }
  const { least, most } = hoursBetween(since, { from: now, until: now });
  return { least: Math.max(0, least), most: Math.max(0, most) };
}

/** Says how long, and says so when only the day is known: `between 1 day and 2 days (only the day is known)`. */
export function hoursInWords(hours: HoursMissing | null, precision: Interval['precision'] | null): string {
  if (hours === null) {
    return 'for a time no source states';
  }
  const most = inDaysAndHours(hours.most);
  if (precision !== 'DATE') {
    return `for ${most}`;
  }
  const least = inDaysAndHours(hours.least);
  return `between ${least} and ${most} (only the day is known)`;
}
