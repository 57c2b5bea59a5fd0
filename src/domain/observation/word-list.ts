/** A word as lists compare it: no regard to case, and any spaces, hyphens or marks between its parts are one space. */
export function foldedWord(word: string): string {
  return word.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The words of one list with what each means; another word means nothing here. */
export function wordList<T>(entries: Readonly<Record<string, T>>): (word: string) => T | null {
  const known = new Map(Object.entries(entries).map(([word, meaning]) => [foldedWord(word), meaning]));
  return (word) => known.get(foldedWord(word)) ?? null;
}
