import type { Clock } from '../../../src/domain/clocks/clock.ts';
import type { Interval } from '../../../src/domain/interval/interval.ts';
import { dateInterval, dateTimeInterval } from '../../../src/domain/interval/london-interval.ts';

/** A time as a source writes it: a date, or a date and time on London's clock. */
export function time(text: string): Interval {
  const interval = dateInterval(text) ?? dateTimeInterval(text);
  if (interval === null) {
    throw new TypeError(`${text} is no time`);
  }
  return interval;
}

/** The first moment of a written time. */
export function moment(text: string): number {
  return time(text).from;
}

/** A clock of three days' hours from the return to the offer. */
export function aClock(changes: Partial<Clock> = {}): Clock {
  return {
    id: 'OFFER',
    of: 'EVERY_CHILD',
    start: 'RETURNED',
    stops: ['OFFER_MADE'],
    length: 72,
    calendar: 'ELAPSED_HOURS',
    againUntil: null,
    aim: false,
    source: 'Invented 1.1',
    flag: null,
    ...changes,
  };
}
