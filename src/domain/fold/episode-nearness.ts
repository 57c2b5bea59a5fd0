import { gapBetween, overlaps, type Span } from '../interval/compare-intervals.ts';
import type { EpisodeRecord } from './episode-record.ts';

/** Milliseconds that surely lie between the two starts; infinite when one is unknown. */
export function startsApart(first: EpisodeRecord, second: EpisodeRecord): number {
  return first.start === null || second.start === null ? Infinity : gapBetween(first.start, second.start);
}

/** Whatever the exact times are: each began before the other ended. A day on which one ends and the next begins is no overlap. */
export function surelyOverlap(first: EpisodeRecord, second: EpisodeRecord): boolean {
  if (first.start === null || second.start === null) {
    return false;
  }
  return first.start.until <= earliestEnd(second) && second.start.until <= earliestEnd(first);
}

/** A "found" whose "missing" has not come: what is known of it falls within the other. */
export function touchUnknownStart(first: EpisodeRecord, second: EpisodeRecord): boolean {
  if (first.start !== null && second.start !== null) {
    return false;
  }
  const [one, other] = [extentOf(first), extentOf(second)];
  return one !== null && other !== null && overlaps(one, other);
}

/** Milliseconds that both may cover. */
export function sharedTime(first: EpisodeRecord, second: EpisodeRecord): number {
  const [one, other] = [extentOf(first), extentOf(second)];
  return one === null || other === null ? 0 : Math.min(one.until, other.until) - Math.max(one.from, other.from);
}

function earliestEnd({ end, known }: EpisodeRecord): number {
  if (end === 'OPEN') {
    return Infinity;
  }
  return end === 'UNKNOWN' ? (known?.until ?? -Infinity) : end.from;
}

/** An episode whose start is unknown reaches no further than what is known of it. */
function extentOf({ start, end, known }: EpisodeRecord): Span | null {
  return start === null || known === null ? known : { from: start.from, until: end === 'OPEN' ? Infinity : known.until };
}
