/** What can be read, by type; `Child`, `Placement` and `Episode` speak of a child, the rest of the hub's own work. */
export const FAMILIES = ['Child', 'Placement', 'Episode', 'QuarantineEntry', 'Source', 'DisclosureRecord'] as const;
export type Family = (typeof FAMILIES)[number];

/** The groups that sharing is decided by; each reaches further than a viewer may need. */
export type Group =
  | 'identity'
  | 'description'
  | 'home'
  | 'addresses'
  | 'numbers'
  | 'circumstances'
  | 'provenance'
  | 'likeness'
  | 'freshness'
  | 'counts';

/**
 * Not a field of its own: the sources' own record keys inside `provenance`. An authority's key quotes its child number, so
 * they go with the numbers.
 */
export const RECORD_KEYS = 'recordKeys';

type Attributes = Readonly<Partial<Record<Group, readonly string[]>>>;

const CHILD: Attributes = {
  identity: [
    'id',
    'givenName',
    'familyName',
    'dateOfBirth',
    'dateOfBirthEstimated',
    'age',
    'gender',
    'ethnicity',
    'missingNow',
    'responsibleAuthorities',
    'episodes',
  ],
  description: [
    'legalStatus',
    'unaccompanied',
    'build',
    'complexion',
    'hairColour',
    'eyeColourLeft',
    'eyeColourRight',
    'distinguishingFeatures',
    'photographRef',
    'placement',
    'placements',
  ],
  home: ['homeAddress', 'homePostcode', 'telephone', 'email'],
  addresses: ['familyAddress', 'otherAddress'],
  numbers: ['nhsNumber', 'upn', 'authorityChildId', RECORD_KEYS],
  provenance: ['provenance', 'conflicts', 'flags'],
  likeness: ['possiblySame'],
};

const PLACEMENT: Attributes = {
  description: [
    'id',
    'from',
    'until',
    'placementType',
    'providerType',
    'legalStatus',
    'provider',
    'homeName',
    'urn',
    'placementPostcode',
    'hostAuthority',
    'reasonStarted',
    'reasonEnded',
    'reasonChanged',
  ],
};

const EPISODE: Attributes = {
  identity: [
    'id',
    'kind',
    'status',
    'open',
    'missingSince',
    'reportedAt',
    'locatedAt',
    'returnedAt',
    'risk',
    'riskWord',
    'initialRisk',
    'initialRiskWord',
    'riskChanges',
    'statusChanges',
    'safeAndWellOutcome',
    'safeAndWellAt',
    'policeReferences',
    'child',
  ],
  circumstances: [
    'missingFrom',
    'circumstances',
    'reportedBy',
    'lastSeenAt',
    'lastSeenWith',
    'lastSeenPlace',
    'actionsTaken',
    'riskFactors',
    'informedPersons',
    'previousMissingCount',
    'locatedPlace',
    'returnedTo',
    'returnMethod',
  ],
  numbers: [RECORD_KEYS],
  provenance: ['provenance', 'conflicts', 'flags'],
};

const QUARANTINE_ENTRY: Attributes = {
  identity: [
    'id',
    'document',
    'agency',
    'system',
    'adapter',
    'code',
    'place',
    'reason',
    'remedy',
    'messageKind',
    'givenName',
    'familyName',
    'dateOfBirth',
    'risk',
    'countsAsHigh',
    'state',
    'raisedAt',
  ],
};

const SOURCE: Attributes = {
  freshness: ['agency', 'system', 'adapter', 'lastReceivedAt', 'latestOrder'],
  counts: ['documents', 'records', 'quarantined'],
};

const DISCLOSURE_RECORD: Attributes = {
  identity: [
    'id',
    'at',
    'actor',
    'agency',
    'role',
    'purpose',
    'lawfulBasis',
    'operation',
    'policyVersion',
    'controllers',
    'children',
    'outcome',
    'objects',
  ],
};

/** Every attribute that can be read, by family and group; an attribute that is not here does not exist. */
const ATTRIBUTES: Readonly<Record<Family, Attributes>> = {
  Child: CHILD,
  Placement: PLACEMENT,
  Episode: EPISODE,
  QuarantineEntry: QUARANTINE_ENTRY,
  Source: SOURCE,
  DisclosureRecord: DISCLOSURE_RECORD,
};

/** The attributes of a family that belong to the named groups. */
export function attributesOf(family: Family, ...groups: readonly Group[]): readonly string[] {
  return groups.flatMap((group) => ATTRIBUTES[family][group] ?? []);
}

/** Every attribute of a family. */
export function allAttributesOf(family: Family): readonly string[] {
  return Object.values(ATTRIBUTES[family]).flat();
}

/** The group an attribute belongs to, or null where the family has no such attribute. */
export function groupOf(family: Family, attribute: string): Group | null {
  // Object.entries widens the keys; the table above has no key that is not a Group.
  const groups = Object.entries(ATTRIBUTES[family]) as [Group, readonly string[]][];
  return groups.find(([, names]) => names.includes(attribute))?.[0] ?? null;
}
