/**
 * How many letters have to be put in, taken out, changed or swapped with their neighbour to make one text the other
 * (restricted Damerau-Levenshtein: the four slips of a typing hand).
 */
export function editDistance(first: string, second: string): number {
  const begin = sharedBeginning(first, second);
  const end = sharedEnd(first, second, begin);
  return distance(first.slice(begin, first.length - end), second.slice(begin, second.length - end));
}

/** What two texts begin and end with alike costs nothing, and is most of two like names. */
function sharedBeginning(first: string, second: string): number {
  let shared = 0;
  while (shared < first.length && shared < second.length && first[shared] === second[shared]) {
    shared += 1;
  }
  return shared;
}

function sharedEnd(first: string, second: string, begin: number): number {
  const most = Math.min(first.length, second.length) - begin;
  let shared = 0;
  while (shared < most && first[first.length - 1 - shared] === second[second.length - 1 - shared]) {
    shared += 1;
  }
  return shared;
}

function distance(first: string, second: string): number {
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
