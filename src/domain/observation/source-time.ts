import type { Interval } from '../interval/interval.ts';
import { dateInterval, dateTimeInterval } from '../interval/london-interval.ts';

export type { Interval };

/** How a source writes its dates. */
export type DateForm = 'dd/mm/yyyy' | 'iso';

const DATES: Readonly<Record<DateForm, RegExp>> = { 'dd/mm/yyyy': /^\d{2}\/\d{2}\/\d{4}$/, iso: /^\d{4}-\d{2}-\d{2}$/ };

/** A date as the source wrote it, as its whole London day; null when it is no date of that form. */
export function readDate(text: string, form: DateForm): Interval | null {
  return DATES[form].test(text) ? dateInterval(text) : null;
}

/**
 * A time: as the offset it states, else on London's clocks; an ISO date alone is its whole day; null when it is neither.
 * The day as `2026-03-01` or `01/03/2026`, a space or `T`, and the time as `21:30` or `21:30:05`; join them where a source
 * keeps day and time in two columns.
 */
export function readDateTime(text: string): Interval | null {
  return dateTimeInterval(text) ?? readDate(text, 'iso');
}

/** The canonical UTC text of an instant, which sorts as text. */
export function canonicalInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
