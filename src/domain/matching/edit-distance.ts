/**
 * How many letters have to be put in, taken out, changed or swapped with their neighbour to make one text the other
 * (restricted Damerau-Levenshtein: the four slips of a typing hand).
 */
export function editDistance(first: string, second: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: second.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= first.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const changed = at(last, column - 1) + (first[row - 1] === second[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      next.push(Math.min(at(last, column) + 1, at(next, column - 1) + 1, changed, swapped ? at(before, column - 2) + 1 : Infinity));
    }
    [before, last] = [last, next];
  }
  return at(last, second.length);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity;
}
