import { HOUR } from '../../../domain/interval/durations.ts';
import { chanceOf } from './chance.ts';
import { makeChild } from './make-child.ts';
import type { World, WorldChild } from './world.ts';

export interface WorldTerms {
  readonly seed: string;
  readonly children: number;
  /** The moment it is told as of, in epoch milliseconds. */
  readonly now: number;
}

/** Invents children and what happened to them until now; the same terms are the same world. */
export function makeWorld({ seed, children, now }: WorldTerms): World {
  const minute = Math.floor(now / 60_000) * 60_000;
  const made: WorldChild[] = [];
  for (let number = 1; number <= children; number += 1) {
    made.push(makeChild({ seed, now: minute, number, elder: made.at(-1) ?? null }));
  }
  return { seed, now: minute, children: made, mistaken: made.filter(({ number }) => number % 25 === 9).map((child) => mistakenReport(seed, minute, child)) };
}

/** A report of a child who had been at a friend's all along: taken back within hours, long clear of any true episode. */
function mistakenReport(seed: string, now: number, child: WorldChild): World['mistaken'][number] {
  const days = chanceOf(`${seed} mistaken ${String(child.number)}`).between(2, 20);
  const first = child.episodes[0]?.from ?? now;
  return { child, misper: `99/M/${String(child.number).padStart(5, '0')}`, at: first - (24 * days + 72) * HOUR };
}
