import { RECORD_KEYS, type Attributes } from './attribute-group.ts';

export const CHILD: Attributes = {
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
    'build',
    'complexion',
    'hairColour',
    'eyeColourLeft',
    'eyeColourRight',
    'distinguishingFeatures',
    'photographRef',
  ],
  placement: ['legalStatus', 'unaccompanied', 'placement', 'placements'],
  home: ['homeAddress', 'homePostcode', 'telephone', 'email'],
  addresses: ['familyAddress', 'otherAddress'],
  numbers: ['nhsNumber', 'upn', 'authorityChildId', RECORD_KEYS],
  provenance: ['provenance', 'conflicts', 'flags'],
  likeness: ['possiblySame', 'personRecords'],
  circumstances: ['offers'],
  interviews: ['interviews'],
  notes: ['safetyNotes'],
  assessments: ['riskAssessments'],
  agreements: ['placementAgreements'],
  locating: ['locating'],
  intelligence: ['intelligence'],
};

export const PLACEMENT: Attributes = {
  placement: [
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

export const EPISODE: Attributes = {
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
    'missingWith',
  ],
  numbers: [RECORD_KEYS],
  provenance: ['provenance', 'conflicts', 'flags'],
};

export const OFFER: Attributes = {
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

export const RISK_ASSESSMENT: Attributes = {
  assessments: ['id', 'at', 'risk', 'word', 'factors', 'plan', 'assessor', 'validUntil', 'madeBy', 'episodes'],
};

export const PLACEMENT_AGREEMENT: Attributes = {
  agreements: ['id', 'from', 'urn', 'hostAuthority', 'hostOfficer', 'hostContact', 'whoInterviews', 'resultHow', 'resultBy', 'madeBy'],
};
