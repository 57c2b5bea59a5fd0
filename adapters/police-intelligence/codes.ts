import type { IntelligencePayload, StatedGrade } from '../../src/domain/observation/observation.ts';
import { wordList } from '../../src/domain/observation/word-list.ts';

type Result = NonNullable<StatedGrade['result']>;
type Category = IntelligencePayload['namedPeople'][number]['category'];

/** 3x5x2, by its signs or its words. Any other word is unread: a guess could open what its maker meant to close. */
export const sourceEvaluationOf: (word: string) => StatedGrade['sourceEvaluation'] = wordList<NonNullable<StatedGrade['sourceEvaluation']>>({ 1: '1', RELIABLE: '1', 2: '2', UNTESTED: '2', 3: '3', 'NOT RELIABLE': '3' });
export const assessmentOf: (word: string) => StatedGrade['assessment'] = wordList<NonNullable<StatedGrade['assessment']>>({
  A: 'A',
  'KNOWN DIRECTLY': 'A',
  B: 'B',
  'KNOWN INDIRECTLY BUT CORROBORATED': 'B',
  C: 'C',
  'KNOWN INDIRECTLY': 'C',
  D: 'D',
  'NOT KNOWN': 'D',
  E: 'E',
  'SUSPECTED TO BE FALSE': 'E',
});
export const handlingOf: (word: string) => StatedGrade['handling'] = wordList<NonNullable<StatedGrade['handling']>>({ P: 'P', C: 'C' });

/** What a bureau made of a report, for whoever sent it. */
export const resultOf: (word: string) => Result | null = wordList<Result>({
  DEVELOPED: 'DEVELOPED',
  ACTIONED: 'ACTIONED',
  'NO FURTHER ACTION': 'NO_FURTHER_ACTION',
  NFA: 'NO_FURTHER_ACTION',
});

export const topicOf: (word: string) => IntelligencePayload['topic'] | null = wordList<IntelligencePayload['topic']>({
  'HOT SPOT': 'HOT_SPOT',
  'PERSON TARGETING CHILDREN': 'PERSON_TARGETING_CHILDREN',
  ASSOCIATE: 'ASSOCIATE',
  VEHICLE: 'VEHICLE',
  LOCATION: 'LOCATION',
  ONLINE: 'ONLINE',
  OTHER: 'OTHER',
});
export const urgencyOf: (word: string) => IntelligencePayload['urgency'] | null = wordList<IntelligencePayload['urgency']>({ ROUTINE: 'ROUTINE', 'ACT NOW': 'ACT_NOW', URGENT: 'ACT_NOW' });
export const categoryOf: (word: string) => Category | null = wordList<Category>({
  SUSPECT: 'SUSPECT',
  VICTIM: 'VICTIM',
  WITNESS: 'WITNESS',
  ASSOCIATE: 'ASSOCIATE',
  UNKNOWN: 'UNKNOWN',
});

export const ENTITY_KIND = { Vehicle: 'VEHICLE', Phone: 'PHONE', SocialMedia: 'SOCIAL_MEDIA', Place: 'PLACE' } as const;
