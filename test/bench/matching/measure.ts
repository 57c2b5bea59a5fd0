import { foldedName } from '../../../src/domain/child/folded-name.ts';
import { groupBy } from '../../../src/domain/fold/group-by.ts';
import { joinHeaviestFirst, type Edge } from '../../../src/domain/fold/join-heaviest-first.ts';
import { blockKeys } from '../../../src/domain/matching/block-keys.ts';
import { compareRecords } from '../../../src/domain/matching/compare-records.ts';
import type { Likeness, MatchPerson } from '../../../src/domain/matching/likeness.ts';
import type { KnownRecord } from './records.ts';

/** Two records that share a block key, and how alike they are. */
interface Compared extends Edge<KnownRecord> {
  readonly likeness: Likeness;
}
export interface Measured {
  readonly precision: number;
  readonly recall: number;
  /** Recall where a person has looked at what is for review. */
  readonly recallReviewed: number;
  /** Part of the records that lie in the review queue. */
  readonly inReview: number;
  readonly twinsJoined: number;
  readonly candidates: number;
  readonly largestBlock: number;
}

/** Every pair that shares a block key, once. */
function compareCandidates(all: readonly KnownRecord[]): { readonly compared: Compared[]; readonly largestBlock: number } {
  const held = all.flatMap((record) => blockKeys(record.person).map((key) => ({ key, record })));
  const blocks = [...groupBy(held, ({ key }) => key).values()].map((block) => block.map(({ record }) => record));
  const once = new Map<string, Edge<KnownRecord>>();
  for (const pair of blocks.flatMap(pairsIn)) {
    once.set(pairKey(pair.first, pair.second), pair);
  }
  const compared = [...once.values()].map((pair) => ({ ...pair, likeness: compareRecords(pair.first.person, pair.second.person) }));
  return { compared, largestBlock: blocks.reduce((largest, { length }) => Math.max(largest, length), 0) };
}

/** What joins by itself, what a person is shown, and how much of either is right. */
export function measure(all: readonly KnownRecord[]): Measured {
  const { compared, largestBlock } = compareCandidates(all);
  const { groups, refused } = joinByItself(all, compared);
  const groupOf = new Map(groups.flatMap((group) => group.map((record) => [record, group] as const)));
  const parted = (pair: Edge<KnownRecord>): boolean => groupOf.get(pair.first) !== groupOf.get(pair.second);
  const queue = [...refused, ...compared.filter(({ likeness }) => likeness.verdict === 'REVIEW')].filter(parted);
  const reviewed = new Set(queue.map(({ first, second }) => pairKey(groupOf.get(first)?.[0] ?? first, groupOf.get(second)?.[0] ?? second)));
  const joined = groups.flatMap(pairsIn);
  const truth = [...groupBy(all, ({ child }) => child.number).values()].flatMap(pairsIn);
  const found = truth.filter((pair) => !parted(pair));
  const shown = truth.filter(({ first, second }) => reviewed.has(pairKey(groupOf.get(first)?.[0] ?? first, groupOf.get(second)?.[0] ?? second)));
  return {
    precision: joined.filter(isRight).length / joined.length,
    recall: found.length / truth.length,
    recallReviewed: (found.length + shown.length) / truth.length,
    inReview: new Set(queue.flatMap(({ first, second }) => [first, second])).size / all.length,
    twinsJoined: joined.filter(({ first, second }) => first.child.twin === second.child.number).length,
    candidates: (2 * compared.length) / all.length,
    largestBlock,
  };
}

/** Shared numbers where date of birth or surname agrees, as the fold has it, then JOIN verdicts, the heaviest first. */
function joinByItself(all: readonly KnownRecord[], compared: readonly Compared[]): { groups: KnownRecord[][]; refused: Edge<KnownRecord>[] } {
  const shared = compared.filter(sharesNumber);
  const disputed = new Set(shared.filter((pair) => !agrees(pair)).map(({ first, second }) => pairKey(first, second)));
  const alike = compared.filter(({ likeness }) => likeness.verdict === 'JOIN').sort(byWeight);
  return joinHeaviestFirst(all, [...shared.filter(agrees).sort(byId), ...alike], (one, other) => !disputed.has(pairKey(one, other)) && !areHeldApart(one, other));
}

function sharesNumber({ first, second }: Edge<KnownRecord>): boolean {
  const equal = (of: 'nhsNumber' | 'upn'): boolean => first.person[of] !== null && first.person[of] === second.person[of];
  return equal('nhsNumber') || equal('upn');
}

function agrees({ first, second }: Edge<KnownRecord>): boolean {
  const folded = ({ person }: KnownRecord): string | null => foldedName(person.familyName ?? '');
  return first.person.birth === second.person.birth || folded(first) === folded(second);
}

/** Two keys of one source, or two numbers of one kind: two children, unless they share a number. */
function areHeldApart(one: KnownRecord, other: KnownRecord): boolean {
  const differ = (of: 'nhsNumber' | 'upn'): boolean => one.person[of] !== null && other.person[of] !== null && one.person[of] !== other.person[of];
  const space = ({ agency, personKeys }: MatchPerson): string => `${agency} ${personKeys}`;
  return differ('nhsNumber') || differ('upn') || (space(one.person) === space(other.person) && !sharesNumber({ first: one, second: other }));
}

function byWeight(one: Compared, other: Compared): number {
  return other.likeness.score - one.likeness.score || byId(one, other);
}

function byId(one: Edge<KnownRecord>, other: Edge<KnownRecord>): number {
  return pairKey(one.first, one.second) < pairKey(other.first, other.second) ? -1 : 1;
}

function isRight({ first, second }: Edge<KnownRecord>): boolean {
  return first.child === second.child;
}

function pairsIn(group: readonly KnownRecord[]): Edge<KnownRecord>[] {
  return group.flatMap((first, place) => group.slice(place + 1).map((second) => ({ first, second })));
}

function pairKey(first: KnownRecord, second: KnownRecord): string {
  return first.person.id < second.person.id ? `${first.person.id} ${second.person.id}` : `${second.person.id} ${first.person.id}`;
}
