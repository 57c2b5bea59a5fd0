import { nameWords } from '../matching/name-forms.ts';
import { inPlainDigits } from './any-digits.ts';
import { isCapitalised } from './written-text.ts';

/** What a word may read as, by its looks first. */
export type Foldings = readonly [string, ...string[]];
/** The readings of a text as rows of words, the plain one first. */
export type Readings = readonly [readonly PlacedWord[], ...(readonly PlacedWord[])[]];

/** One word of a text, where it stands, and what it may read as. */
export interface PlacedWord {
  readonly from: number;
  /** Without a possessive s after an apostrophe. */
  readonly until: number;
  /** In plain Latin small letters; the first by its looks, then by its sounds, and without what may be a possessive s. */
  readonly foldings: Foldings;
  readonly capital: boolean;
  /** The first of a sentence, where a capital says nothing. */
  readonly begins: boolean;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}'’]*[\p{L}\p{N}\p{M}])?/gu;
const POSSESSIVE = /['’]s$/iu;
/** The full stop behind an initial ends no sentence. */
const SENTENCE_END = /(?:^|[!?…:\n]|(?<!(?<!\p{L})\p{Lu})\.)["'“”‘’()\s]*$/u;
/** How far before a word its sentence's end is looked for. */
const NEAR = 8;

/** Letters of other scripts that look like Latin ones (Unicode Technical Standard 39, confusables.txt, those of one small letter each). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', ѵ: 'v', ԝ: 'w', х: 'x',
  α: 'a', ϲ: 'c', ι: 'i', ϳ: 'j', κ: 'k', ο: 'o', ρ: 'p', τ: 't', υ: 'u', ν: 'v', χ: 'x', ɑ: 'a', ɡ: 'g', ʏ: 'y',
};

/** The readings of a text as rows of words: characters nobody sees join letters in one and part words in the other. */
export function placedReadings(text: string): Readings {
  const parted = text.replaceAll(/\p{Cf}/gu, (unseen) => ' '.repeat(unseen.length));
  return parted === text ? [placed(text)] : [placed(text), placed(parted)];
}

function placed(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const own = written.replace(POSSESSIVE, '');
    return {
      from: index,
      until: index + own.length,
      foldings: foldingsOf(written),
      capital: isCapitalised(written),
      begins: SENTENCE_END.test(text.slice(Math.max(0, index - NEAR), index)),
    };
  });
}

/** What one word may read as: by its looks and by its sounds, and without an s at its end. */
export function foldingsOf(written: string): Foldings {
  const seen = inPlainDigits(written.replaceAll(/\p{Cf}/gu, ''));
  const looks = plain(Array.from(seen.toLowerCase(), (letter) => LOOKALIKES[letter] ?? letter).join(''));
  const sounds = plain(seen);
  const others = new Set([sounds, looks.replace(/s$/u, ''), sounds.replace(/s$/u, '')]);
  others.delete(looks);
  return [looks, ...others];
}

/** The letters and digits of a mark by their looks, however it is spaced. */
export function squeezed(text: string): string {
  return foldingsOf(text.replaceAll(/[^\p{L}\p{N}]/gu, ''))[0];
}

function plain(word: string): string {
  return nameWords(word).join('');
}
