import type { Gender, Risk, SafeAndWellPayload } from '../../src/domain/observation/observation.ts';

/** The words of one code list, compared without regard to case, spaces, hyphens and underscores. */
function wordList<T>(entries: Readonly<Record<string, T>>): (word: string) => T | null {
  const known = new Map(Object.entries(entries));
  return (word) => known.get(word.toUpperCase().replace(/[\s_-]+/g, ' ').trim()) ?? null;
}

/** College of Policing scale. Police "absent" is the old word for no apparent risk, never an absence from placement. */
export const riskOf: (word: string) => Risk | null = wordList<Risk>({
  'NO APPARENT RISK': 'VERY_LOW',
  'NO APPARENT RISK (ABSENT)': 'VERY_LOW',
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

export const safeAndWellOf: (word: string) => SafeAndWellPayload['outcome'] | null = wordList<
  SafeAndWellPayload['outcome']
>({
  DONE: 'DONE',
  'NOT DONE': 'NOT_DONE',
  'NOT PRACTICABLE': 'NOT_PRACTICABLE',
});
