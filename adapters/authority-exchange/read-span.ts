import { readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';

/** A time, or `first/last`: it lies between the two, and nobody knows when. */
export function readTimeOrSpan(text: string): Interval | null {
  const [first = '', last, more] = text.split('/');
  const [from, until] = [readDateTime(first), readDateTime(last ?? '')];
  if (from === null || until === null || more !== undefined || until.until <= from.from) {
    return readDateTime(text);
  }
  return { from: from.from, until: until.until, text, precision: 'DATE' };
}
