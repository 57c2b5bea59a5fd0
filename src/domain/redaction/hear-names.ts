import nlp, { type Heard } from 'compromise';
import { NAME_NOBODY } from './english-words.ts';
import { isAlsoAWord } from './name-like-words.ts';
import type { Found } from './network.ts';
import { placedReadings } from './placed-words.ts';

/** A shorter one in small letters is a word. */
const SHORTEST_IN_SMALL = 4;

/** What a reader of English hears as somebody's name or a place in a text nobody knows of. */
export type HearNames = (text: string) => Found[];

/** Names of people and places by the grammar of the sentence and a lexicon of names; nothing is asked of any network. */
export const hearNames: HearNames = (text) => {
  const read = nlp(text);
  const people = read.people().json({ offset: true }).flatMap((one) => trimmed(text, one, 'PERSON'));
  return [...people, ...inSmallLetters(text), ...read.places().json({ offset: true }).flatMap((one) => trimmed(text, one, 'PLACE'))];
};

/** Given names of the lexicon written in small letters, as children and those who type fast do; not those that are words as well. */
function inSmallLetters(text: string): Found[] {
  const known = new Map<string, boolean>();
  const isName = (word: string): boolean => known.get(word) ?? remember(known, word, !isAlsoAWord(word) && !NAME_NOBODY.has(word) && nlp(word.charAt(0).toUpperCase() + word.slice(1)).people().json({ offset: true }).length > 0);
  const [words] = placedReadings(text);
  return words
    .filter(({ capital }) => !capital)
    .map(({ from, until }) => ({ from, until, who: text.slice(from, until) }))
    .filter(({ who }) => who.length >= SHORTEST_IN_SMALL && isName(who))
    .map((found) => ({ ...found, kind: 'PERSON', why: 'LANGUAGE' }));
}

function remember(known: Map<string, boolean>, word: string, isName: boolean): boolean {
  known.set(word, isName);
  return isName;
}

/** Without the mark behind it, the possessive s, or a word in front that is no name; nothing where no word has a capital. */
function trimmed(text: string, { offset }: Heard, kind: 'PERSON' | 'PLACE'): Found[] {
  const said = text.slice(offset.start, offset.start + offset.length);
  const [words] = placedReadings(said);
  const first = words.findIndex(({ capital }) => capital);
  const from = words[first];
  if (from === undefined) {
    return [];
  }
  const until = Math.max(...words.map((word) => word.until));
  return [{ from: offset.start + from.from, until: offset.start + until, kind, why: 'LANGUAGE', who: said.slice(from.from, until).toLowerCase() }];
}
