import { londonDay, londonTime, offsetTime, type WallTime } from '../interval/london-interval.ts';
import type { Interval } from '../interval/interval.ts';

export type { Interval };

/** How a source writes its dates. */
export type DateForm = 'dd/mm/yyyy' | 'iso';

const DATES: Readonly<Record<DateForm, RegExp>> = {
  'dd/mm/yyyy': /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/,
  iso: /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
};
const DATE_TIME =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?$/;

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(groups: Groups): WallTime {
  return { year: Number(groups['year']), month: Number(groups['month']), day: Number(groups['day']) };
}

function wallTime(groups: Groups): WallTime {
  const minutes = { ...dayOf(groups), hour: Number(groups['hour']), minute: Number(groups['minute']) };
  if (groups['second'] === undefined) {
    return minutes;
  }
  const seconds = { ...minutes, second: Number(groups['second']) };
  return groups['fraction'] === undefined
    ? seconds
    : { ...seconds, millisecond: Number(groups['fraction'].padEnd(3, '0').slice(0, 3)) };
}

/** Minutes ahead of UTC; null when no place on earth keeps such a time. */
function offsetOf(zone: string): number | null {
  if (zone === 'Z') {
    return 0;
  }
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) {
    return null;
  }
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** A date as the source wrote it, as its whole London day; null when it is no date of that form. */
export function readDate(text: string, form: DateForm): Interval | null {
  const groups = DATES[form].exec(text)?.groups;
  return groups === undefined ? null : londonDay(dayOf(groups), text);
}

/** An ISO 8601 time: as the offset it states, else on London's clocks; a date alone is its whole day; null when it is neither. */
export function readDateTime(text: string): Interval | null {
  const groups = DATE_TIME.exec(text)?.groups;
  if (groups === undefined) {
    return readDate(text, 'iso');
  }
  const zone = groups['zone'];
  if (zone === undefined) {
    return londonTime(wallTime(groups), text);
  }
  const offset = offsetOf(zone);
  return offset === null ? null : offsetTime(wallTime(groups), text, offset);
}

/** The canonical UTC text of an instant, which sorts as text. */
export function canonicalInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
