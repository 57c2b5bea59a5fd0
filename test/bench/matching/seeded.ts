/** Chance that comes out the same for the same seed (mulberry32, public domain). */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** True with this probability. */
  happens(probability: number): boolean;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** One of these, all as likely. */
  one<T>(values: readonly T[]): T;
  /** One of these, the first likeliest: the place-th with weight 1 / (place + flat). */
  early<T>(values: readonly T[], flat: number): T;
}

export function seeded(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  // Safe: the lists of this benchmark are never empty.
  const at = <T>(values: readonly T[], place: number): T => values[Math.min(place, values.length - 1)] as T;
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    one: (values) => at(values, below(values.length)),
    // The inverse of the sum of 1 / (place + flat), which grows as a logarithm.
    early: (values, flat) => at(values, Math.floor(flat * ((values.length + flat) / flat) ** next() - flat)),
  };
}
