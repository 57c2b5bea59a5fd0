import type { Span } from '../interval/compare-intervals.ts';
import type { ClockEvent } from './clock.ts';

/**
 * What is known of an episode's events. An event that is not there: nobody tells the hub of it. An empty list: it has not
 * happened. Null in a list: it has happened, and no source says when.
 */
export type ClockEvents = Readonly<Partial<Record<ClockEvent, readonly (Span | null)[]>>>;

/** The first and the last moment something can mean, both included, in epoch milliseconds. */
export interface Moments {
  readonly first: number;
  readonly last: number;
}

/** A stretch by its first and last moment; an instant is its own last. */
export function momentsOf({ from, until }: Span): Moments {
  return { first: from, last: Math.max(from, until - 1) };
}

/** When the earliest of several can have been; null of none. */
export function earliest(those: readonly Moments[]): Moments | null {
  return those.length === 0 ? null : { first: Math.min(...those.map(({ first }) => first)), last: Math.min(...those.map(({ last }) => last)) };
}

/** What has surely happened by now of these events: when, and whether any has no time, or is told by nobody. */
export interface Happened {
  readonly timed: readonly Moments[];
  readonly untimed: boolean;
  readonly untold: boolean;
}

/** What is known by now of events of these kinds; what is still to come is left out, and nothing recorded lies after now. */
export function happenedBy(now: number, events: ClockEvents, kinds: readonly ClockEvent[]): Happened {
  const known = kinds.flatMap((kind) => events[kind] ?? []);
  const timed = known.flatMap((time) => (time === null || time.from > now ? [] : [momentsOf(time)]));
  return {
    timed: timed.map(({ first, last }) => ({ first, last: Math.min(last, now) })),
    untimed: known.includes(null),
    untold: kinds.some((kind) => events[kind] === undefined),
  };
}
