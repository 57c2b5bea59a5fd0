import { DateTime } from 'luxon';
import type { Interval, Precision } from './interval.ts';
import { LONDON } from './london.ts';

const MINUTE = 60_000;
/** Outside these years a date is a slip of the keyboard, not a day in a child's life. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

const DATE = String.raw`(?:(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})|(?<ukDay>\d{1,2})[/.-](?<ukMonth>\d{1,2})[/.-](?<ukYear>\d{4}))`;
const TIME = String.raw`(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const OFFSET = String.raw`(?<offset>Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)`;
const DATE_ONLY = new RegExp(`^${DATE}$`);
const DATE_AND_TIME = new RegExp(`^${DATE}[T ]${TIME} ?${OFFSET}?$`);

type Groups = Readonly<Record<string, string | undefined>>;

/** A date as its whole day in London; null when the text is no date (`2026-03-29`, `29/03/2026`, `29.3.2026`). */
export function dateInterval(text: string): Interval | null {
  const midnight = dayOf(DATE_ONLY.exec(text.trim())?.groups);
  if (midnight === null) {
    return null;
  }
  const start = DateTime.fromMillis(midnight, { zone: 'utc' }).setZone(LONDON, { keepLocalTime: true });
  return { from: start.toMillis(), until: start.plus({ days: 1 }).toMillis(), text, precision: 'DATE' };
}

/**
 * A time as the stretch it may mean; without an offset it is London's clock, and a time the clock change repeats or
 * skips covers both readings. Null when the text is no date and time.
 */
export function dateTimeInterval(text: string): Interval | null {
  const groups = DATE_AND_TIME.exec(text.trim())?.groups;
  const day = dayOf(groups);
  if (groups === undefined || day === null) {
    return null;
  }
  const clock = day + timeOf(groups);
  const { width, precision } = finenessOf(groups);
  const offsets = groups['offset'] === undefined ? londonOffsets(clock) : [offsetOf(groups['offset'])];
  return { from: clock - Math.max(...offsets), until: clock - Math.min(...offsets) + width, text, precision };
}

/** The day's first instant as if it were UTC; null when the calendar has no such day. */
function dayOf(groups: Groups | undefined): number | null {
  if (groups === undefined) {
    return null;
  }
  const [year, month, day] = [groups['year'] ?? groups['ukYear'], groups['month'] ?? groups['ukMonth'], groups['day'] ?? groups['ukDay']].map(Number);
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return date.isValid && date.year >= EARLIEST_YEAR && date.year <= LATEST_YEAR ? date.toMillis() : null;
}

function timeOf(groups: Groups): number {
  const seconds = Number(groups['hour']) * 3600 + Number(groups['minute']) * 60 + Number(groups['second'] ?? 0);
  return seconds * 1000 + Number((groups['fraction'] ?? '').padEnd(3, '0').slice(0, 3));
}

function finenessOf(groups: Groups): { width: number; precision: Precision } {
  if (groups['second'] === undefined) {
    return { width: MINUTE, precision: 'MINUTE' };
  }
  const digits = Math.min(groups['fraction']?.length ?? 0, 3);
  return { width: 1000 / 10 ** digits, precision: 'SECOND' };
}

function offsetOf(text: string): number {
  if (text === 'Z') {
    return 0;
  }
  const [hours, minutes] = [text.slice(1, 3), text.slice(3).replace(':', '')].map(Number);
  return (text.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE;
}

/** How far London's clock was ahead when it showed this time: twice in the repeated hour, and both guesses in the skipped one. */
function londonOffsets(clock: number): number[] {
  const around = [clock - 12 * 60 * MINUTE, clock + 12 * 60 * MINUTE].map((instant) => LONDON.offset(instant) * MINUTE);
  const shown = around.filter((offset) => LONDON.offset(clock - offset) * MINUTE === offset);
  return shown.length > 0 ? shown : around;
}
