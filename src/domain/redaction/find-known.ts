import { known, MOST_WORDS, type Sought } from './known-forms.ts';
import type { Found, Network, TextFor } from './network.ts';
import { numbersIn } from './number-runs.ts';
import { isAlsoAWord } from './name-like-words.ts';
import { placedReadings, type PlacedWord } from './placed-words.ts';
import { roadInFull } from './thoroughfares.ts';

/** How much of a registration is enough to tell a vehicle by. */
const SHORTEST_PART = 4;

/**
 * Everybody and everything of the hub's network that a text names, in any case, spacing, accents and look-alike letters; `loose` takes misspellings
 * and the usual short forms of a given name too.
 */
export function findKnown(text: string, network: Network, { to, loose }: { readonly to: TextFor; readonly loose: boolean }): Found[] {
  const sought = known(network, to, loose);
  const inWords = placedReadings(text).flatMap((words) => [...sought.rows.flatMap((row) => rowsIn(words, row)), ...sought.squeezed.flatMap((one) => squeezedIn(words, one))]);
  const single = placedReadings(text).flatMap((words) => words.flatMap((word) => singleIn(word, sought.single)));
  const written = sought.numbers.length === 0 ? null : numbersIn(text);
  const numbers = sought.numbers.flatMap(({ digits, who }) => (written?.get(digits) ?? []).map((span) => ({ ...span, kind: 'PHONE' as const, who })));
  return [...inWords, ...single, ...numbers].map(({ from, until, kind, who }) => ({ from, until, kind, who, why: 'KNOWN' }));
}

type Placed = Omit<Found, 'why'>;

/** A whole name or the line of an address, word after word; the words for a road are read in full. */
function rowsIn(words: readonly PlacedWord[], { row, kind, who }: Sought['rows'][number]): Placed[] {
  const reads = ({ foldings }: PlacedWord, sought: string | undefined): boolean => foldings.some((folding) => folding === sought || roadInFull(folding) === sought);
  return words.flatMap(({ from }, place) => {
    const found = words.slice(place, place + row.length);
    return found.length === row.length && found.every((word, step) => reads(word, row[step])) ? [{ from, until: Math.max(...found.map(({ until }) => until)), kind, who }] : [];
  });
}

function singleIn(word: PlacedWord, single: Sought['single']): Placed[] {
  const found = single.find(({ reads, inSmall }) => word.foldings.some((folding) => (word.capital || (inSmall && !isAlsoAWord(folding))) && reads(folding)));
  return found === undefined ? [] : [{ from: word.from, until: word.until, kind: found.kind, who: found.who }];
}

/** A registration, a postcode or a handle, however it is spaced; of a registration its beginning is enough. */
function squeezedIn(words: readonly PlacedWord[], { letters, kind, who }: Sought['squeezed'][number]): Placed[] {
  return words.flatMap((first, place) => {
    let written = '';
    for (const word of words.slice(place, place + MOST_WORDS)) {
      const ends = word.foldings.map((folding) => written + folding);
      written += word.foldings[0];
      if (ends.some((end) => end === letters || (kind === 'VEHICLE' && isEnough(end, letters)))) {
        return [{ from: first.from, until: word.until, kind, who }];
      }
      if (!letters.startsWith(written)) {
        return [];
      }
    }
    return [];
  });
}

function isEnough(part: string, letters: string): boolean {
  return part.length >= SHORTEST_PART && /\d/u.test(part) && letters.startsWith(part);
}
