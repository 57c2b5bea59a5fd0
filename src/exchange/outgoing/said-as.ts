import { INTERVIEW_FORM, LOCATING_FORM, STRUCTURED_QUESTIONS } from '../../domain/interview/interview-form.ts';

/** Where each attribute stands in a message, by the names in which a format lists what it loses; in any of several. */
type Places = Readonly<Record<string, readonly string[]>>;

const under = (part: string, names: readonly string[]): Places => Object.fromEntries(names.map((name) => [name, [`${part}.${name}`]]));

/** In an item, what finds its child stands beside what it says. */
const FINDS_CHILD: Places = Object.fromEntries(['givenName', 'familyName', 'dateOfBirth', 'nhsNumber'].map((name) => [name, [`person.${name}`, `intelligence.about.${name}`]]));
const CHILD: Places = {
  ...under('person', ['dateOfBirthEstimated', 'gender', 'ethnicity', 'unaccompanied', 'restricted', 'upn', 'homeAddress', 'telephone', 'email', 'familyAddress', 'otherAddress']),
  ...under('person', ['build', 'complexion', 'hairColour', 'eyeColourLeft', 'eyeColourRight', 'distinguishingFeatures', 'photographRef']),
  ...FINDS_CHILD,
  responsibleAuthorities: ['person.responsibleAuthority'],
  authorityChildId: ['person.responsibleAuthorityChildId'],
};

const REPORT = ['missingSince', 'reportedAt', 'reportedBy', 'missingFrom', 'circumstances', 'lastSeenAt', 'lastSeenWith', 'lastSeenPlace', 'actionsTaken', 'riskFactors', 'informedPersons', 'initialRisk', 'initialRiskWord', 'previousMissingCount', 'clothing', 'findingIdeas'];
const EPISODE: Places = {
  ...under('episode.report', REPORT),
  kind: ['episode.status.status'],
  status: ['episode.located.said', 'episode.returned.said'],
  statusChanges: ['episode.status.status', 'episode.status.at'],
  riskChanges: ['episode.risk.risk', 'episode.risk.word'],
  assessedRisks: ['episode.risk.risk', 'episode.risk.word'],
  policeReferences: ['episode.report.incidentRef'],
  locatedAt: ['episode.located.at'],
  locatedPlace: ['episode.located.place'],
  locatedHow: ['episode.located.how'],
  returnedAt: ['episode.returned.at'],
  returnedTo: ['episode.returned.to'],
  returnMethod: ['episode.returned.method'],
  receivedBy: ['episode.returned.receivedBy'],
  returnCondition: ['episode.returned.condition'],
  returnDebrief: ['episode.returned.debrief'],
};
const OFFER: Places = {
  ...under('offer', ['at', 'offeredTo', 'outcome', 'phonedYoungPerson', 'spokenToParentCarer', 'spokenToSocialWorker', 'reason', 'askAgainOn', 'explanation', 'tried', 'coveredBy']),
  attempts: ['offer.attempt.at'],
};

const NOTICE = under('interview', ['state', 'at']);
const LOCATING = under('interview.locating', Object.keys(LOCATING_FORM));
const ITEM: Places = { ...under('intelligence', ['topic', 'urgency', 'at', 'origin', 'area']), ...under('intelligence.grade', ['handling', 'conditions']) };

/** An id names what is sent and says nothing of it, so that it has no place. */
const PLACES: Readonly<Record<string, Places>> = {
  Child: CHILD,
  Placement: { urn: ['person.placementUrn'], hostAuthority: ['person.hostAuthority'] },
  Episode: EPISODE,
  RiskAssessment: { ...under('episode.risk', ['risk', 'at']), word: ['episode.risk.risk', 'episode.risk.word'], madeBy: ['episode.risk.risk'] },
  Offer: OFFER,
  InterviewNotice: NOTICE,
  RedactedInterview: { ...NOTICE, redactedText: ['interview.answers.reasons', 'interview.text'], redactedAnswers: STRUCTURED_QUESTIONS.map((question) => `interview.answers.${question}`) },
  FullInterview: { ...NOTICE, ...under('interview.answers', Object.keys(INTERVIEW_FORM)), ...LOCATING },
  LocatingFacts: LOCATING,
  SanitisedIntelligence: { ...ITEM, sanitisedText: ['intelligence.content'] },
  FullIntelligence: {
    ...ITEM,
    ...under('intelligence', ['content', 'source', 'namedPeople', 'entities', 'protectiveMarking']),
    grade: ['intelligence.grade.sourceEvaluation', 'intelligence.grade.assessment'],
    ...under('intelligence.grade', ['sanitisedText', 'result', 'resultWords']),
  },
};

/** The places in which a message says this attribute of a type; none where no message does. */
export function saidAs(type: string, attribute: string): readonly string[] {
  return PLACES[type]?.[attribute] ?? [];
}
