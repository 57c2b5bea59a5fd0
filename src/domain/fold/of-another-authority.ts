import type { PersonIdentity } from './person-identity.ts';
import type { FoldContext } from './fold-context.ts';
import { authorityOf } from './police-stay.ts';

/** Does an authority keep this record of a child who, as it says itself, is another authority's? It does not claim the child then. */
export function isOfAnotherAuthority({ record, stated }: PersonIdentity, context: FoldContext): boolean {
  const { agency } = record.ref;
  const named = stated.responsibleAuthority === undefined ? null : authorityOf(stated.responsibleAuthority.value, context);
  return context.kindOf(agency) === 'AUTHORITY' && named !== null && named !== agency;
}

/** Authorities that keep a record of another's child as one placed in their own area. */
export function hostsByOwnWord(persons: readonly PersonIdentity[], context: FoldContext): string[] {
  const hosting = persons
    .filter((person) => isOfAnotherAuthority(person, context))
    .filter(({ record, stated }) => stated.hostAuthority !== undefined && authorityOf(stated.hostAuthority.value, context) === record.ref.agency);
  return [...new Set(hosting.map(({ record }) => record.ref.agency))];
}
