import { groupBy } from './group-by.ts';
import type { PersonIdentity } from './person-identity.ts';

/** An identifier that more different children than this are said to have identifies none of them. */
export const MOST_HOLDERS = 20;

/** One number that should be one child's. */
export interface Identifier {
  readonly kind: 'nhs' | 'upn';
  readonly value: string;
}

/** One text per identifier, for sets. */
export function identifierName({ kind, value }: Identifier): string {
  return `${kind} ${value}`;
}

/** The checked numbers that a person record states. */
export function identifiersOf({ nhsNumber, upn }: Pick<PersonIdentity, 'nhsNumber' | 'upn'>): Identifier[] {
  const stated = [{ kind: 'nhs', value: nhsNumber }, { kind: 'upn', value: upn }] as const;
  return stated.flatMap(({ kind, value }) => (value === null ? [] : [{ kind, value }]));
}

/**
 * Identifiers that the records of more than twenty different children share, such as a number typed in where none is
 * known; a child whom one force reports often under new person records is still one.
 */
export function crowdedIdentifiers(persons: readonly PersonIdentity[]): Set<string> {
  const held = persons.flatMap((person) => identifiersOf(person).map((identifier) => ({ name: identifierName(identifier), holder: person.holder })));
  const crowded = [...groupBy(held, ({ name }) => name)].filter(([, holders]) => new Set(holders.map(({ holder }) => holder)).size > MOST_HOLDERS);
  return new Set(crowded.map(([name]) => name));
}
