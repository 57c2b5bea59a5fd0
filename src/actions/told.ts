import type { NamedAs } from '../domain/fold/picture.ts';
import type { ReadingRole } from '../policy/viewer.ts';

/** Those who are named round a child in one of these capacities, as `person@agency`. */
export function peopleNamedAs(named: readonly string[], capacities: readonly NamedAs[]): string[] {
  const prefixes = capacities.map((as) => `${as}:`);
  const people = named.flatMap((entry) => prefixes.filter((prefix) => entry.startsWith(prefix)).map((prefix) => entry.slice(prefix.length)));
  return [...new Set(people)].sort();
}

/** Whoever holds a role at these agencies, as a notice names them. */
export function everyone(role: ReadingRole, agencies: readonly string[]): string[] {
  return agencies.map((agency) => `${role}:${agency}`);
}
