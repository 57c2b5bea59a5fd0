import { endedLease, hasRunOut, mayAct, nextLease, NO_LEASE, type Lease } from '../../../src/domain/transmission/lease.ts';

const LEASE: Lease = { fence: 7, until: 1000 };

describe('a lease', () => {
  it.each([
    ['its holder, while it runs', { fence: 7, at: 999 }, LEASE, true],
    ['its holder, at its end', { fence: 7, at: 1000 }, LEASE, false],
    ['an older holder', { fence: 6, at: 999 }, LEASE, false],
    ['a number nobody was given', { fence: 8, at: 999 }, LEASE, false],
    ['its holder after it was ended', { fence: 7, at: 999 }, endedLease(LEASE), false],
    ['anybody before the first', { fence: 0, at: 999 }, NO_LEASE, false],
  ])('lets act: %s', (...[, claim, lease, may]) => {
    expect(mayAct(claim, lease)).toBe(may);
  });

  it('is given under a number that was never given before, and to one at a time', () => {
    const first = nextLease(NO_LEASE, 100, 50);
    expect(first).toEqual({ fence: 1, until: 150 });
    expect(nextLease(LEASE, 999, 50)).toBeNull();
    expect(nextLease(endedLease(LEASE), 1, 50)).toEqual({ fence: 8, until: 51 });
  });

  it('that ran out is not given on until somebody has said that the try timed out', () => {
    expect([hasRunOut(LEASE, 999), hasRunOut(LEASE, 1000), hasRunOut(NO_LEASE, 1000)]).toEqual([false, true, false]);
    expect(nextLease(LEASE, 5000, 50)).toBeNull();
  });
});
