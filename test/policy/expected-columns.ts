import type { Family } from '../../src/policy/attributes.ts';

const LOCATING = 'placesStayed peopleWith phones vehicles handles transport';

/** The attributes by column of the sharing table, written out by hand: not read from the policy they test. */
const COLUMNS = {
  Child: {
    identity:
      'id givenName familyName dateOfBirth dateOfBirthEstimated age gender ethnicity missingNow responsibleAuthorities restricted episodes',
    description: 'build complexion hairColour eyeColourLeft eyeColourRight distinguishingFeatures photographRef',
    placement: 'legalStatus unaccompanied placement placements',
    home: 'homeAddress homePostcode telephone email',
    addresses: 'familyAddress otherAddress',
    numbers: 'nhsNumber upn authorityChildId recordKeys',
    provenance: 'provenance conflicts statements flags',
    likeness: 'possiblySame personRecords',
    circumstances: 'offers',
    steps: 'caseActions',
    concerns: 'concerns',
    interviews: 'interviews',
    notes: 'safetyNotes',
    assessments: 'riskAssessments safeContact',
    agreements: 'placementAgreements',
    profiles: 'profiles',
    reported: 'homeProfiles',
    locating: 'locating',
    intelligence: 'intelligence',
  },
  Placement: {
    placement:
      'id from until placementType providerType legalStatus provider homeName urn placementPostcode hostAuthority reasonStarted reasonEnded reasonChanged revision',
    provenance: 'statements',
  },
  Episode: {
    identity:
      'id kind status open missingSince reportedAt locatedAt returnedAt risk riskWord initialRisk initialRiskWord riskChanges statusChanges safeAndWellOutcome safeAndWellAt policeReferences restricted child',
    interviews: 'interviews',
    circumstances:
      'missingFrom circumstances reportedBy lastSeenAt lastSeenWith lastSeenPlace actionsTaken riskFactors informedPersons previousMissingCount clothing findingIdeas locatedPlace locatedHow returnedTo returnMethod receivedBy returnDebrief assessedRisks reports missingWith',
    condition: 'returnCondition',
    steps: 'offers returnSteps finalisedAt finalisedDeparture finalisedNotOwed workers clocks nextStep',
    assessments: 'caseRecords',
    reported: 'homeReports',
    numbers: 'recordKeys',
    provenance: 'provenance conflicts statements flags',
  },
  Offer: {
    offer:
      'id at offeredTo outcome phonedYoungPerson spokenToParentCarer spokenToSocialWorker reason askAgainOn explanation tried coveredBy departure service attempts episodes revision',
  },
  ReturnStep: { step: 'id step at addressee outcome words departure coveredBy askAgainOn by writtenAt episode revision' },
  CaseRecord: { from: 'concern', beside: 'id record at outcome grounds present words contact intelligence departure by byRole writtenAt episode revision' },
  Concern: {
    raised:
      'id concern words at risk interview addressed answeredAt answeredBy action owner due givenName familyName dateOfBirth placementName by writtenAt child revision',
  },
  CaseAction: { from: 'comesFrom', action: 'id what owner due overdue state outcome by writtenAt closedAt child revision' },
  RiskAssessment: { assessment: 'id at risk word factors plan assessor validUntil madeBy episodes' },
  PlacementAgreement: { agreement: 'id from urn hostAuthority hostOfficer hostContact whoInterviews resultHow resultBy gaps madeBy revision' },
  ReturnInterview: {
    notice: 'id state at sentence restricted child episodes',
    redacted: 'redactedText redactedAnswers',
    full: `conductedBy conductedCapacity conductedWhere conductedHow independentOfPlacement independentOfAuthority interpreter
      parentCarerViews reasons harmSuffered childViewsWhy childViewsHelp firstTime accompaniment whomTold trigger
      triggerStillExists foodMoneyTransport crimeAsVictim crimeAsSuspect medicalHelp whoHelped relationships
      scaredHarmedPressured howFelt whyReturned childViewOfRisk alternatives supportNeeded plan actions followUpOn ceScreen
      toldAboutSharing informationFromCarer vulnerabilities highRiskCategories pushFactors pullFactors namedPeople
      ${LOCATING} interviewer heldBy offers episodeGone contentHash departure revision`,
    parties: 'redactions sharing',
    intelligence: 'intelligence',
  },
  LocatingFacts: { locating: `id at restricted ${LOCATING}` },
  Redaction: { text: 'id audience recipient text answers topics state author approver proposedAt revision' },
  SharingRecord: { record: 'id kind audience recipient topic state reason by at until revision' },
  SafetyNote: { note: 'id recipient watchFor doThis ring approved acknowledgedAt acknowledgedBy by at revision child' },
  HomeReport: {
    own: `id matter kind missingSince missingFrom lastSeenAt lastSeenWith lastSeenPlace clothing circumstances riskFactors actionsTaken
      findingIdeas informedPersons locatedAt locatedPlace locatedHow returnedAt returnedTo returnMethod receivedBy condition debrief
      risk riskAt riskWhy revision`,
  },
  HomeProfile: { own: 'id description friends places medical phone socialMedia revision' },
  IntelligenceItem: {
    facts: 'id topic urgency at origin handling conditions area child',
    sanitised: 'sanitisedText',
    content: 'content namedPeople entities protectiveMarking flags grade gradedBy originator released interview revision',
    source: 'source',
    result: 'result resultWords',
  },
} as const;

/** The attributes of the hub's own work, by column of its table, written out by hand too. */
export const WORK_COLUMNS = {
  BriefingNotice: { notice: 'id kind text about raisedAt answerBy step notAnsweredBy waitsFor since next child' },
  Transmission: {
    came: 'id matter act state from to sentAt acknowledgedAt receipt corrects child',
    sent: 'records recipient channel decidedBy decision because revision holds tries nextTryAt fault withdrawnTooLate level fields madeAt deadline overdue events',
  },
  MatchReview: { review: 'id state verdict evidence since ourDecision revision firstRecord firstAgency firstChild secondRecord secondAgency secondChild' },
  QuarantineEntry: {
    entry: 'id document agency system adapter code place reason remedy messageKind givenName familyName dateOfBirth risk countsAsHigh state raisedAt readByAgencies settledAt settledBy settledReason',
    excerpt: 'excerpt wouldRetract',
  },
  Source: {
    freshness: 'agency system adapter lastReceivedAt latestOrder expectedEveryHours silentSince',
    counts: 'documents waiting records quarantined',
  },
  DisclosureRecord: { disclosure: 'id at actor agency role purpose lawfulBasis operation policyVersion controllers children outcome objects' },
} as const satisfies Readonly<Partial<Record<Family, Readonly<Record<string, string>>>>>;

/** The families that speak of a child. */
export const CHILD_FAMILIES = [
  'Child',
  'Placement',
  'Episode',
  'Offer',
  'ReturnStep',
  'CaseRecord',
  'Concern',
  'CaseAction',
  'RiskAssessment',
  'PlacementAgreement',
  'ReturnInterview',
  'LocatingFacts',
  'Redaction',
  'SharingRecord',
  'SafetyNote',
  'HomeReport',
  'HomeProfile',
  'IntelligenceItem',
] as const satisfies readonly Family[];
export type ChildFamily = (typeof CHILD_FAMILIES)[number];

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The attribute names of some columns, or of all of them; a word that is no column is an attribute by itself. */
export function namesIn(family: ChildFamily, columns?: string): string[] {
  const table: Readonly<Record<string, string>> = COLUMNS[family];
  const wanted = columns === undefined ? Object.keys(table) : words(columns);
  return wanted.flatMap((column) => words(table[column] ?? column));
}
