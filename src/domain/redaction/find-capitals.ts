import type { Found } from './network.ts';
import { INTRODUCE_A_NAME, NO_NAMES_WITH_A_CAPITAL, STAND_BEFORE_A_PLACE } from './english-words.ts';
import { placedReadings, type PlacedWord } from './placed-words.ts';

/**
 * What English writes with a capital inside a sentence and is no day, month, language or word of kinship; and whoever a
 * word of kinship or "called" introduces, whatever the case.
 */
export function findCapitals(text: string): Found[] {
  const [words] = placedReadings(text);
  const rows: PlacedWord[][] = [];
  words.forEach((word, place) => {
    const before = words[place - 1];
    if (isName(word, before)) {
      const row = rows.at(-1);
      const joins = row !== undefined && row.at(-1) === before && before !== undefined && /^[\s'’.-]{1,2}$/u.test(text.slice(before.until, word.from)) && !word.begins;
      if (joins) {
        row.push(word);
      } else {
        rows.push([word]);
      }
    }
  });
  return rows.flatMap((row) => foundOf(text, words, row));
}

function isName(word: PlacedWord, before: PlacedWord | undefined): boolean {
  const [folding] = word.foldings;
  if (!/^\p{L}{2}/u.test(folding) || word.foldings.some((one) => NO_NAMES_WITH_A_CAPITAL.has(one))) {
    return false;
  }
  const introduced = !word.begins && INTRODUCE_A_NAME.has(before?.foldings[0] ?? '');
  return introduced || (word.capital && !word.begins);
}

function foundOf(text: string, words: readonly PlacedWord[], row: readonly PlacedWord[]): Found[] {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  const at = words.indexOf(first);
  const before = [words[at - 1], words[at - 2]].map((word) => word?.foldings[0] ?? '');
  const place = STAND_BEFORE_A_PLACE.has(before[0] ?? '') || (before[0] === 'the' && STAND_BEFORE_A_PLACE.has(before[1] ?? ''));
  const who = text.slice(first.from, last.until).toLowerCase();
  return [{ from: first.from, until: last.until, kind: place ? 'PLACE' : 'PERSON', why: 'LANGUAGE', who }];
}
