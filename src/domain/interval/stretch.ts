/** A stretch of time in epoch milliseconds, half-open `[from, until)`; null is open. */
export interface Stretch {
  readonly from: number | null;
  readonly until: number | null;
}

/** What two stretches have in common; nothing when one is over before the other begins. */
export function overlapOf(first: Stretch, second: Stretch): Stretch[] {
  const from = Math.max(first.from ?? -Infinity, second.from ?? -Infinity);
  const until = Math.min(first.until ?? Infinity, second.until ?? Infinity);
  return from < until ? [{ from: from === -Infinity ? null : from, until: until === Infinity ? null : until }] : [];
}

/** What is left of a stretch when others are taken out of it, in the order of time. */
export function without(stretch: Stretch, holes: readonly Stretch[]): Stretch[] {
  return holes.reduce<Stretch[]>((left, hole) => left.flatMap((one) => leftOf(one, hole)), overlapOf(stretch, stretch));
}

function leftOf(one: Stretch, hole: Stretch): Stretch[] {
  if (overlapOf(one, hole).length === 0) {
    return [one];
  }
  const before = hole.from === null ? [] : overlapOf(one, { from: null, until: hole.from });
  const after = hole.until === null ? [] : overlapOf(one, { from: hole.until, until: null });
  return [...before, ...after];
}
