import { disagree, gapBetween, hoursBetween, isAfter, isBefore, isDisjoint, isNarrower, overlaps } from '../../../src/domain/interval/compare-intervals.ts';
import type { Interval } from '../../../src/domain/interval/interval.ts';
import { dateInterval, dateTimeInterval } from '../../../src/domain/interval/london-interval.ts';

function at(text: string): Interval {
  const interval = dateInterval(text) ?? dateTimeInterval(text);
  if (interval === null) {
    throw new TypeError(`${text} is no time`);
  }
  return interval;
}
const HALF_AN_HOUR = 1_800_000;

describe('two times', () => {
  it('are before and after one another only when no reading says otherwise', () => {
    expect(isBefore(at('2026-03-01'), at('2026-03-02T00:00'))).toBe(true);
    expect(isBefore(at('2026-03-01'), at('2026-03-01T23:59'))).toBe(false);
    expect(isAfter(at('2026-03-02T00:00'), at('2026-03-01'))).toBe(true);
    expect(isAfter(at('2026-03-01T23:59'), at('2026-03-01'))).toBe(false);
  });
  it('are neither before nor after each other where both are one instant', () => {
    const [instant, next] = [{ from: 5, until: 5 }, { from: 6, until: 6 }];
    expect([isBefore(instant, instant), isAfter(instant, instant), isBefore(instant, { from: 5, until: 9 })]).toEqual([false, false, false]);
    expect([isBefore(instant, next), isBefore({ from: 1, until: 5 }, instant)]).toEqual([true, true]);
  });
  it('overlap when they may mean the same moment, else they are disjoint', () => {
    expect(overlaps(at('2026-03-01'), at('2026-03-01T10:00'))).toBe(true);
    expect(isDisjoint(at('2026-03-01'), at('2026-03-02'))).toBe(true);
  });
  it('agree when one is a time on the date the other states, and the time is the narrower', () => {
    expect(disagree(at('2026-03-01'), at('2026-03-01T10:00'), 0)).toBe(false);
    expect(isNarrower(at('2026-03-01T10:00'), at('2026-03-01'))).toBe(true);
    expect(isNarrower(at('2026-03-01'), at('2026-03-01'))).toBe(false);
  });
  it('disagree from the tolerance on', () => {
    expect(gapBetween(at('2026-03-01T10:00'), at('2026-03-01T10:31'))).toBe(HALF_AN_HOUR);
    expect(disagree(at('2026-03-01T10:00'), at('2026-03-01T10:30'), HALF_AN_HOUR)).toBe(false);
    expect(disagree(at('2026-03-01T10:00'), at('2026-03-01T10:31'), HALF_AN_HOUR)).toBe(true);
  });
  it('that are two dates disagree however near', () => {
    expect(disagree(at('2026-03-01'), at('2026-03-02'), HALF_AN_HOUR)).toBe(true);
  });
  it('lie a range of hours apart when one is only a date', () => {
    expect(hoursBetween(at('2026-01-01'), at('2026-01-02T06:00:00Z'))).toEqual({ least: 6, most: 30 + 1 / 3600 });
  });
});
