import type { InterviewAnswers } from '../../domain/interview/interview-form.ts';
import { NAMED_PERSON_CATEGORIES, PULL_FACTORS, PUSH_FACTORS } from '../../domain/interview/interview-words.ts';
import type { Interval } from '../../domain/interval/interval.ts';
import { answerKind, ASKED_QUESTIONS } from '../../domain/observation/interview-questions.ts';
import { readDateTime } from '../../domain/observation/source-time.ts';
import type { OutgoingChild, OutgoingEpisode, OutgoingIntelligence, OutgoingInterview, OutgoingOffer } from '../../exchange/render-contract.ts';

/** What files are made of trips over: marks of every syntax, line breaks, other scripts, and what a spreadsheet takes for a formula. */
const MARKS = '=SUM(A1), "said"; <b>he</b> & left\non \u{1F6B6} Żółć';

/** Every time here is one. */
function at(text: string): Interval {
  return readDateTime(text) ?? { from: 0, until: 0, text, precision: 'DATE' };
}

/** A child of whom everything is known; nobody has this name. */
export const CHILD: OutgoingChild = {
  key: '007890',
  givenName: 'Wrenna, "the second"',
  familyName: '@O’Testfield-Łącka & <Sons>',
  dateOfBirth: at('2011-05-14'),
  dateOfBirthEstimated: true,
  statedAge: 15,
  gender: 'OTHER',
  ethnicity: 'MWBA',
  nhsNumber: '9990001138',
  upn: 'A123456789012',
  responsibleAuthorityChildId: '0042',
  responsibleAuthority: 'northmere',
  hostAuthority: 'southvale',
  placementUrn: '0099001',
  unaccompanied: true,
  homeAddress: '-1 Example Row,\nMadeupton',
  telephone: '+447700900123',
  email: '@wrenna@example.org',
  build: 'Slight',
  complexion: 'Fair',
  hairColour: 'Brown',
  eyeColourLeft: 'Green',
  eyeColourRight: 'Blue',
  distinguishingFeatures: MARKS,
  photographRef: '1e5',
  familyAddress: '2 Example Row',
  otherAddress: '3 Example Row',
  restricted: true,
};

/** An episode that turned from missing to away, and is over. */
export const EPISODE: OutgoingEpisode = {
  key: 'EP-3',
  statuses: [
    { status: 'MISSING', at: at('2026-11-20T21:30:00Z') },
    { status: 'AWAY', at: at('2026-11-21T08:00') },
  ],
  report: {
    missingSince: at('2026-11-20T21:30:00Z'),
    reportedAt: at('2026-11-20T22:05'),
    reportedBy: 'The invented home',
    missingFrom: '+4 Example Row',
    circumstances: MARKS,
    lastSeenAt: at('2026-11-20'),
    lastSeenWith: 'An invented friend',
    lastSeenPlace: 'The invented bus station',
    actionsTaken: 'Rang, twice.',
    riskFactors: 'Of invention',
    informedPersons: 'The invented aunt',
    incidentRef: '0077',
    initialRisk: 'LOW',
    initialRiskWord: 'Low',
    previousMissingCount: 2,
    protectiveMarking: 'OFFICIAL',
    togetherKey: 'T-1',
    clothing: 'A green coat',
    findingIdeas: 'The invented cinema',
  },
  risk: { risk: 'HIGH', word: 'Grade 4', at: at('2026-11-20T22:10'), why: 'It is cold.', passedOn: true },
  located: { at: at('2026-11-21T10:00:00Z'), place: 'A friend’s', how: 'By telephone' },
  returned: { at: at('2026-11-21T12:00:00Z'), to: 'The invented home', method: 'By taxi', receivedBy: 'A carer', condition: 'Tired', debrief: 'Talked a little.' },
};

/** An offer that was accepted at the second attempt. */
export const OFFER: OutgoingOffer = {
  key: 'OF-20',
  at: at('2026-11-23T10:00:00Z'),
  episodeKeys: ['EP-3'],
  offeredTo: 'CHILD',
  outcome: 'ACCEPTED',
  phonedYoungPerson: 'YES',
  spokenToParentCarer: 'NO',
  spokenToSocialWorker: 'YES',
  reason: 'In hospital, for now',
  askAgainOn: '2026-12-01',
  explanation: MARKS,
  tried: ['ALL_NUMBERS', 'CARER'],
  coveredBy: 'The invented youth worker',
  attempts: [
    { at: at('2026-11-23T10:00:00Z'), method: 'PHONE', coreHours: 'YES', response: '-', outcome: 'To ring again', endedIt: false },
    { at: at('2026-11-24T19:30:00Z'), method: 'VISIT', coreHours: 'NO', response: 'Talked, at length', outcome: '=agreed', endedIt: true },
  ],
};

/** Every question answered. */
const ANSWERS: InterviewAnswers = {
  ...Object.fromEntries(ASKED_QUESTIONS.map((question) => [question, answerTo(question)])),
  reasons: MARKS,
  pushFactors: PUSH_FACTORS.slice(0, 3),
  pullFactors: PULL_FACTORS.slice(2, 4),
  namedPeople: [{ name: 'Jay Inventedperson', category: NAMED_PERSON_CATEGORIES[0], grade: '2CP', reviewOn: '2027-05-04' }],
};

function answerTo(question: (typeof ASKED_QUESTIONS)[number]): unknown {
  const kind = answerKind(question);
  if (kind === 'TEXT' || kind === 'DATE') {
    return kind === 'DATE' ? '2026-12-11' : `Of ${question}: yes, "a bit".`;
  }
  return 'one' in kind ? kind.one[0] : kind.several;
}

export const FULL_INTERVIEW: OutgoingInterview & { readonly offerKey: string } = {
  key: 'IV-21',
  state: 'COMPLETED',
  at: at('2026-11-25T15:00:00Z'),
  episodeKeys: ['EP-3'],
  offerKey: 'OF-20',
  level: 'FULL',
  answers: ANSWERS,
  locating: {
    placesStayed: ['4 Example Row; Madeupton', 'The invented bus station'],
    peopleWith: ['Jay Inventedperson | or Kay'],
    phones: ['+447700900456;at night'],
    vehicles: ['TE57 ING\ngreen'],
    handles: ['@invented; @made.up'],
    transport: ['The night bus; then on foot'],
  },
};

/** A graded item, open to the recipients its conditions name. */
export const ITEM: OutgoingIntelligence = {
  key: 'INT-0011',
  level: 'CONTENT',
  at: at('2026-11-25T15:00:00Z'),
  content: MARKS,
  origin: 'INTERVIEW',
  topic: 'PERSON_TARGETING_CHILDREN',
  urgency: 'ACT_NOW',
  interview: '0f8fad5b-d9cb-869f-8165-70867728950e',
  source: 'The child, to an invented worker',
  area: 'E08000025',
  protectiveMarking: 'OFFICIAL-SENSITIVE',
  namedPeople: [{ name: 'Corvin Madeup', category: 'SUSPECT', dateOfBirth: '1990-04-05', grade: '2BP', reviewOn: '2027-05-05' }],
  entities: [
    { kind: 'VEHICLE', value: 'TE57 ING' },
    { kind: 'PHONE', value: '+447700900123' },
    { kind: 'SOCIAL_MEDIA', value: '@corvin' },
    { kind: 'PLACE', value: 'Above a shop' },
  ],
  grade: { sourceEvaluation: '2', assessment: 'B', handling: 'C', conditions: 'For the named, "and them alone".', recipients: ['northmere', 'force-20'], sanitisedText: 'The child is spoken to.', result: 'DEVELOPED', resultWords: 'Somebody "looks" at it.' },
};
