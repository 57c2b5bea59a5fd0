import type { PersonPayload, ReportPayload } from '../observation/observation.ts';

export type SourceKind = 'AUTHORITY' | 'POLICE' | 'PROVIDER' | 'OTHER';
export type Priority = readonly SourceKind[];

/** Who the child is: those who are responsible for it know best. */
const CARE_FIRST: Priority = ['AUTHORITY', 'PROVIDER', 'OTHER', 'POLICE'];
/** How the child looks and what the police were told: theirs is made for the search. */
const POLICE_FIRST: Priority = ['POLICE', 'PROVIDER', 'AUTHORITY', 'OTHER'];
/** Being back is known first to whoever opens the door; the police often know only that the child was traced. */
const CARER_FIRST: Priority = ['PROVIDER', 'AUTHORITY', 'OTHER', 'POLICE'];

/** Whose word on a child stands where sources differ; within one kind of source the latest does. */
export const PERSON_PRIORITY: Readonly<Record<keyof PersonPayload, Priority>> = {
  givenName: CARE_FIRST,
  familyName: CARE_FIRST,
  dateOfBirth: CARE_FIRST,
  dateOfBirthEstimated: CARE_FIRST,
  statedAge: CARE_FIRST,
  gender: CARE_FIRST,
  ethnicity: CARE_FIRST,
  nhsNumber: CARE_FIRST,
  upn: CARE_FIRST,
  responsibleAuthorityChildId: CARE_FIRST,
  responsibleAuthority: CARE_FIRST,
  hostAuthority: CARE_FIRST,
  placementUrn: CARE_FIRST,
  unaccompanied: CARE_FIRST,
  homeAddress: CARE_FIRST,
  telephone: CARE_FIRST,
  email: CARE_FIRST,
  build: POLICE_FIRST,
  complexion: POLICE_FIRST,
  hairColour: POLICE_FIRST,
  eyeColourLeft: POLICE_FIRST,
  eyeColourRight: POLICE_FIRST,
  distinguishingFeatures: POLICE_FIRST,
  photographRef: POLICE_FIRST,
  familyAddress: CARE_FIRST,
  otherAddress: CARE_FIRST,
  restricted: CARE_FIRST,
};

/** Whose word on an episode stands where sources differ. */
export const REPORT_PRIORITY: Readonly<Record<keyof ReportPayload, Priority>> = {
  missingSince: POLICE_FIRST,
  reportedAt: POLICE_FIRST,
  reportedBy: POLICE_FIRST,
  missingFrom: POLICE_FIRST,
  circumstances: POLICE_FIRST,
  lastSeenAt: POLICE_FIRST,
  lastSeenWith: POLICE_FIRST,
  lastSeenPlace: POLICE_FIRST,
  actionsTaken: POLICE_FIRST,
  riskFactors: POLICE_FIRST,
  informedPersons: POLICE_FIRST,
  incidentRef: POLICE_FIRST,
  initialRisk: POLICE_FIRST,
  initialRiskWord: POLICE_FIRST,
  previousMissingCount: POLICE_FIRST,
  protectiveMarking: POLICE_FIRST,
  togetherKey: POLICE_FIRST,
  clothing: POLICE_FIRST,
  findingIdeas: POLICE_FIRST,
};

/** Whose word on an event stands: tracing is the police's, being back is the carer's. */
export const EVENT_PRIORITY = { located: POLICE_FIRST, returned: CARER_FIRST, safeAndWell: POLICE_FIRST } as const;
