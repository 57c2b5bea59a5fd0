import type { PersonIdentity } from './person-identity.ts';
import { byOrder, refKey } from './standing.ts';
import { saidOfKind } from './stated-fields.ts';

/** The home (by URN) that each report says the child lives in, by the report's own record. */
export function statedHomes(persons: readonly PersonIdentity[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  const said = persons.flatMap(({ record }) => saidOfKind(record.said, 'person')).sort(byOrder);
  for (const { record, part, payload } of said) {
    if (typeof payload.placementUrn === 'string') {
      homes.set(refKey({ ...record, kind: 'episode', key: part }), payload.placementUrn);
    }
  }
  return homes;
}
