import type { NamedAs } from '../domain/fold/relation.ts';

/** Those who are named round a child in one of these capacities, as `person@agency`. */
export function peopleNamedAs(named: readonly string[], capacities: readonly NamedAs[]): string[] {
  const prefixes = capacities.map((as) => `${as}:`);
  const people = named.flatMap((entry) => prefixes.filter((prefix) => entry.startsWith(prefix)).map((prefix) => entry.slice(prefix.length)));
  return [...new Set(people)].sort();
}
