import type { Found } from './network.ts';
import { INTRODUCE_A_NAME, NO_NAMES_WITH_A_CAPITAL, STAND_BEFORE_A_PLACE } from './english-words.ts';
import { placedReadings, type PlacedWord } from './placed-words.ts';

/**
 * What English writes with a capital inside a sentence and is no day, month, language or word of kinship; and whoever a
 * word of kinship or "called" introduces, whatever the case.
 */
export function findCapitals(text: string): Found[] {
  const [words] = placedReadings(text);
  const rows: Omit<Found, 'who'>[] = [];
  words.forEach((word, place) => {
    const [before, beforeThat] = [words[place - 1]?.foldings[0], words[place - 2]?.foldings[0]];
    if (!isName(word, before)) {
      return;
    }
    const row = rows.at(-1);
    if (row !== undefined && !word.begins && /^[\s'’.-]{1,2}$/u.test(text.slice(row.until, word.from))) {
      rows.splice(-1, 1, { ...row, until: word.until });
    } else {
      rows.push({ from: word.from, until: word.until, kind: standsForAPlace(before, beforeThat) ? 'PLACE' : 'PERSON', why: 'LANGUAGE' });
    }
  });
  return rows.map((row) => ({ ...row, who: text.slice(row.from, row.until).toLowerCase() }));
}

function isName(word: PlacedWord, before: string | undefined): boolean {
  const [folding] = word.foldings;
  if (!/^\p{L}{2}/u.test(folding) || word.foldings.some((one) => NO_NAMES_WITH_A_CAPITAL.has(one))) {
    return false;
  }
  const introduced = !word.begins && INTRODUCE_A_NAME.has(before);
  return introduced || (word.capital && !word.begins);
}

function standsForAPlace(before: string | undefined, beforeThat: string | undefined): boolean {
  return STAND_BEFORE_A_PLACE.has(before) || (before === 'the' && STAND_BEFORE_A_PLACE.has(beforeThat));
}
