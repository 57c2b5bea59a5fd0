import type { InterviewQuestion, LocatingQuestion } from '../domain/interview/interview-form.ts';

/** What can be read, by type: down to `SafetyNote` it speaks of a child, the rest of the hub's own work. */
export const FAMILIES = [
  'Child',
  'Placement',
  'Episode',
  'Offer',
  'ReturnInterview',
  'LocatingFacts',
  'Redaction',
  'SharingRecord',
  'IntelligenceItem',
  'SafetyNote',
  'BriefingNotice',
  'QuarantineEntry',
  'Source',
  'DisclosureRecord',
] as const;
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
  | 'interviews'
  | 'locating'
  | 'intelligence'
  | 'notice'
  | 'redacted'
  | 'full'
  | 'facts'
  | 'sanitised'
  | 'content'
  | 'source'
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
    'restricted',
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
  circumstances: ['offers'],
  interviews: ['interviews', 'safetyNotes'],
  locating: ['locating'],
  intelligence: ['intelligence'],
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
    'restricted',
    'child',
  ],
  interviews: ['interviews'],
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

const OFFER: Attributes = {
  circumstances: [
    'id',
    'at',
    'offeredTo',
    'outcome',
    'phonedYoungPerson',
    'spokenToParentCarer',
    'spokenToSocialWorker',
    'reason',
    'askAgainOn',
    'explanation',
    'service',
    'attempts',
    'episodes',
    'revision',
  ],
};

/** At which level of an interview each question of its form is answered: a question without a level does not compile. */
const QUESTION_LEVELS: Readonly<Record<InterviewQuestion, 'full'>> = {
  conductedBy: 'full',
  conductedCapacity: 'full',
  conductedWhere: 'full',
  conductedHow: 'full',
  independentOfPlacement: 'full',
  independentOfAuthority: 'full',
  interpreter: 'full',
  parentCarerViews: 'full',
  reasons: 'full',
  harmSuffered: 'full',
  childViewsWhy: 'full',
  childViewsHelp: 'full',
  firstTime: 'full',
  accompaniment: 'full',
  whomTold: 'full',
  trigger: 'full',
  triggerStillExists: 'full',
  foodMoneyTransport: 'full',
  crimeAsVictim: 'full',
  crimeAsSuspect: 'full',
  medicalHelp: 'full',
  whoHelped: 'full',
  relationships: 'full',
  scaredHarmedPressured: 'full',
  howFelt: 'full',
  whyReturned: 'full',
  childViewOfRisk: 'full',
  alternatives: 'full',
  supportNeeded: 'full',
  plan: 'full',
  actions: 'full',
  followUpOn: 'full',
  ceScreen: 'full',
  toldAboutSharing: 'full',
  informationFromCarer: 'full',
  vulnerabilities: 'full',
  highRiskCategories: 'full',
  pushFactors: 'full',
  pullFactors: 'full',
  namedPeople: 'full',
};
const LOCATING = ['placesStayed', 'peopleWith', 'phones', 'vehicles', 'handles', 'transport'] as const satisfies readonly LocatingQuestion[];

const RETURN_INTERVIEW: Attributes = {
  notice: ['id', 'state', 'at', 'sentence', 'restricted', 'child', 'episodes'],
  redacted: ['redactedText', 'redactedAnswers'],
  full: [
    ...Object.keys(QUESTION_LEVELS),
    ...LOCATING,
    'interviewer',
    'heldBy',
    'offers',
    'episodeGone',
    'contentHash',
    'revision',
    'redactions',
    'sharing',
  ],
  intelligence: ['intelligence'],
};

const LOCATING_FACTS: Attributes = { locating: ['id', 'at', 'restricted', ...LOCATING] };

const REDACTION: Attributes = {
  full: ['id', 'audience', 'recipient', 'text', 'answers', 'topics', 'state', 'author', 'approver', 'proposedAt', 'revision'],
};

const SHARING_RECORD: Attributes = {
  full: ['id', 'kind', 'audience', 'recipient', 'topic', 'state', 'reason', 'by', 'at', 'until', 'revision'],
};

const INTELLIGENCE_ITEM: Attributes = {
  facts: ['id', 'topic', 'urgency', 'at', 'origin', 'handling', 'conditions', 'area', 'child'],
  sanitised: ['sanitisedText'],
  content: ['content', 'namedPeople', 'grade', 'gradedBy', 'originator', 'released', 'interview', 'revision'],
  source: ['source'],
};

const SAFETY_NOTE: Attributes = {
  notice: ['id', 'recipient', 'watchFor', 'doThis', 'ring', 'approved', 'acknowledgedAt', 'acknowledgedBy', 'by', 'at', 'revision', 'child'],
};

const BRIEFING_NOTICE: Attributes = { notice: ['id', 'kind', 'text', 'about', 'raisedAt'] };

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
  Offer: OFFER,
  ReturnInterview: RETURN_INTERVIEW,
  LocatingFacts: LOCATING_FACTS,
  Redaction: REDACTION,
  SharingRecord: SHARING_RECORD,
  IntelligenceItem: INTELLIGENCE_ITEM,
  SafetyNote: SAFETY_NOTE,
  BriefingNotice: BRIEFING_NOTICE,
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

/** A type of the schema that a row of a levelled family is shown as, and the group that brings it there; the fullest first. */
export interface Level {
  readonly type: string;
  readonly group: Group;
}
const LEVELS: Readonly<Partial<Record<Family, readonly Level[]>>> = {
  ReturnInterview: [
    { type: 'FullInterview', group: 'full' },
    { type: 'RedactedInterview', group: 'redacted' },
    { type: 'InterviewNotice', group: 'notice' },
  ],
  IntelligenceItem: [
    { type: 'FullIntelligence', group: 'content' },
    { type: 'SanitisedIntelligence', group: 'sanitised' },
  ],
};

/** The levels of a family as types, the fullest first; a family without levels is one type of its own name. */
export function levelsOf(family: Family): readonly Level[] | null {
  return LEVELS[family] ?? null;
}
