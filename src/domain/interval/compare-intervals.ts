import type { Interval } from './interval.ts';
import { HOUR } from './durations.ts';

/** A stretch of time `[from, until)`; an instant is one that ends where it starts. */
export type Span = Pick<Interval, 'from' | 'until'>;


/** Whether the first was surely over before the second began; an instant at which the second begins was not. */
export function isBefore(first: Span, second: Span): boolean {
  return first.until <= second.from && first.from < second.from;
}

/** Whether the first surely began after the second was over. */
export function isAfter(first: Span, second: Span): boolean {
  return isBefore(second, first);
}

/** Whether both may mean the same moment. */
export function overlaps(first: Span, second: Span): boolean {
  return first.from < second.until && second.from < first.until;
}

/** Whether the two cannot mean the same moment. */
export function isDisjoint(first: Span, second: Span): boolean {
  return !overlaps(first, second);
}

/** Whether the first says the same as the second, but more exactly: a time on a stated date. */
export function isNarrower(first: Span, second: Span): boolean {
  return first.from >= second.from && first.until <= second.until && first.until - first.from < second.until - second.from;
}

/** Milliseconds that surely lie between the two; 0 when they touch or overlap. */
export function gapBetween(first: Span, second: Span): number {
  return Math.max(0, first.from - second.until, second.from - first.until);
}

/** Whether two sources' times of one fact disagree: apart by the tolerance or more, or two different days. */
export function disagree(first: Interval, second: Interval, tolerance: number): boolean {
  if (overlaps(first, second)) {
    return false;
  }
  const bothDates = first.precision === 'DATE' && second.precision === 'DATE';
  return bothDates || gapBetween(first, second) >= tolerance;
}

/** The fewest and most hours that can lie between two times; negative when the end may come first. */
export function hoursBetween(start: Span, end: Span): { readonly least: number; readonly most: number } {
  return { least: (end.from - start.until) / HOUR, most: (end.until - start.from) / HOUR };
}
