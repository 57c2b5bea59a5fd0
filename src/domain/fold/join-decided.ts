import type { DecidedPair } from '../decision/decided-pairs.ts';

/** Who answers for the child that some records are of: the authorities responsible, or while nobody is those it may be of. */
export interface Answering {
  readonly responsible: readonly string[];
  readonly candidates: readonly string[];
}

/** Records that are one child without anybody's decision, and who answers for them. */
export interface Answered<T> extends Answering {
  readonly members: readonly T[];
}

/**
 * Joins groups along what coordinators decided: first where somebody is responsible for a side, then in the order of the
 * records' ids. A JOIN counts only where every authority
 * responsible for either side has decided it, of a side nobody is responsible for yet one that it may be of: no authority
 * joins its own child to another's to read there. Nothing is joined that somebody keeps apart.
 */
export function joinDecided<T extends { readonly record: { readonly id: string } }>(groups: readonly Answered<T>[], decided: readonly DecidedPair[]): T[][] {
  const groupOf = new Map(groups.flatMap((group) => group.members.map(({ record }) => [record.id, group] as const)));
  const apart = keptApart(decided);
  const isNobodys = ({ first, second }: DecidedPair): boolean => [first, second].every((record) => (groupOf.get(record)?.responsible ?? []).length === 0);
  const ordered = [...decided.filter((pair) => !isNobodys(pair)), ...decided.filter(isNobodys)];
  for (const { first, second, joinedBy } of ordered) {
    const [into, from] = [groupOf.get(first), groupOf.get(second)];
    if (into !== undefined && from !== undefined && into !== from && agreed(into, joinedBy) && agreed(from, joinedBy) && !isApart(into, from, apart)) {
      const joined = together(into, from);
      joined.members.forEach(({ record }) => groupOf.set(record.id, joined));
    }
  }
  return [...new Set(groupOf.values())].map(({ members }) => [...members]);
}

/** Names of the pairs that somebody keeps apart, both ways round. */
export function keptApart(decided: readonly DecidedPair[]): ReadonlySet<string> {
  const separated = decided.filter(({ separatedBy }) => separatedBy.length > 0);
  return new Set(separated.flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]));
}

function agreed({ responsible, candidates }: Answering, joinedBy: readonly string[]): boolean {
  return responsible.length > 0 ? responsible.every((agency) => joinedBy.includes(agency)) : candidates.some((agency) => joinedBy.includes(agency));
}

function isApart<T extends { readonly record: { readonly id: string } }>(into: Answered<T>, from: Answered<T>, apart: ReadonlySet<string>): boolean {
  return into.members.some((one) => from.members.some((other) => apart.has(`${one.record.id} ${other.record.id}`)));
}

function together<T>(into: Answered<T>, from: Answered<T>): Answered<T> {
  return {
    members: [...into.members, ...from.members],
    responsible: [...new Set([...into.responsible, ...from.responsible])],
    candidates: [...new Set([...into.candidates, ...from.candidates])],
  };
}
