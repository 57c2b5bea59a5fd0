/** A name without case, accents, spaces, hyphens and apostrophes; null when nothing is left that could tell children apart. */
export function foldedName(name: string): string | null {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? null : letters;
}
