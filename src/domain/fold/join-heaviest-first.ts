/** Two that may be one. */
export interface Edge<T> {
  readonly first: T;
  readonly second: T;
}

/**
 * Joins members along edges, heaviest first as given, unless that would put two together that must stay apart; what was
 * refused is returned, so that a person can be shown it. The order in which members came plays no part.
 */
export function joinHeaviestFirst<T>(
  members: readonly T[],
  edges: readonly Edge<T>[],
  mayBeOne: (first: T, second: T) => boolean,
): { readonly groups: T[][]; readonly refused: Edge<T>[] } {
  const groupOf = new Map(members.map((member) => [member, [member]]));
  const refused: Edge<T>[] = [];
  for (const edge of edges) {
    const [into, from] = [groupOf.get(edge.first) ?? [], groupOf.get(edge.second) ?? []];
    if (into === from) {
      continue;
    }
    if (into.every((one) => from.every((other) => mayBeOne(one, other)))) {
      into.push(...from);
      from.forEach((member) => groupOf.set(member, into));
    } else {
      refused.push(edge);
    }
  }
  return { groups: [...new Set(groupOf.values())], refused };
}
