import { DateTime } from 'luxon';
import { HOUR } from '../interval/durations.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { BANK_HOLIDAYS, LISTED_YEARS } from './bank-holidays.ts';
import { LONDON } from '../interval/london.ts';

/** When a service is at work on a working day, on London's clock (`09:00`). */
export interface CoreHours {
  readonly from: string;
  readonly until: string;
}

const SATURDAY = 6;

/** Whether London's day that this falls on is a working day: Monday to Friday, no bank holiday; null in a year not listed. */
export function isWorkingDay(day: DateTime): boolean | null {
  if (day.year < LISTED_YEARS.first || day.year > LISTED_YEARS.last) {
    return null;
  }
  return day.weekday < SATURDAY && !BANK_HOLIDAYS.has(day.toISODate() ?? '');
}

/** The last moment of the nth day after the day of an instant, whatever day it is; of no days that of the same day. */
export function afterDays(instant: number, days: number): number {
  return DateTime.fromMillis(instant, { zone: LONDON }).startOf('day').plus({ days: days + 1 }).toMillis() - 1;
}

/**
 * The last moment of the nth working day after the day of an instant; the day itself does not count (our reading). Of no
 * days: the last moment of the same day, or of the next working day where that day is none. Null beyond the listed years.
 */
export function afterWorkingDays(instant: number, days: number): number | null {
  let day = DateTime.fromMillis(instant, { zone: LONDON }).startOf('day');
  let left = days;
  for (;;) {
    const works = isWorkingDay(day);
    if (works === null) {
      return null;
    }
    if (works && left === 0) {
      return day.plus({ days: 1 }).toMillis() - 1;
    }
    day = day.plus({ days: 1 });
    left = Math.max(0, left - Number(isWorkingDay(day) === true));
  }
}

/** The moment at which this many core hours have passed since an instant; nights, weekends and holidays do not count. Null beyond the listed years. */
export function afterCoreHours(instant: number, hours: number, core: CoreHours): number | null {
  let left = hours * HOUR;
  for (let day = DateTime.fromMillis(instant, { zone: LONDON }).startOf('day'); ; day = day.plus({ days: 1 })) {
    const works = isWorkingDay(day);
    if (works === null) {
      return null;
    }
    const open = works ? openingOf(day, core) : { from: 0, until: 0 };
    const from = Math.max(open.from, instant);
    if (left <= open.until - from) {
      return from + left;
    }
    left -= Math.max(0, open.until - from);
  }
}

/** Whether a time lies in core hours: null when it may lie in either, or the year is not listed. */
export function inCoreHours({ from, until }: Span, core: CoreHours): boolean | null {
  const day = DateTime.fromMillis(from, { zone: LONDON }).startOf('day');
  const works = isWorkingDay(day);
  if (works === null || until > day.plus({ days: 1 }).toMillis()) {
    return null;
  }
  const open = openingOf(day, core);
  const last = Math.max(from, until - 1);
  if (!works || last < open.from || from >= open.until) {
    return false;
  }
  return from >= open.from && last < open.until ? true : null;
}

function openingOf(day: DateTime, core: CoreHours): Span {
  return { from: onTheClock(day, core.from), until: onTheClock(day, core.until) };
}

function onTheClock(day: DateTime, text: string): number {
  const [hour, minute] = text.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toMillis();
}
