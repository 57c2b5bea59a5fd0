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
export const answerOf = oneOf(['YES', 'NO', 'NOT_SAID']);
export const statusOf = oneOf(['MISSING', 'AWAY']);
export const interviewStateOf = oneOf(['COMPLETED', 'REFUSED']);
export const personCategoryOf = oneOf(['SUSPECT', 'VICTIM', 'WITNESS', 'ASSOCIATE', 'UNKNOWN']);
export const offeredToOf: (word: string) => OfferPayload['offeredTo'] | null = oneOf(['CHILD', 'PARENT', 'CARER', 'SOCIAL_WORKER']);
export const outcomeOf: (word: string) => OfferPayload['outcome'] = oneOf([
  'DECLINED_BY_PARENT',
  'DECLINED_BY_YOUNG_PERSON',
  'ACCEPTED',
  'ALREADY_ARRANGED',
  'NOT_APPROPRIATE',
  'SUBSEQUENT_MISSING_EPISODE',
  'UNABLE_TO_ESTABLISH_CONTACT',
  'PARENT_ACCEPTED_ADVICE_ONLY',
  'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT',
  'REFUSED_AFTER_BOOKING',
]);

/** What a withdrawal may take back, and the kind of record it is. */
export const withdrawnOf = wordList({
  PLACEMENT: 'placement',
  'PLACEMENT AGREEMENT': 'placementAgreement',
  'MISSING NOTIFICATION': 'episode',
  'RISK ASSESSMENT': 'riskAssessment',
  OFFER: 'offer',
  INTERVIEW: 'interview',
} as const);
