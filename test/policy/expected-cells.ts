import type { Family } from '../../src/policy/attributes.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';

/** The attributes by column of the sharing table, written out by hand: not read from the policy they test. */
export const COLUMNS = {
  Child: {
    identity:
      'id givenName familyName dateOfBirth dateOfBirthEstimated age gender ethnicity missingNow responsibleAuthorities episodes',
    description:
      'legalStatus unaccompanied build complexion hairColour eyeColourLeft eyeColourRight distinguishingFeatures photographRef placement placements',
    home: 'homeAddress homePostcode telephone email',
    addresses: 'familyAddress otherAddress',
    numbers: 'nhsNumber upn authorityChildId recordKeys',
    provenance: 'provenance conflicts flags',
    likeness: 'possiblySame',
  },
  Placement: {
    placement:
      'id from until placementType providerType legalStatus provider homeName urn placementPostcode hostAuthority reasonStarted reasonEnded reasonChanged',
  },
  Episode: {
    identity:
      'id kind status open missingSince reportedAt locatedAt returnedAt risk riskWord initialRisk initialRiskWord riskChanges statusChanges safeAndWellOutcome safeAndWellAt policeReferences child',
    circumstances:
      'missingFrom circumstances reportedBy lastSeenAt lastSeenWith lastSeenPlace actionsTaken riskFactors informedPersons previousMissingCount locatedPlace returnedTo returnMethod',
    numbers: 'recordKeys',
    provenance: 'provenance conflicts flags',
  },
} as const;

export type Standing = 'responsible' | 'hosts' | 'forces' | 'providers' | 'candidates';

/** One row of the table: a viewer in one standing, and the columns that are theirs. */
export interface Cell {
  readonly viewer: string;
  readonly role: ReadingRole;
  readonly standing: Standing;
  readonly missing: boolean;
  readonly Child: string;
  readonly Placement: string;
  readonly Episode: string;
}

const cell = (viewer: string, role: ReadingRole, rest: Omit<Cell, 'viewer' | 'role'>): Cell => ({ viewer, role, ...rest });
const NOTHING = { Child: '', Placement: '', Episode: '' };

export const CELLS: readonly Cell[] = [
  ...[true, false].map((missing) =>
    cell('the coordinator of the responsible authority', 'HUB_COORDINATOR', {
      standing: 'responsible',
      missing,
      Child: 'identity description home addresses numbers provenance likeness',
      Placement: 'placement',
      Episode: 'identity circumstances numbers provenance',
    }),
  ),
  cell('the coordinator of the host authority', 'HUB_COORDINATOR', {
    standing: 'hosts',
    missing: true,
    Child: 'identity description home addresses provenance',
    Placement: 'placement',
    Episode: 'identity circumstances provenance',
  }),
  cell('the coordinator of the host authority', 'HUB_COORDINATOR', {
    standing: 'hosts',
    missing: false,
    Child: 'identity description home provenance',
    Placement: 'placement',
    Episode: 'identity circumstances provenance',
  }),
  ...[true, false].flatMap((missing) => [
    cell('the coordinator of an authority whose child it may be', 'HUB_COORDINATOR', {
      standing: 'candidates',
      missing,
      Child: 'identity description',
      Placement: 'placement',
      Episode: 'identity',
    }),
    cell('the missing team of an involved force', 'POLICE_MISSING_TEAM', {
      standing: 'forces',
      missing,
      Child: 'identity description home addresses provenance',
      Placement: 'placement',
      Episode: 'identity circumstances provenance',
    }),
    cell('the provider of the placement', 'PLACEMENT_PROVIDER', {
      standing: 'providers',
      missing,
      Child: 'identity description',
      Placement: 'placement',
      Episode: 'identity',
    }),
  ]),
  ...(['responsible', 'hosts', 'forces', 'providers', 'candidates'] as const).map((standing) =>
    cell('an auditor', 'AUDITOR', { standing, missing: true, ...NOTHING }),
  ),
  // A standing that is not the role's own opens nothing.
  ...(['forces', 'providers'] as const).map((standing) =>
    cell('a coordinator', 'HUB_COORDINATOR', { standing, missing: true, ...NOTHING }),
  ),
  ...(['responsible', 'hosts', 'providers', 'candidates'] as const).map((standing) =>
    cell('a missing team', 'POLICE_MISSING_TEAM', { standing, missing: true, ...NOTHING }),
  ),
  ...(['responsible', 'hosts', 'forces', 'candidates'] as const).map((standing) =>
    cell('a provider', 'PLACEMENT_PROVIDER', { standing, missing: true, ...NOTHING }),
  ),
];

/** The attribute names of some columns, or of all of them. */
export function namesIn(family: keyof typeof COLUMNS, columns?: string): string[] {
  const table: Readonly<Record<string, string>> = COLUMNS[family];
  const wanted = columns === undefined ? Object.keys(table) : columns.split(' ').filter(Boolean);
  return wanted.flatMap((column) => table[column]?.split(' ') ?? []);
}

export const CHILD_FAMILIES = ['Child', 'Placement', 'Episode'] as const satisfies readonly Family[];
