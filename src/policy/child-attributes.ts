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
  provenance: ['provenance', 'conflicts', 'statements', 'flags'],
  likeness: ['possiblySame', 'personRecords'],
  circumstances: ['offers'],
  steps: ['caseActions'],
  concerns: ['concerns'],
  interviews: ['interviews'],
  notes: ['safetyNotes'],
  assessments: ['riskAssessments', 'safeContact'],
  agreements: ['placementAgreements'],
  profiles: ['profiles'],
  reported: ['homeProfiles'],
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
    'revision',
  ],
  provenance: ['statements'],
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
    'clothing',
    'findingIdeas',
    'locatedPlace',
    'locatedHow',
    'returnedTo',
    'returnMethod',
    'receivedBy',
    'returnDebrief',
    'assessedRisks',
    'reports',
    'missingWith',
  ],
  condition: ['returnCondition'],
  steps: ['offers', 'returnSteps', 'finalisedAt', 'finalisedDeparture', 'finalisedNotOwed', 'workers', 'clocks', 'nextStep'],
  assessments: ['caseRecords'],
  reported: ['homeReports'],
  numbers: [RECORD_KEYS],
  provenance: ['provenance', 'conflicts', 'statements', 'flags'],
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
    'tried',
    'coveredBy',
    'departure',
    'service',
    'attempts',
    'episodes',
    'revision',
  ],
};

export const RETURN_STEP: Attributes = {
  steps: ['id', 'step', 'at', 'addressee', 'outcome', 'words', 'departure', 'coveredBy', 'askAgainOn', 'by', 'writtenAt', 'episode', 'revision'],
};

/** What comes from a concern says that there is one, so what a thing comes from goes with the concerns. */
export const CASE_RECORD: Attributes = {
  assessments: ['id', 'record', 'at', 'outcome', 'grounds', 'present', 'words', 'contact', 'intelligence', 'departure', 'by', 'byRole', 'writtenAt', 'episode', 'revision'],
  concerns: ['concern'],
};

export const CASE_ACTION: Attributes = {
  steps: ['id', 'what', 'owner', 'due', 'overdue', 'state', 'outcome', 'by', 'writtenAt', 'closedAt', 'child', 'revision'],
  concerns: ['comesFrom'],
};

/** Who is to answer sees at once whom it is about: the duty team may read nothing else of the child at that hour. */
export const CONCERN: Attributes = {
  concerns: [
    'id',
    'concern',
    'words',
    'at',
    'risk',
    'interview',
    'addressed',
    'answeredAt',
    'answeredBy',
    'action',
    'owner',
    'due',
    'givenName',
    'familyName',
    'dateOfBirth',
    'placementName',
    'by',
    'writtenAt',
    'child',
    'revision',
  ],
};

export const RISK_ASSESSMENT: Attributes = {
  assessments: ['id', 'at', 'risk', 'word', 'factors', 'plan', 'assessor', 'validUntil', 'madeBy', 'episodes'],
};

export const PLACEMENT_AGREEMENT: Attributes = {
  agreements: ['id', 'from', 'urn', 'hostAuthority', 'hostOfficer', 'hostContact', 'whoInterviews', 'resultHow', 'resultBy', 'gaps', 'madeBy', 'revision'],
};

/** What a home or carer reported itself of an episode: theirs alone, whatever others say beside it. */
export const HOME_REPORT: Attributes = {
  reported: [
    'id',
    'matter',
    'kind',
    'missingSince',
    'missingFrom',
    'lastSeenAt',
    'lastSeenWith',
    'lastSeenPlace',
    'clothing',
    'circumstances',
    'riskFactors',
    'actionsTaken',
    'findingIdeas',
    'informedPersons',
    'locatedAt',
    'locatedPlace',
    'locatedHow',
    'returnedAt',
    'returnedTo',
    'returnMethod',
    'receivedBy',
    'condition',
    'debrief',
    'risk',
    'riskAt',
    'riskWhy',
    'revision',
  ],
};

/** What a home or carer keeps ready itself for the day the child goes missing. */
export const HOME_PROFILE: Attributes = {
  reported: ['id', 'description', 'friends', 'places', 'medical', 'phone', 'socialMedia', 'revision'],
};
