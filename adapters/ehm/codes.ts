import type { Gender } from '../../src/domain/observation/observation.ts';
import { foldedWord, wordList } from '../../src/domain/observation/word-list.ts';

/** What a significant event can be, as far as the hub is concerned. */
export const EVENTS = ['MISSING', 'AWAY', 'LOCATED', 'RETURNED', 'OFFERED', 'HELD', 'REFUSED'] as const;
export type EventKind = (typeof EVENTS)[number];

/** The words that any authority's note may have; others are said in the settings. */
export const EVENT_WORDS: Readonly<Record<string, EventKind>> = {
  Missing: 'MISSING',
  'Missing episode': 'MISSING',
  Away: 'AWAY',
  'Away from placement without authorisation': 'AWAY',
  Found: 'LOCATED',
  Located: 'LOCATED',
  Returned: 'RETURNED',
  'Return interview offered': 'OFFERED',
  'Return interview held': 'HELD',
  'Return interview completed': 'HELD',
  'Return interview refused': 'REFUSED',
};

/** Only notes of this type speak of what happened to the child; the rest is the family's record of work. */
export const isSignificant = (type: string): boolean => foldedWord(type) === 'SIGNIFICANT EVENT';

export const genderOf = wordList<Gender>({
  F: 'FEMALE',
  Female: 'FEMALE',
  M: 'MALE',
  Male: 'MALE',
  I: 'OTHER',
  O: 'OTHER',
  Other: 'OTHER',
  U: 'UNKNOWN',
  Unknown: 'UNKNOWN',
});

export const isEstimated = wordList<boolean>({ Y: true, Yes: true, 1: true, True: true, N: false, No: false, 0: false, False: false });

/** Misspellings that are common in real exports. */
const ETHNIC_ALIASES: ReadonlyMap<string, string> = new Map([
  ['CNHE', 'CHNE'],
  ['MWBa', 'MWBA'],
]);
/** The code that a misspelt ethnicity code stands for; any other as it is. */
export function ethnicityCode(code: string): string {
  return ETHNIC_ALIASES.get(code) ?? code;
}

/** Reasons given where a UPN would stand: the child has none. */
export const hasNoUpn = (text: string): boolean => /^UN[1-6]$/.test(text);
