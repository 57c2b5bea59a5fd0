import type { DutyReached } from './duty-chain.ts';

/**
 * A chain that takes the place of another after some time: what has passed is not waited for again, so whoever would have
 * been told by now is told now. Nobody is late at once for what they had not seen: where their time is over they have it anew,
 * all at the same time.
 */
export function chainMoved<S extends DutyReached>(chain: readonly S[], passed: number, now: number): readonly S[] {
  return chain.map((step) => {
    const until = step.until - passed;
    return { ...step, from: Math.max(now, step.from - passed), until: until > now ? until : now + (step.until - step.from) };
  });
}
