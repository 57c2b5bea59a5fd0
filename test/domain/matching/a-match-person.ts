import type { MatchPerson } from '../../../src/domain/matching/likeness.ts';

/** An invented child as one system records her, and whatever a test says instead. */
export function aMatchPerson(said: Partial<MatchPerson> = {}): MatchPerson {
  return {
    id: 'a',
    agency: 'northmere',
    personKeys: 'northmere-903',
    givenName: 'Tamsin',
    familyName: 'Larkrise',
    birth: '2011-05-04',
    birthDoubtful: false,
    gender: 'FEMALE',
    postcodes: [],
    placements: [],
    nhsNumber: null,
    upn: null,
    ...said,
  };
}

/** The same child as the police record her. */
export function asPolice(said: Partial<MatchPerson> = {}): MatchPerson {
  return aMatchPerson({ id: 'b', agency: 'mereshire-police', personKeys: 'mereshire-compact', ...said });
}
