/** Nobody sees these characters; they stand between letters or between words. */
const UNSEEN = /\p{Cf}/gu;

/** A text without what hides its words, once more with the unseen characters as spaces where there are any. */
export function readingsOf(text: string): string[] {
  const readings = [text.replaceAll(UNSEEN, ''), text.replaceAll(UNSEEN, ' ')].map(withoutAccents);
  return [...new Set(readings)];
}

/** The words of a reading, as they are written. */
export function wordsOf(reading: string): string[] {
  return reading.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Does a word begin with a capital? A name in capitals is the same name. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
