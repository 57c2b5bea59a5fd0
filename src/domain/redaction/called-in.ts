import { INTRODUCE_A_NAME, NO_NAMES_WITH_A_CAPITAL } from './english-words.ts';
import type { KnownPerson } from './network.ts';
import { foldingsOf } from './placed-words.ts';
import { isCapitalised, readingsOf, wordsOf } from './written-text.ts';

/** In "dave from the garage" or "two older lads" these name nobody. Our own table. */
const NAME_NOBODY = new Set(
  `an and or of from at in on by to with for who whos aged old near about not is was were are has had known unknown unnamed unidentified same other another some any many lots few several two three
  he she they it this that his her their my our your him them one ones man men woman women male males female females boy boys girl girls lad lads lass adult adults person people
  child children kids teenager teenagers youth youths young older younger best close good new group gang peers peer friend friends mate mates boyfriend girlfriend partner cousin
  cousins sibling siblings family families parent parents carer carers foster staff worker workers social school college neighbour neighbours stranger strangers associate associates
  residents resident nobody none alone self themselves yes no nil na`.split(/\s+/),
);
/** Behind these even a name in small letters is one: "her mate jade". */
const INTRODUCE = new Set(['friend', 'mate', 'cousin', 'boyfriend', 'girlfriend', 'partner', ...INTRODUCE_A_NAME]);
/** More words in small letters are a description. */
const LONGEST_IN_SMALL = 2;
const BETWEEN_PEOPLE = /[,;/&+()[\]\n.:]|\b(?:and|or)\b/iu;

/** Who an entry of a list of people names: by what is written as a name, and by the whole of it. */
export function calledIn(entry: string): KnownPerson[] {
  const names = [...new Set(readingsOf(entry).flatMap(namesIn))];
  const telling = wordsOf(entry).some((word) => !namesNobody(word));
  return telling ? [{ names, alsoCalled: [entry] }] : [];
}

/** Whom somebody's own words name, such as a home's line on a child's friends: what may be a name counts with a capital alone. */
export function calledInProse(text: string): KnownPerson[] {
  return text.split(BETWEEN_PEOPLE).flatMap(namesIn).map((name) => ({ names: [name], alsoCalled: [], inProse: true }));
}

/** Names by their capitals; where nothing has one, what stands at the beginning or behind "her mate". */
function namesIn(entry: string): string[] {
  const rows = rowsIn(entry);
  const written = rows.filter(({ words }) => words.some(isCapitalised));
  const small = rows.filter(({ words, introduced }) => introduced && words.length <= LONGEST_IN_SMALL);
  const named = written.map(({ words }) => words.slice(words.findIndex(isCapitalised)));
  return (named.length > 0 ? named : small.map(({ words }) => words)).map((words) => words.join(' '));
}

interface NameRow {
  readonly words: string[];
  readonly introduced: boolean;
}

/** What of an entry stands between words that name nobody. */
function rowsIn(entry: string): NameRow[] {
  const rows: NameRow[] = [];
  let [open, before]: [NameRow | null, string | null] = [null, null];
  for (const word of wordsOf(entry)) {
    if (namesNobody(word)) {
      open = null;
    } else {
      open ??= rows[rows.push({ words: [], introduced: before === null || INTRODUCE.has(before) }) - 1] ?? null;
      open?.words.push(word);
    }
    before = foldingsOf(word)[0];
  }
  return rows;
}

function namesNobody(word: string): boolean {
  const [folding] = foldingsOf(word);
  return !/\p{L}/u.test(word) || NAME_NOBODY.has(folding) || INTRODUCE_A_NAME.has(folding) || NO_NAMES_WITH_A_CAPITAL.has(folding);
}
