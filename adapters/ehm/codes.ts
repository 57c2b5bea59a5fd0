import { foldedWord } from '../../src/domain/observation/word-list.ts';

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
