/**
 * Where one row of words, or of letters, begins in another, each looked at no more than twice: what a text is compared
 * with was written by somebody else, and must not make the comparison long.
 */
export function placesOf(sought: readonly string[], among: readonly string[]): number[] {
  const places: number[] = [];
  const back = fallbacks(sought);
  let matched = 0;
  among.forEach((part, place) => {
    matched = nextMatched({ sought, back }, part, matched);
    if (matched > 0 && matched === sought.length) {
      places.push(place + 1 - matched);
    }
  });
  return places;
}

/** For each beginning of the row: how much of the row its end repeats, so that a comparison never starts again from nothing. */
function fallbacks(sought: readonly string[]): number[] {
  const back: number[] = [];
  sought.forEach((part, place) => {
    back.push(place === 0 ? 0 : nextMatched({ sought, back }, part, back[place - 1] ?? 0));
  });
  return back;
}

function nextMatched({ sought, back }: { readonly sought: readonly string[]; readonly back: readonly number[] }, part: string, matched: number): number {
  let length = matched;
  while (length > 0 && sought[length] !== part) {
    length = back[length - 1] ?? 0;
  }
  return sought[length] === part ? length + 1 : length;
}
