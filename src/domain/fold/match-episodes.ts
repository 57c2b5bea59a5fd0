import { HUB_SYSTEM } from '../record/record.ts';
import { sharedTime, startsApart, surelyOverlap, touchUnknownStart } from './episode-nearness.ts';
import type { EpisodeRecord } from './episode-record.ts';
import { joinHeaviestFirst, type Edge } from './join-heaviest-first.ts';
import type { Flag } from './picture.ts';
import { compareText } from './standing.ts';

interface Pair extends Edge<EpisodeRecord> {
  readonly apart: number;
  readonly shared: number;
}
interface Clash extends Edge<EpisodeRecord> {
  readonly reason: string;
}

const OVERLAP = 'One system keeps two episodes of the child that overlap.';
const REACHED = "Two of one system's episodes both fall into another system's single one.";

/**
 * Which systems' records are one episode: those that surely overlap, or whose starts lie within the tolerance; the
 * nearest starts first, then the longest overlap. Two records of one system never are: they stay apart, flagged where
 * they overlap or where another system's record reaches both. Nor are two of which one was over before the other began,
 * though a third, left open, reaches both: a child who is missing again would be shown as back.
 */
export function matchEpisodes(
  records: readonly EpisodeRecord[],
  tolerance: number,
): { readonly groups: EpisodeRecord[][]; readonly flags: Flag[] } {
  const { edges, overlapping } = comparePairs(records.toSorted(byId), tolerance);
  const { groups, refused } = joinHeaviestFirst(
    records,
    edges.sort(byNearness),
    (one, other) => !ofOneSystem(one, other) && !apartInTime(one, other, tolerance),
  );
  const groupOf = new Map(groups.flatMap((group) => group.map((record) => [record, group])));
  const reached = refused
    .filter(({ first, second }) => surelyOverlap(first, second))
    .flatMap(({ first, second }) => standingInTheWay({ first, second }, groupOf.get(first) ?? [], groupOf.get(second) ?? []));
  return { groups: groups.map((group) => group.toSorted(byId)), flags: flagsOf([...overlapping, ...reached]) };
}

function comparePairs(records: readonly EpisodeRecord[], tolerance: number): { edges: Pair[]; overlapping: Clash[] } {
  const edges: Pair[] = [];
  const overlapping: Clash[] = [];
  for (const [place, first] of records.entries()) {
    for (const second of records.slice(place + 1)) {
      if (ofOneSystem(first, second)) {
        overlapping.push(...(surelyOverlap(first, second) ? [{ first, second, reason: OVERLAP }] : []));
      } else if (mayBeOne(first, second, tolerance)) {
        // Whoever reports in the hub says which episode they mean: nothing is heavier.
        const apart = isNamed(first, second) ? -1 : startsApart(first, second);
        edges.push({ first, second, apart, shared: sharedTime(first, second) });
      }
    }
  }
  return { edges, overlapping };
}

function byId(first: EpisodeRecord, second: EpisodeRecord): number {
  return compareText(first.id, second.id);
}

function ofOneSystem(first: EpisodeRecord, second: EpisodeRecord): boolean {
  return first.ref.agency === second.ref.agency && first.ref.system === second.ref.system;
}

/** Whether two systems' records may tell of one episode. */
export function mayBeOne(first: EpisodeRecord, second: EpisodeRecord, tolerance: number): boolean {
  if (isNamed(first, second)) {
    return true;
  }
  if (missedAgain(first, second) || missedAgain(second, first)) {
    return false;
  }
  const saysWhich = first.named.length > 0 || second.named.length > 0;
  return startsApart(first, second) <= tolerance || surelyOverlap(first, second) || (!saysWhich && touchUnknownStart(first, second));
}

/** Was one of them surely over, by more than two systems' times may differ, before the other began? */
function apartInTime(first: EpisodeRecord, second: EpisodeRecord, tolerance: number): boolean {
  const beganAfter = (later: EpisodeRecord, earlier: EpisodeRecord): boolean => missedAgain(later, earlier) || longOver(later, earlier, tolerance);
  return !isNamed(first, second) && (beganAfter(first, second) || beganAfter(second, first));
}

function longOver({ start }: EpisodeRecord, { end }: EpisodeRecord, tolerance: number): boolean {
  return start !== null && typeof end === 'object' && start.from >= end.until + tolerance;
}

/** Whoever reports in the hub that a child is missing knows of a return before it: that was another episode, however near. */
function missedAgain({ ref, start }: EpisodeRecord, { end }: EpisodeRecord): boolean {
  return ref.system === HUB_SYSTEM && start !== null && typeof end === 'object' && start.from >= end.until;
}

/** Was one of them reported of the other? */
function isNamed(first: EpisodeRecord, second: EpisodeRecord): boolean {
  return first.named.includes(second.id) || second.named.includes(first.id);
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
  around: readonly EpisodeRecord[],
  beyond: readonly EpisodeRecord[],
): Clash[] {
  const eachFoundItsOwn = around.some((other) => ofOneSystem(other, second)) && beyond.some((other) => ofOneSystem(other, first));
  const clashes = around.flatMap((one) =>
    beyond.filter((other) => ofOneSystem(one, other)).map((other) => ({ first: one, second: other, reason: REACHED })),
  );
  return eachFoundItsOwn ? [] : clashes;
}

function flagsOf(clashes: readonly Clash[]): Flag[] {
  const byRecords = new Map<string, Flag>();
  for (const { first, second, reason } of clashes) {
    const records = [first.id, second.id].sort();
    const key = records.join(' ');
    if (!byRecords.has(key)) {
      byRecords.set(key, { code: 'OVERLAPPING_RECORDS', records, reason });
    }
  }
  return [...byRecords.values()];
}
