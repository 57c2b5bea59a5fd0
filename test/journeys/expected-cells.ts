/**
 * Who sees what of one invented child, by hand: each attribute with its value and the viewers who see it. It is not read
 * from the policy it tests. The one attribute that neither adapter can fill is `dateOfBirthEstimated`: neither format
 * says that a date of birth is an estimate.
 *
 * R the responsible authority · H a host authority (h: only while the child is missing) · P the missing team of an
 * involved force (p: only while the child is missing) · L the provider of the placement · C an authority whose child it may be, while nobody knows.
 */
export type Viewer = 'R' | 'H' | 'P' | 'L' | 'C';
/** A value that is not the same for all who see it is a function of who does. */
export type Cells = Readonly<Record<string, readonly [value: unknown, seenBy: string]>>;

/** A home is not told that there is such a thing, not even as withheld. */
export const UNSPOKEN_OF: readonly string[] = ['locating', 'intelligence', 'profiles', 'concerns'];
/** What is a home's own alone is told to nobody else, not even as withheld. */
export const OF_THE_HOME_ALONE: readonly string[] = ['homeProfiles', 'homeReports'];

/** The sources' own record keys: no attribute of their own, but withheld like one. */
export const RECORD_KEYS = 'recordKeys';
export const RECORD_KEYS_SEEN_BY = 'R';

const time = (text: string) => ({ text, precision: 'SECOND' });
const day = (text: string) => ({ text, precision: 'DATE' });
/** The words that name fields in dispute go with the numbers, as they may name one; others have `conflicts`. */
const disputed = (fields: string) => (viewer: Viewer) =>
  viewer === 'R' ? [{ code: 'CONFLICTING_VALUES', reason: `Sources disagree on: ${fields}.` }] : [];
/** Stands for what the test compares in a way of its own. */
export const ELSEWHERE = Symbol('compared elsewhere');

export const CHILD: Cells = {
  id: [ELSEWHERE, 'RHPLC'],
  givenName: ['Wrenna', 'RHPLC'],
  familyName: ['Testfield', 'RHPLC'],
  dateOfBirth: [day('06/05/2011'), 'RHPLC'],
  dateOfBirthEstimated: [null, 'RHPLC'],
  age: [14, 'RHPLC'],
  gender: ['FEMALE', 'RHPLC'],
  ethnicity: ['WBRI', 'RHPLC'],
  missingNow: [true, 'RHPLC'],
  responsibleAuthorities: [['northmere'], 'RHPLC'],
  episodes: [ELSEWHERE, 'RHPLC'],

  legalStatus: ['V2', 'RHPLC'],
  unaccompanied: [true, 'RHPLC'],
  build: ['Slim', 'RHPLC'],
  complexion: ['Pale', 'RHPLC'],
  hairColour: ['Brown', 'RHPLC'],
  eyeColourLeft: ['Green', 'RHPLC'],
  eyeColourRight: ['Hazel', 'RHPLC'],
  distinguishingFeatures: ['Invented scar on left hand', 'RHPLC'],
  photographRef: ['INVENTED-PHOTO-1', 'RHPLC'],
  placement: [{ homeName: 'Larkfield House' }, 'RHPLC'],
  placements: [ELSEWHERE, 'RHPLC'],

  homeAddress: ['1 Imaginary Row', 'RHP'],
  homePostcode: ['ZZ1 1AA', 'RHP'],
  telephone: ['01632 960001', 'RHP'],
  email: ['wrenna@example.org', 'RHP'],

  familyAddress: ['2 Imaginary Row', 'RhP'],
  otherAddress: ['3 Imaginary Row', 'RhP'],

  nhsNumber: ['9990001006', 'R'],
  upn: ['R999126000001', 'R'],
  authorityChildId: ['0042', 'R'],

  provenance: [ELSEWHERE, 'RHP'],
  statements: [ELSEWHERE, 'RHP'],
  conflicts: [
    [
      {
        field: 'ethnicity',
        values: [
          { value: 'WBRI', agency: 'northmere' },
          { value: 'W1', agency: 'mereshire-police' },
        ],
      },
    ],
    'RHP',
  ],
  flags: [disputed('ethnicity'), 'RHP'],
  possiblySame: [[], 'R'],
  personRecords: [ELSEWHERE, 'R'],

  restricted: [false, 'RHPLC'],
  offers: [[], 'RHP'],
  caseActions: [[], 'RHPL'],
  concerns: [[], 'RH'],
  riskAssessments: [[], 'RH'],
  safeContact: [[], 'RH'],
  placementAgreements: [[], 'RH'],
  interviews: [[], 'RHPL'],
  safetyNotes: [[], 'RHL'],
  profiles: [[], 'Rhp'],
  homeProfiles: [[], 'L'],
  locating: [[], 'Rp'],
  intelligence: [[], 'RHP'],
};

/** The fields of the child that a source states here: where they came from is shown to whoever sees the field. */
export const STATED_OF_CHILD =
  'givenName familyName dateOfBirth age gender ethnicity responsibleAuthorities legalStatus unaccompanied build complexion hairColour eyeColourLeft eyeColourRight distinguishingFeatures photographRef placement homeAddress homePostcode telephone email familyAddress otherAddress nhsNumber upn authorityChildId';

export const EPISODE: Cells = {
  id: [ELSEWHERE, 'RHPLC'],
  kind: ['MISSING', 'RHPLC'],
  status: ['LOCATED', 'RHPLC'],
  open: [true, 'RHPLC'],
  missingSince: [time('2025-11-19T21:00:00Z'), 'RHPLC'],
  reportedAt: [time('2025-11-19T22:00:00Z'), 'RHPLC'],
  locatedAt: [time('2025-11-20T03:00:00Z'), 'RHPLC'],
  returnedAt: [null, 'RHPLC'],
  risk: ['HIGH', 'RHPLC'],
  riskWord: ['High', 'RHPLC'],
  initialRisk: ['MEDIUM', 'RHPLC'],
  initialRiskWord: ['Medium', 'RHPLC'],
  riskChanges: [[{ risk: 'HIGH', word: 'High', at: time('2025-11-19T22:30:00Z') }], 'RHPLC'],
  statusChanges: [
    [
      { status: 'MISSING', at: day('18/11/2025') },
      { status: 'MISSING', at: time('2025-11-19T21:00:00Z') },
    ],
    'RHPLC',
  ],
  safeAndWellOutcome: ['NOT_DONE', 'RHPLC'],
  safeAndWellAt: [time('2025-11-20T03:10:00Z'), 'RHPLC'],
  policeReferences: [['INVENTED-INC-9', 'MP-1'], 'RHPLC'],
  child: [{ givenName: 'Wrenna' }, 'RHPLC'],

  missingFrom: ['Larkfield House', 'RHP'],
  circumstances: ['Left through the garden.', 'RHP'],
  reportedBy: ['Night worker', 'RHP'],
  lastSeenAt: [time('2025-11-19T20:45:00Z'), 'RHP'],
  lastSeenWith: ['An invented friend', 'RHP'],
  lastSeenPlace: ['Invented bus stop', 'RHP'],
  actionsTaken: ['Searched the grounds.', 'RHP'],
  riskFactors: ['Invented risk factor', 'RHP'],
  informedPersons: ['Duty social worker', 'RHP'],
  previousMissingCount: [2, 'RHP'],
  locatedPlace: ['Invented bus station', 'RHP'],
  returnedTo: [null, 'RHP'],
  returnMethod: [null, 'RHP'],
  clothing: [null, 'RHP'],
  findingIdeas: [null, 'RHP'],
  locatedHow: [null, 'RHP'],
  receivedBy: [null, 'RHP'],
  returnDebrief: [null, 'RHP'],
  assessedRisks: [[], 'RHP'],
  reports: [[], 'RHP'],
  returnCondition: [null, 'RHPL'],
  homeReports: [[], 'L'],
  missingWith: [[], 'RHP'],
  offers: [[], 'RHP'],
  returnSteps: [[], 'RHPL'],
  caseRecords: [[], 'RH'],
  finalisedAt: [null, 'RHP'],
  workers: [[], 'RHP'],
  clocks: [[{ id: 'STATUTORY_INTERVIEW' }, { id: 'OFFER' }, { id: 'STRATEGY' }, { id: 'STRATEGY_AT_RISK' }], 'RHP'],
  nextStep: [{ code: 'BRING_BACK' }, 'RHP'],
  finalisedDeparture: [null, 'RHP'],
  finalisedNotOwed: [[], 'RHP'],

  provenance: [ELSEWHERE, 'RHP'],
  statements: [ELSEWHERE, 'RHP'],
  conflicts: [
    [
      {
        field: 'missingSince',
        values: [
          { value: '2025-11-19T21:00:00Z', agency: 'mereshire-police' },
          { value: '18/11/2025', agency: 'northmere' },
        ],
      },
    ],
    'RHP',
  ],
  flags: [disputed('missingSince'), 'RHP'],

  restricted: [false, 'RHPLC'],
  interviews: [[], 'RHPL'],
};

export const STATED_OF_EPISODE =
  'status missingSince reportedAt locatedAt risk initialRisk initialRiskWord safeAndWellOutcome policeReferences missingFrom circumstances reportedBy lastSeenAt lastSeenWith lastSeenPlace actionsTaken riskFactors informedPersons previousMissingCount locatedPlace';

/** What is otherwise once the child is back. */
export const BACK = {
  child: { missingNow: false },
  episode: {
    status: 'RETURNED',
    nextStep: { code: 'NOTIFY_RETURN' },
    open: false,
    returnedAt: time('2025-11-20T02:30:00Z'),
    returnedTo: 'Larkfield House',
    returnMethod: 'Brought back by police',
    safeAndWellOutcome: 'DONE',
    safeAndWellAt: time('2025-11-20T05:30:00Z'),
    flags: (viewer: Viewer) => [
      ...disputed('missingSince')(viewer),
      { code: 'TIMES_OUT_OF_ORDER', reason: 'The child was back before being traced.' },
    ],
  },
  stated: 'returnedAt returnedTo returnMethod',
} as const;

/** What is otherwise of a child of whom only the police have told, and nobody knows whose it is. */
export const NOBODYS = {
  child: {
    dateOfBirth: day('2011-05-06'),
    ethnicity: 'W1',
    responsibleAuthorities: [],
    legalStatus: null,
    unaccompanied: null,
    placement: null,
  },
  episode: { statusChanges: [{ status: 'MISSING', at: time('2025-11-19T21:00:00Z') }] },
} as const;

const PLACED = { placementType: 'K2', providerType: 'PR4', legalStatus: 'C2' } as const;
/** The child's placements, the latest first: whoever sees one sees all of it. */
export const PLACEMENTS = [
  {
    seenBy: 'RHPL',
    placement: {
      ...PLACED,
      from: day('01/05/2025'),
      until: null,
      legalStatus: 'V2',
      provider: 'larkfield-homes',
      homeName: 'Larkfield House',
      urn: 'SC900001',
      placementPostcode: 'ZZ2 2BB',
      hostAuthority: 'southvale',
      reasonStarted: 'P',
      reasonEnded: null,
      reasonChanged: null,
      revision: null,
    },
  },
  {
    seenBy: 'RHP',
    placement: {
      ...PLACED,
      from: day('20/06/2024'),
      until: day('01/05/2025'),
      provider: 'brookside-care',
      homeName: 'Brookside',
      urn: 'SC900003',
      placementPostcode: 'ZZ2 5EE',
      hostAuthority: 'southvale',
      reasonStarted: 'P',
      reasonEnded: 'X1',
      reasonChanged: 'CARPL',
      revision: null,
    },
  },
  {
    seenBy: 'RPL',
    placement: {
      ...PLACED,
      from: day('10/01/2024'),
      until: day('20/06/2024'),
      provider: 'larkfield-homes',
      homeName: 'Larkfield Lodge',
      urn: 'SC900002',
      placementPostcode: 'ZZ1 3CC',
      hostAuthority: 'northmere',
      reasonStarted: 'S',
      reasonEnded: 'X1',
      reasonChanged: 'LAREQ',
      revision: null,
    },
  },
] as const;

/** When each of the child's episodes began, and who sees it: one began in another provider's home. */
export const EPISODES = [
  { missingSince: time('2025-11-19T21:00:00Z'), seenBy: 'RHPL' },
  { missingSince: day('03/02/2025'), seenBy: 'RHP' },
] as const;
