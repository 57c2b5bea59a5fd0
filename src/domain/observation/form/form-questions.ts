import { HIGH_RISK_CATEGORIES, VULNERABILITIES } from '../../interview/interview-words.ts';
import { ASKED_QUESTIONS, LOCATING_QUESTIONS, type AskedQuestion, type LocatingQuestion } from '../interview-questions.ts';

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

/** What a question of a source's form asks for, whatever the form calls it. */
export type FormQuestion =
  | `episode.${(typeof EPISODE)[number]}`
  | `offer.${(typeof OFFER)[number]}`
  | `attempt.${(typeof ATTEMPT)[number]}`
  | 'interview.at'
  | 'interview.ofEpisode'
  | `interview.${AskedQuestion}`
  | `locating.${LocatingQuestion}`
  | `vulnerabilities.${(typeof VULNERABILITIES)[number]}`
  | `highRiskCategories.${(typeof HIGH_RISK_CATEGORIES)[number]}`;

/** Every question the hub has a place for: what an authority may name in the settings of its system. */
export const FORM_QUESTIONS: readonly FormQuestion[] = [
  ...EPISODE.map((name) => `episode.${name}` as const),
  ...OFFER.map((name) => `offer.${name}` as const),
  ...ATTEMPT.map((name) => `attempt.${name}` as const),
  'interview.at',
  'interview.ofEpisode',
  ...ASKED_QUESTIONS.map((name) => `interview.${name}` as const),
  ...LOCATING_QUESTIONS.map((name) => `locating.${name}` as const),
  ...VULNERABILITIES.map((name) => `vulnerabilities.${name}` as const),
  ...HIGH_RISK_CATEGORIES.map((name) => `highRiskCategories.${name}` as const),
];
