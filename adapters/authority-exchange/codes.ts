import { NAMED_PERSON_CATEGORIES, OFFERED_TO, OFFER_OUTCOMES, YES_NO_UNKNOWN } from '../../src/domain/observation/interview-questions.ts';
import type { Gender, OfferPayload, Risk } from '../../src/domain/observation/observation.ts';

/** The words of one code list, compared without regard to case, spaces, hyphens and underscores. */
function wordList<T>(entries: Readonly<Record<string, T>>): (word: string) => T | null {
  const known = new Map(Object.entries(entries));
  return (word) => known.get(foldWord(word)) ?? null;
}
const foldWord = (word: string): string => word.toUpperCase().replace(/[\s_-]+/g, ' ').trim();

/** A list whose words are themselves what they mean. */
export function oneOf<T extends string>(words: readonly T[]): (word: string) => T | null {
  return wordList(Object.fromEntries(words.map((word) => [foldWord(word), word])));
}

/** College of Policing scale; "absent" is an old word of it, never an absence from placement. */
export const riskOf: (word: string) => Risk | null = wordList<Risk>({
  'NO APPARENT RISK': 'VERY_LOW',
  ABSENT: 'VERY_LOW',
  'VERY LOW': 'VERY_LOW',
  LOW: 'LOW',
  MEDIUM: 'MEDIUM',
  HIGH: 'HIGH',
});

export const genderOf: (word: string) => Gender | null = wordList<Gender>({
  F: 'FEMALE',
  FEMALE: 'FEMALE',
  M: 'MALE',
  MALE: 'MALE',
  O: 'OTHER',
  OTHER: 'OTHER',
  'NON BINARY': 'OTHER',
  U: 'UNKNOWN',
  UNKNOWN: 'UNKNOWN',
  'NOT KNOWN': 'UNKNOWN',
});

/** Only what is said: anything but the two words is no answer. */
export const yesNoOf: (word: string) => boolean | null = wordList({ YES: true, NO: false });
export const yesNo = (said: boolean | undefined): string | null => (said === undefined ? null : said ? 'YES' : 'NO');
export const answerOf = oneOf(YES_NO_UNKNOWN);
export const statusOf = oneOf(['MISSING', 'AWAY']);
export const interviewStateOf = oneOf(['COMPLETED', 'REFUSED']);
export const personCategoryOf = oneOf(NAMED_PERSON_CATEGORIES);
export const offeredToOf: (word: string) => OfferPayload['offeredTo'] | null = oneOf(OFFERED_TO);
export const outcomeOf: (word: string) => OfferPayload['outcome'] = oneOf(OFFER_OUTCOMES);

/** What a withdrawal may take back, and the kind of record it is. */
export const WITHDRAWN = {
  PLACEMENT: 'placement',
  'PLACEMENT AGREEMENT': 'placementAgreement',
  'MISSING NOTIFICATION': 'episode',
  'RISK ASSESSMENT': 'riskAssessment',
  OFFER: 'offer',
  INTERVIEW: 'interview',
} as const;
export const withdrawnOf = wordList(WITHDRAWN);
