/** Which of two ranks comes first: by their first numbers that differ. Those that differ in none stay as they stood. */
export function compareRanks(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((number, at) => number !== other[at]);
  const [before, after] = [one[place], other[place]];
  return before === undefined || after === undefined ? 0 : before < after ? -1 : 1;
}
