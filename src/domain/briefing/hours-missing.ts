import type { Interval } from '../interval/interval.ts';
import { hoursBetween } from '../interval/compare-intervals.ts';

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

/** Hours in the words a briefing uses: `3 hours`, `2 days 4 hours`. */
function inDaysAndHours(hours: number): string {
  const whole = Math.floor(hours);
  const days = Math.floor(whole / 24);
  const rest = whole % 24;
  const named = [
    [days, 'day'],
    [rest, 'hour'],
  ] as const;
  const words = named.filter(([count]) => count > 0).map(([count, unit]) => `${String(count)} ${unit}${count === 1 ? '' : 's'}`);
  return words.length === 0 ? 'less than an hour' : words.join(' ');
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
