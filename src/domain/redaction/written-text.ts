/** A text taken apart once, to be compared with many names. */
export interface WrittenText {
  /** Its words without case and accents. */
  readonly words: readonly string[];
  /** Those of its words that begin with a capital. */
  readonly names: ReadonlySet<string>;
  /** The letters and digits of all words, one after another. */
  readonly letters: readonly string[];
  /** Where in `letters` a word begins, and where the one before it has ended. */
  readonly edges: ReadonlySet<number>;
}

/** Nobody sees these characters; they stand between letters or between words. */
const UNSEEN = /\p{Cf}/gu;

/** A text without what hides its words, once more with the unseen characters as spaces where there are any. */
export function readingsOf(text: string): string[] {
  const readings = [text.replaceAll(UNSEEN, ''), text.replaceAll(UNSEEN, ' ')].map(withoutAccents);
  return [...new Set(readings)];
}

/** Takes one reading of a text apart. */
export function writtenText(reading: string): WrittenText {
  const words = wordsOf(reading.toLowerCase());
  const letters = words.map((word) => Array.from(word));
  let end = 0;
  const edges = [0, ...letters.map(({ length }) => (end += length))];
  return { words, names: new Set(namesAmong(wordsOf(reading))), letters: letters.flat(), edges: new Set(edges) };
}

/** The words of a reading, as they are written. */
export function wordsOf(reading: string): string[] {
  return reading.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function namesAmong(words: readonly string[]): string[] {
  return words.filter(isCapitalised).map((word) => word.toLowerCase());
}

/** Does a word begin with a capital? A name in capitals is the same name. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
