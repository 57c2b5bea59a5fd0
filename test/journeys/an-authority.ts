import type { PracticeId } from '../../src/domain/authority/known-practices.ts';

/** One authority of invented people with a case system of its own, and the practice it goes by. */
export interface AnAuthority {
  readonly practice: PracticeId;
  readonly adapter: 'eclipse' | 'mosaic' | 'lcs' | 'ehm' | 'liberi';
  readonly settings?: object;
  readonly ownFigures?: object;
  readonly ownClocks?: object;
  /** Further systems of the authority by the adapter they send in. */
  readonly beside?: readonly string[];
}

/** A home in the authority's own area, and one of the same provider in its neighbour's. */
const AT_HOME_URN = 'SC910001';
const NEXT_DOOR_URN = 'SC910002';

interface Role {
  readonly role: string;
  readonly agency?: string;
  readonly system?: string;
  readonly shifts?: readonly object[];
}
const person = (id: string, { agency = 'fenmoor', ...role }: Role): object => ({
  id,
  name: `${id} Example`,
  issuer: 'https://demonstration.homeward.invalid',
  subject: id,
  trainedToRedact: role.role === 'SENIOR_WORKER',
  roles: [{ ...role, agency }],
});

const PEOPLE = [
  person('coordinator', { role: 'HUB_COORDINATOR' }),
  person('worker', { role: 'RETURN_WORKER' }),
  person('other-worker', { role: 'RETURN_WORKER' }),
  person('senior', { role: 'SENIOR_WORKER' }),
  person('manager', { role: 'TEAM_MANAGER' }),
  person('social-worker', { role: 'SOCIAL_WORKER' }),
  person('duty-team', { role: 'EDT', shifts: [{ from: '2025-01-01T00:00:00Z', until: '2046-01-01T00:00:00Z' }] }),
  person('business-support', { role: 'BUSINESS_SUPPORT' }),
  person('home', { role: 'PLACEMENT_PROVIDER', agency: 'invented-homes' }),
  person('police', { role: 'POLICE_MISSING_TEAM', agency: 'fenshire-police' }),
  person('neighbour', { role: 'HUB_COORDINATOR', agency: 'otherby' }),
  person('police-compact-client', { role: 'INGEST_CLIENT', agency: 'fenshire-police', system: 'police-compact' }),
];

/** The directory of Fenmoor, its people, a home, its neighbour and its police; all of them are invented. */
export function anAuthority({ practice, adapter, settings, ownFigures = {}, ownClocks = {}, beside = [] }: AnAuthority): string {
  const systems = [{ id: adapter, adapter, ...(settings !== undefined && { settings }) }, ...['ssda903', ...beside].map((other) => ({ id: other, adapter: other }))];
  return JSON.stringify({
    agencies: [
      { id: 'fenmoor', name: 'Fenmoor Council', kind: 'AUTHORITY', codes: ['E99000011'], practice, ownFigures, ownClocks },
      { id: 'otherby', name: 'Otherby Council', kind: 'AUTHORITY', codes: ['E99000012'] },
      { id: 'fenshire-police', name: 'Fenshire Police', kind: 'POLICE', codes: ['97'] },
      { id: 'invented-homes', name: 'Invented Homes', kind: 'PROVIDER' },
    ],
    // Every system of the authority calls a child by one key.
    systems: [
      ...systems.map((system, nth) => ({ ...system, agency: 'fenmoor', ...(nth > 0 && { personKeys: adapter }) })),
      { id: 'police-compact', agency: 'fenshire-police', adapter: 'police-compact' },
    ],
    forceAreas: [{ force: 'fenshire-police', authorities: ['fenmoor', 'otherby'] }],
    homes: [
      { urn: AT_HOME_URN, name: 'Invented Lodge', provider: 'invented-homes', authority: 'fenmoor' },
      { urn: NEXT_DOOR_URN, name: 'Invented Farm', provider: 'invented-homes', authority: 'otherby' },
    ],
    people: [...PEOPLE, ...systems.map(({ id }) => person(`${id}-client`, { role: 'INGEST_CLIENT', system: id }))],
  });
}
