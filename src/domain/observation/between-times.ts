import type { Interval } from '../interval/interval.ts';

/** A time that no source states, known only to lie after one stated time and before another: never a guess between them. */
export function betweenTimes(after: Interval, before: Interval): Interval {
  const until = Math.max(before.until, after.until);
  return { from: after.from, until, text: `${after.text} to ${before.text}`, precision: 'DATE' };
}
