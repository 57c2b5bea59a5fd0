import { isoDay } from '../../src/domain/observation/form/form-reader.ts';
import { canonicalInstant, type Interval } from '../../src/domain/observation/source-time.ts';
import { timeText } from '../../src/exchange/render-contract-texts.ts';
import { readTimeOrSpan } from './read-span.ts';

/** A time, or the two between which it lies. */
export function spanText(time: Interval): string {
  return timeText(time, readTimeOrSpan) ?? dayToDay(time) ?? `${canonicalInstant(time.from)}/${canonicalInstant(time.until - 1)}`;
}

/** Of whole days their dates. */
function dayToDay({ from, until }: Interval): string | null {
  const text = [from, until - 1].map((instant) => isoDay({ from: instant })).join('/');
  const again = readTimeOrSpan(text);
  return again?.from === from && again.until === until ? text : null;
}
