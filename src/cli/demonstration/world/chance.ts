import { createHash } from 'node:crypto';

/** Chance that falls out the same for the same seed, wherever and whenever it is thrown. */
export interface Chance {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in so large a share of all cases. */
  happens(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Each thing that is thrown for has a seed of its own, so that one child more changes no other. */
export function chanceOf(seed: string): Chance {
  const roll = mulberry32(createHash('sha256').update(seed).digest().readUInt32LE(0));
  const between = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1));
  return {
    between,
    happens: (share) => roll() < share,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
  };
}

/** Tommy Ettinger's mulberry32, public domain: quick, and good enough to invent with. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
