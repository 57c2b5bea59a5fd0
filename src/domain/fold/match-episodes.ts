import { gapBetween, overlaps, type Span } from '../interval/compare-intervals.ts';
import type { EpisodeRecord } from './episode-record.ts';
import { joinHeaviestFirst, type Edge } from './join-heaviest-first.ts';
import type { Flag } from './picture.ts';
import { compareText } from './standing.ts';

interface Pair extends Edge<EpisodeRecord> {
  /** Milliseconds between the two starts; infinite when one is unknown. */
  readonly apart: number;
  readonly shared: number;
}

const OVERLAP = 'One system keeps two episodes of the child that overlap.';
const REACHED = "Two of one system's episodes both fall into another system's single one.";

/**
 * Which systems' records are one episode: those that surely overlap, or whose starts lie within the tolerance; the
 * nearest starts first, then the longest overlap. Two records of one system never are: they stay apart, flagged where
 * they overlap or where another system's record reaches both.
 */
export function matchEpisodes(
  records: readonly EpisodeRecord[],
  tolerance: number,
): { readonly groups: EpisodeRecord[][]; readonly flags: Flag[] } {
  const pairs = allPairs(records.toSorted((first, second) => compareText(first.id, second.id)));
  const edges = pairs.filter((pair) => !ofOneSystem(pair.first, pair.second) && mayBeOne(pair, tolerance)).sort(byNearness);
  const { groups, refused } = joinHeaviestFirst(records, edges, (one, other) => !ofOneSystem(one, other));
  const overlapping = pairs.filter(({ first, second }) => ofOneSystem(first, second) && surelyOverlap(first, second));
  const reached = refused.filter(({ first, second }) => surelyOverlap(first, second)).flatMap((edge) => standingInTheWay(edge, groups));
  return { groups, flags: flagsOf([...overlapping.map((pair) => ({ ...pair, reason: OVERLAP })), ...reached]) };
}

function allPairs(records: readonly EpisodeRecord[]): Pair[] {
  return records.flatMap((first, place) => records.slice(place + 1).map((second) => pairOf(first, second)));
}

function pairOf(first: EpisodeRecord, second: EpisodeRecord): Pair {
  const apart = first.start === null || second.start === null ? Infinity : gapBetween(first.start, second.start);
  const [one, other] = [extentOf(first), extentOf(second)];
  const shared = one === null || other === null ? 0 : Math.min(one.until, other.until) - Math.max(one.from, other.from);
  return { first, second, apart, shared };
}

function ofOneSystem(first: EpisodeRecord, second: EpisodeRecord): boolean {
  return first.ref.agency === second.ref.agency && first.ref.system === second.ref.system;
}

function mayBeOne({ first, second, apart }: Pair, tolerance: number): boolean {
  return apart <= tolerance || surelyOverlap(first, second) || touchUnknownStart(first, second);
}

/** Whatever the exact times are: each began before the other ended. A day on which one ends and the next begins is no overlap. */
function surelyOverlap(first: EpisodeRecord, second: EpisodeRecord): boolean {
  if (first.start === null || second.start === null) {
    return false;
  }
  return first.start.until <= earliestEnd(second) && second.start.until <= earliestEnd(first);
}

function earliestEnd({ end, known }: EpisodeRecord): number {
  if (end === 'OPEN') {
    return Infinity;
  }
  return end === 'UNKNOWN' ? (known?.until ?? -Infinity) : end.from;
}

/** A "found" whose "missing" has not come: what is known of it falls within the other. */
function touchUnknownStart(first: EpisodeRecord, second: EpisodeRecord): boolean {
  const [one, other] = [extentOf(first), extentOf(second)];
  return (first.start === null || second.start === null) && one !== null && other !== null && overlaps(one, other);
}

/** An episode whose start is unknown reaches no further than what is known of it. */
function extentOf({ start, end, known }: EpisodeRecord): Span | null {
  return start === null || known === null ? known : { from: start.from, until: end === 'OPEN' ? Infinity : known.until };
}

function byNearness(one: Pair, other: Pair): number {
  return (
    compareNumber(one.apart, other.apart) ||
    compareNumber(other.shared, one.shared) ||
    compareText(`${one.first.id} ${one.second.id}`, `${other.first.id} ${other.second.id}`)
  );
}

/** Not by difference: two infinities are equal. */
function compareNumber(first: number, second: number): number {
  if (first === second) {
    return 0;
  }
  return first < second ? -1 : 1;
}

/** The records of one system that kept two overlapping records of different systems from being one. */
function standingInTheWay(
  { first, second }: Edge<EpisodeRecord>,
  groups: readonly EpisodeRecord[][],
): (Edge<EpisodeRecord> & { readonly reason: string })[] {
  const [around, beyond] = [first, second].map((record) => groups.find((group) => group.includes(record)) ?? []);
  if (around === undefined || beyond === undefined) {
    return [];
  }
  const eachFoundItsOwn = around.some((other) => ofOneSystem(other, second)) && beyond.some((other) => ofOneSystem(other, first));
  return eachFoundItsOwn
    ? []
    : around.flatMap((one) => beyond.filter((other) => ofOneSystem(one, other)).map((other) => ({ first: one, second: other, reason: REACHED })));
}

function flagsOf(pairs: readonly (Edge<EpisodeRecord> & { readonly reason: string })[]): Flag[] {
  const byRecords = new Map<string, Flag>();
  for (const { first, second, reason } of pairs) {
    const records = [first.id, second.id].sort();
    const key = records.join(' ');
    if (!byRecords.has(key)) {
      byRecords.set(key, { code: 'OVERLAPPING_RECORDS', records, reason });
    }
  }
  return [...byRecords.values()];
}
