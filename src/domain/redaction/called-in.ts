import { BEGIN_A_REPORT, INTRODUCE_A_FRIEND, INTRODUCE_A_NAME, NAME_NOBODY, NO_NAMES_WITH_A_CAPITAL } from './english-words.ts';
import type { KnownPerson } from './network.ts';
import { foldingsOf } from './placed-words.ts';
import { isCapitalised, readingsOf, wordsOf } from './written-text.ts';

/** More words in small letters are a description. */
const LONGEST_IN_SMALL = 2;
const BETWEEN_PEOPLE = /[,;/&+()[\]\n.:]|\b(?:and|or)\b/iu;

const TITLE = /^(?:mrs?|miss|ms|mx|dr|sir)\b\.?\s+/iu;

/** Who an entry of a list of people names: by what is written as a name, and by the whole of it. */
export function calledIn(entry: string): KnownPerson[] {
  const names = [...new Set(readingsOf(entry).flatMap(namesIn))];
  const telling = wordsOf(entry).some((word) => !namesNobody(word));
  return telling ? [{ names, alsoCalled: [entry] }] : [];
}

/** Somebody as a record calls them, in whatever case: every word is their name, but a title before it. */
export function calledByName(name: string): KnownPerson {
  return { names: [name.trim().replace(TITLE, '')], alsoCalled: [] };
}

/** The same of somebody who works with the child. */
export function calledAtWork(name: string): KnownPerson {
  return { ...calledByName(name), atWork: true };
}

/** Whom somebody's own words name, such as a home's line on a child's friends: what may be a name counts with a capital alone. */
export function calledInProse(text: string): KnownPerson[] {
  return text.split(BETWEEN_PEOPLE).flatMap(namesIn).map((name) => ({ names: [name], alsoCalled: [], inProse: true }));
}

/** The same of a report, such as with whom a child was last seen: a word that reports begin with is no name for its capital. */
export function calledInReport(text: string): KnownPerson[] {
  return calledInProse(text.replaceAll(/\p{L}+/gu, (word) => (BEGIN_A_REPORT.has(word.toLowerCase()) ? ',' : word)));
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
  let [open, before]: [NameRow?, string?] = [];
  for (const word of wordsOf(entry)) {
    if (namesNobody(word)) {
      open = undefined;
    } else if (open === undefined) {
      open = { words: [word], introduced: before === undefined || INTRODUCE_A_FRIEND.has(before) || INTRODUCE_A_NAME.has(before) };
      rows.push(open);
    } else {
      open.words.push(word);
    }
    before = foldingsOf(word)[0];
  }
  return rows;
}

function namesNobody(word: string): boolean {
  const [folding] = foldingsOf(word);
  return !/\p{L}/u.test(word) || NAME_NOBODY.has(folding) || INTRODUCE_A_NAME.has(folding) || NO_NAMES_WITH_A_CAPITAL.has(folding);
}
