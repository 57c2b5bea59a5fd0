import fc from 'fast-check';
import { isLastTry, waitAfter } from '../../../src/domain/transmission/backoff.ts';
import { HOUR, MINUTE } from '../../../src/domain/interval/durations.ts';

describe('waiting after a try that came to nothing', () => {
  it.each([
    [1, MINUTE / 2],
    [2, MINUTE],
    [3, 2 * MINUTE],
    [7, 32 * MINUTE],
    [8, HOUR],
    [30, HOUR],
    [1000, HOUR],
  ])('after try %d is %d ms, a fifth less or more', (tries, wait) => {
    expect(waitAfter(tries, 0.5)).toBe(wait);
    expect(waitAfter(tries, 0)).toBe(wait * 0.8);
    expect(waitAfter(tries, 1)).toBe(wait * 1.2);
  });

  it('lies between 24 seconds and 72 minutes, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (tries, jitter) => {
        expect(waitAfter(tries, jitter)).toBeGreaterThanOrEqual(24_000);
        expect(waitAfter(tries, jitter)).toBeLessThanOrEqual(72 * MINUTE);
      }),
    );
  });

  it('ends after thirty tries, which is about a day', () => {
    expect([29, 30, 31].map(isLastTry)).toEqual([false, true, true]);
    const total = Array.from({ length: 29 }, (_, at) => waitAfter(at + 1, 0.5)).reduce((sum, wait) => sum + wait, 0);
    expect(total / HOUR).toBeCloseTo(23.06, 1);
  });
});
