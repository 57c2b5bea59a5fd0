import { readDate, readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';

/** Midnight to the second is how the warehouse prints a date that has no time. */
const NO_TIME = /[T ]00:00(?::00(?:\.0{1,9})?)?$/;

/** A date, or a time on London's clocks; one at midnight sharp is its whole day, which midnight lies in too. */
export function readMoment(text: string): Interval | null {
  const written = text.trim().replace(NO_TIME, '');
  return readDate(written, 'dd/mm/yyyy') ?? readDateTime(written);
}
