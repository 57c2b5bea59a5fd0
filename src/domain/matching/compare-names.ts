import { bitsOfGivenName, bitsOfSurname } from './common-names.ts';
import { editDistance } from './edit-distance.ts';
import type { Evidence, EvidenceHow, MatchPerson } from './likeness.ts';
import { nameWords, romanised, soundOf, tellingWords } from './name-forms.ts';
import { oneSpelling } from './name-variants.ts';
import { formalNamesOf } from './nicknames.ts';
import { FAMILY_NAME, GIVEN_NAME } from './weights.ts';

type Named = Pick<MatchPerson, 'givenName' | 'familyName'>;
interface Words {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** How the given and family names of two records compare; nothing of a name that one of them lacks. */
export function compareNames(first: Named, second: Named): Evidence[] {
  const [one, other] = [wordsOf(first), wordsOf(second)];
  if (areSwapped(one, other)) {
    // Nobody says which of the two has them the right way round.
    const given = Math.min(givenBits(one.given, other.family), givenBits(other.given, one.family));
    const family = Math.min(familyBits(one.family, other.given), familyBits(other.family, one.given));
    return [
      { of: 'GIVEN_NAME', how: 'SWAPPED_NAMES', weight: given + GIVEN_NAME.SWAPPED_NAMES },
      { of: 'FAMILY_NAME', how: 'SWAPPED_NAMES', weight: family + FAMILY_NAME.SWAPPED_NAMES },
    ];
  }
  return [...givenNames(one.given, other.given), ...familyNames(one.family, other.family)];
}

function wordsOf({ givenName, familyName }: Named): Words {
  return { given: nameWords(givenName ?? ''), family: tellingWords(nameWords(familyName ?? '')) };
}

/** Is the one's given name the other's family name, both ways round? */
function areSwapped(one: Words, other: Words): boolean {
  const known = [one.given, one.family, other.given, other.family].every((words) => words.length > 0);
  return known && !sameName(one.given, other.given) && sameName(one.given, other.family) && sameName(one.family, other.given);
}

function sameName(first: readonly string[], second: readonly string[]): boolean {
  return first.map(oneSpelling).join('') === second.map(oneSpelling).join('');
}

function givenNames(first: readonly string[], second: readonly string[]): Evidence[] {
  if (first.length === 0 || second.length === 0) {
    return [];
  }
  const how = firstThatHolds(GIVEN_NAMES, first, second);
  const bits = givenBits(first, second);
  return [{ of: 'GIVEN_NAME', how, weight: weigh(how, bits, GIVEN_NAME) }];
}

function familyNames(first: readonly string[], second: readonly string[]): Evidence[] {
  if (first.length === 0 || second.length === 0) {
    return [];
  }
  const how = firstThatHolds(FAMILY_NAMES, first, second);
  return [{ of: 'FAMILY_NAME', how, weight: weigh(how, familyBits(first, second), FAMILY_NAME) }];
}

/** One name in another form says what the name says, less a little; a likeness says no more than it says itself. */
function weigh(how: EvidenceHow, bits: number, weights: Partial<Record<EvidenceHow, number>>): number {
  const weight = weights[how] ?? 0;
  return ['TYPO', 'SOUNDS_ALIKE', 'DIFFERENT'].includes(how) ? weight : bits + weight;
}

/** Of two names the commoner one decides. */
function givenBits(first: readonly string[], second: readonly string[]): number {
  return Math.min(...[first, second].map(([word = '']) => bitsOfGivenName(oneSpelling(word))));
}

function familyBits(first: readonly string[], second: readonly string[]): number {
  return Math.min(...[first, second].map((words) => bitsOfSurname(words.join(''))));
}

/** Names that stand before another as a title does, so that brothers share them. */
const SHARED_BY_BROTHERS = new Set(['mohammed', 'abdul', 'md', 'syed']);

type Test = readonly [how: EvidenceHow, holds: (first: readonly string[], second: readonly string[]) => boolean];

/** The first that holds says how two given names compare. */
const GIVEN_NAMES: readonly Test[] = [
  ['EQUAL', (first, second) => first.join('') === second.join('')],
  ['TRANSLITERATED', sameName],
  ['SOUNDS_ALIKE', (first, second) => hasMiddleNameMore(first, second) && SHARED_BY_BROTHERS.has(oneSpelling(first[0] ?? ''))],
  ['NEAR', hasMiddleNameMore],
  ['NICKNAME', (first, second) => isShortFor(first, second) || isShortFor(second, first)],
  ['TYPO', (first, second) => looksAlike(first.join(''), second.join(''))],
  ['SOUNDS_ALIKE', (first, second) => haveTwoShortForms(first, second) || shareANameOfTheirOwn(first, second)],
  ['SOUNDS_ALIKE', (first, second) => isBeginningOf(first, second) || isBeginningOf(second, first) || soundAlike(first, second)],
];

/** The first that holds says how two family names compare. */
const FAMILY_NAMES: readonly Test[] = [
  ['EQUAL', (first, second) => first.join('') === second.join('')],
  ['TRANSLITERATED', (first, second) => romanised(first.join('')) === romanised(second.join(''))],
  ['NEAR', (first, second) => first.some((word) => word.length > 2 && second.includes(word))],
  ['TYPO', (first, second) => looksAlike(first.join(''), second.join(''))],
  ['SOUNDS_ALIKE', soundAlike],
];

function firstThatHolds(tests: readonly Test[], first: readonly string[], second: readonly string[]): EvidenceHow {
  return tests.find(([, holds]) => holds(first, second))?.[0] ?? 'DIFFERENT';
}

/** The same first name, and middle names with one of the two alone. */
function hasMiddleNameMore(first: readonly string[], second: readonly string[]): boolean {
  const [[one = '', ...oneMore], [other = '', ...otherMore]] = [first, second];
  return oneSpelling(one) === oneSpelling(other) && (oneMore.length === 0 || otherMore.length === 0);
}

function isShortFor([short = '', ...shortMore]: readonly string[], [full = '', ...fullMore]: readonly string[]): boolean {
  const more = shortMore.length === 0 || fullMore.length === 0 || sameName(shortMore, fullMore);
  return more && formalNamesOf(short).some((formal) => oneSpelling(formal) === oneSpelling(full));
}

/** Short forms of one full name: of one child, or of two. */
function haveTwoShortForms([one = '']: readonly string[], [other = '']: readonly string[]): boolean {
  return formalNamesOf(one).some((formal) => formalNamesOf(other).includes(formal));
}

function shareANameOfTheirOwn(first: readonly string[], second: readonly string[]): boolean {
  const own = first.map(oneSpelling).filter((word) => !SHARED_BY_BROTHERS.has(word));
  return second.some((word) => own.includes(oneSpelling(word)));
}

/** An initial, or the three or more letters that friends make do with. */
function isBeginningOf([short = '']: readonly string[], [full = '']: readonly string[]): boolean {
  return short.length !== 2 && short !== '' && full.startsWith(short);
}

function soundAlike(first: readonly string[], second: readonly string[]): boolean {
  return soundOf(first.join('')) === soundOf(second.join(''));
}

/** One slip of the hand in a name of three letters or more, two in a long one. */
function looksAlike(first: string, second: string): boolean {
  const shorter = Math.min(first.length, second.length);
  const slips = shorter >= 8 ? 2 : 1;
  return shorter >= 3 && Math.abs(first.length - second.length) <= slips && editDistance(first, second) <= slips;
}
