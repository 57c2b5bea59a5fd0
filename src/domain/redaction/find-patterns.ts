import { NO_PART_OF_A_PLATE } from './english-words.ts';
import type { Found, RedactionKind } from './network.ts';
import { findNumbers } from './number-runs.ts';
import { ROAD_WORDS, ROAD_WORDS_AFTER_A_NUMBER } from './thoroughfares.ts';
import { COLOURS, MAKES, OFFICE_WORDS, SCHOOL_WORDS, VENUE_WORDS, VENUES_BY_NAME } from './place-words.ts';

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;
const ci = (source: string): RegExp => new RegExp(source, 'giu');
/** A word with a capital; a name of places may hold "of", "the", "and" between two. */
const NAMED = "(?:\\p{Lu}[\\p{L}'’.-]*)";
const NAMED_ROW = `${NAMED}(?:\\s+(?:(?:of|the|and|for)\\s+)?${NAMED}){0,3}`;
const HOUSE = '(?:(?:flat|unit|no\\.?|number)\\s*)?\\d{1,4}[a-z]?';
const caseless = (words: readonly string[]): string => any(words.map((word) => word.replaceAll(/\p{Ll}/gu, (first) => `[${first}${first.toUpperCase()}]`)));

/** What is written alike throughout the United Kingdom, or named as such things are named. */
const PATTERNS: readonly (readonly [RedactionKind, RegExp])[] = [
  ['OTHER', ci('(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+')],
  // Royal Mail: area, district, sector, unit; the space is forgotten or moved.
  ['PLACE', ci('(?<![\\p{L}\\p{N}])[a-z]{1,2}\\d[a-z\\d]?\\s?\\d\\s?[a-z]{2}(?![\\p{L}\\p{N}])')],
  ['PLACE', ci(`(?<![\\p{L}\\p{N}])${HOUSE},?\\s+(?:on\\s+)?(?:[\\p{L}'’-]+\\s+){1,3}?${any([...ROAD_WORDS, ...ROAD_WORDS_AFTER_A_NUMBER])}(?![\\p{L}\\p{N}])`)],
  ['PLACE', new RegExp(`(?<![\\p{L}\\p{N}])${NAMED_ROW}\\s+${caseless(ROAD_WORDS)}(?![\\p{L}\\p{N}])`, 'gu')],
  ['SCHOOL', new RegExp(`(?<![\\p{L}\\p{N}])${NAMED_ROW}\\s+${caseless(SCHOOL_WORDS)}(?:\\s+(?:for|of)\\s+${NAMED})?(?![\\p{L}\\p{N}])`, 'gu')],
  ['PLACE', new RegExp(`(?<![\\p{L}\\p{N}])${NAMED_ROW}\\s+${caseless(VENUE_WORDS)}(?![\\p{L}\\p{N}])`, 'gu')],
  ['PLACE', new RegExp(`(?<![\\p{L}\\p{N}])(?!(?:The|A|My|Our|Your|His|Her|Their|This|That|Local|Adult|Children)\\s)${NAMED_ROW}\\s+${caseless(OFFICE_WORDS)}(?![\\p{L}\\p{N}])`, 'gu')],
  ['PLACE', ci(`(?<![\\p{L}\\p{N}])(?:${VENUES_BY_NAME.join('|')})(?![\\p{L}\\p{N}])`)],
  ['PERSON', /(?<![\p{L}\p{N}.])\p{Lu}\.\s?\p{Lu}\.(?!\p{L})/gu],
  // DVLA: since 2001, 1983 to 2001, 1963 to 1983.
  ['VEHICLE', ci('(?<![\\p{L}\\p{N}])(?:[a-z]{2}[ -]?\\d{2}[ -]?[a-z]{3}|[a-z]\\d{1,3}[ -]?[a-z]{3}|[a-z]{3}[ -]?\\d{1,3}[a-z])(?![\\p{L}\\p{N}])')],
  ['VEHICLE', ci(`(?<![\\p{L}\\p{N}])(?:${any(COLOURS)}\\s+(?:\\d{4}\\s+)?)(?:\\p{L}+\\s+)?${any(MAKES)}(?:\\s+(?:van|estate|\\d series))?(?![\\p{L}\\p{N}])`)],
  ['SOCIAL_MEDIA', ci('(?<![\\p{L}\\p{N}.])[@#][\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_]')],
  ['SOCIAL_MEDIA', ci('(?<![\\p{L}\\p{N}@._-])(?=[a-z\\d._]*[a-z])[a-z\\d]+(?:_[a-z\\d]*|\\.[a-z\\d]{2,})+(?![\\p{L}\\p{N}@])')],
  ['SOCIAL_MEDIA', ci('(?<![\\p{L}\\p{N}@._-])(?:[a-z]{3,}\\d{2,}[a-z\\d]*)(?![\\p{L}\\p{N}])')],
];
/** A row of capitals and figures is a registration whatever it spells; else a part that stands apart and is a word makes it none. */
function isNoPlate(kind: RedactionKind, words: string): boolean {
  const apart = words.split(/[ -]/u).filter((part) => /^\p{L}+$/u.test(part));
  return kind === 'VEHICLE' && /\p{Ll}/u.test(words) && apart.length > 0 && apart.every((part) => NO_PART_OF_A_PLATE.has(part.toLowerCase()));
}

/** National numbers of Britain have nine or ten digits without the leading nought. */
const [SHORTEST, LONGEST] = [9, 10];

/** What is told by the way it is written: postcodes, streets, schools, registrations, numbers, handles. */
export function findPatterns(text: string): Found[] {
  const written = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].filter(([words]) => !isNoPlate(kind, words)).map(({ 0: words, index }) => ({ from: index, until: index + words.length, kind, why: 'PATTERN' as const, who: words.toLowerCase() })),
  );
  const numbers = findNumbers(text).filter(({ digits }) => digits.length >= SHORTEST && digits.length <= LONGEST);
  return [...written, ...numbers.map(({ from, until, digits }) => ({ from, until, kind: 'PHONE' as const, why: 'PATTERN' as const, who: digits }))];
}
