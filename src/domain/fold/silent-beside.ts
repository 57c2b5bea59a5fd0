import { identifierName, identifiersOf } from './crowded-identifiers.ts';
import { agree } from './match-persons.ts';
import type { PersonIdentity } from './person-identity.ts';

/**
 * The silent records of each group: by a checked NHS number that one group alone has, with the same date of birth or surname.
 * They come to the groups afterwards, so that who is one child never hangs on intelligence.
 */
export function silentBeside(groups: readonly PersonIdentity[][], silent: readonly PersonIdentity[], crowded: ReadonlySet<string>): (group: readonly PersonIdentity[]) => PersonIdentity[] {
  const beside = new Map<readonly PersonIdentity[], PersonIdentity[]>();
  for (const record of silent) {
    const numbers = identifiersOf(record).map(identifierName).filter((name) => !crowded.has(name));
    const holds = (person: PersonIdentity): boolean => identifiersOf(person).some((held) => numbers.includes(identifierName(held)));
    const [only, ...others] = groups.filter((group) => group.some((person) => holds(person) && agree({ first: person, second: record })));
    if (only !== undefined && others.length === 0) {
      beside.set(only, [...(beside.get(only) ?? []), record]);
    }
  }
  return (group) => beside.get(group) ?? [];
}
