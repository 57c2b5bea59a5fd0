import type { InterviewQuestion, LocatingQuestion } from '../../interview/interview-form.ts';
import { HIGH_RISK_CATEGORIES, VULNERABILITIES } from '../../interview/interview-words.ts';

/** How an answer to a question of the interview form is read. */
export type AnswerKind = 'TEXT' | 'YES_NO' | 'ACCOMPANIMENT' | 'VULNERABILITIES' | 'HIGH_RISK' | 'PUSH' | 'PULL' | 'DATE';
/** A list of named people needs grades and review dates, which no authority's form asks. */
export type AskedQuestion = Exclude<InterviewQuestion, 'namedPeople'>;

export const ASKED: Readonly<Record<AskedQuestion, AnswerKind>> = {
  conductedBy: 'TEXT',
  conductedCapacity: 'TEXT',
  conductedWhere: 'TEXT',
  conductedHow: 'TEXT',
  independentOfPlacement: 'YES_NO',
  independentOfAuthority: 'YES_NO',
  interpreter: 'TEXT',
  parentCarerViews: 'TEXT',
  reasons: 'TEXT',
  harmSuffered: 'TEXT',
  childViewsWhy: 'TEXT',
  childViewsHelp: 'TEXT',
  firstTime: 'YES_NO',
  accompaniment: 'ACCOMPANIMENT',
  whomTold: 'TEXT',
  trigger: 'TEXT',
  triggerStillExists: 'YES_NO',
  foodMoneyTransport: 'TEXT',
  crimeAsVictim: 'TEXT',
  crimeAsSuspect: 'TEXT',
  medicalHelp: 'TEXT',
  whoHelped: 'TEXT',
  relationships: 'TEXT',
  scaredHarmedPressured: 'TEXT',
  howFelt: 'TEXT',
  whyReturned: 'TEXT',
  childViewOfRisk: 'TEXT',
  alternatives: 'TEXT',
  supportNeeded: 'TEXT',
  plan: 'TEXT',
  actions: 'TEXT',
  followUpOn: 'DATE',
  ceScreen: 'TEXT',
  toldAboutSharing: 'TEXT',
  informationFromCarer: 'TEXT',
  vulnerabilities: 'VULNERABILITIES',
  highRiskCategories: 'HIGH_RISK',
  pushFactors: 'PUSH',
  pullFactors: 'PULL',
};

export const EPISODE_TEXTS = [
  'reportedBy',
  'missingFrom',
  'circumstances',
  'lastSeenWith',
  'lastSeenPlace',
  'actionsTaken',
  'riskFactors',
  'informedPersons',
  'incidentRef',
] as const;
const EPISODE = [...EPISODE_TEXTS, 'missingSince', 'reportedAt', 'lastSeenAt', 'absence', 'risk', 'locatedAt', 'locatedPlace', 'returnedAt', 'returnedTo'] as const;
const OFFER = [
  'offered',
  'accepted',
  'outcome',
  'offeredOn',
  'offeredTo',
  'phonedYoungPerson',
  'spokenToParentCarer',
  'spokenToSocialWorker',
  'reason',
  'askAgainOn',
  'explanation',
] as const;
/** Of one numbered attempt, but for `ended`: the number of the attempt that ended the matter. */
const ATTEMPT = ['at', 'method', 'response', 'outcome', 'ended'] as const;
const LOCATING = ['placesStayed', 'peopleWith', 'phones', 'vehicles', 'handles', 'transport'] as const satisfies readonly LocatingQuestion[];

/** What a question of a source's form asks for, whatever the form calls it. */
export type FormQuestion =
  | `episode.${(typeof EPISODE)[number]}`
  | `offer.${(typeof OFFER)[number]}`
  | `attempt.${(typeof ATTEMPT)[number]}`
  | 'interview.at'
  | 'interview.ofEpisode'
  | `interview.${AskedQuestion}`
  | `locating.${(typeof LOCATING)[number]}`
  | `vulnerabilities.${(typeof VULNERABILITIES)[number]}`
  | `highRiskCategories.${(typeof HIGH_RISK_CATEGORIES)[number]}`;

// Safe: the keys of a constant object are exactly its own names.
export const ASKED_QUESTIONS = Object.keys(ASKED) as AskedQuestion[];
export const LOCATING_QUESTIONS: readonly (typeof LOCATING)[number][] = LOCATING;

/** Every question the hub has a place for: what an authority may name in the settings of its system. */
export const FORM_QUESTIONS: readonly FormQuestion[] = [
  ...EPISODE.map((name) => `episode.${name}` as const),
  ...OFFER.map((name) => `offer.${name}` as const),
  ...ATTEMPT.map((name) => `attempt.${name}` as const),
  'interview.at',
  'interview.ofEpisode',
  ...ASKED_QUESTIONS.map((name) => `interview.${name}` as const),
  ...LOCATING.map((name) => `locating.${name}` as const),
  ...VULNERABILITIES.map((name) => `vulnerabilities.${name}` as const),
  ...HIGH_RISK_CATEGORIES.map((name) => `highRiskCategories.${name}` as const),
];
