import nlp, { type Heard, type Term } from 'compromise';
import { BEGIN_AND_NAME_NOBODY, NAME_NOBODY, NO_NAMES_WITH_A_CAPITAL } from './english-words.ts';
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
  return [...people, ...atTheBeginning(text, read.terms().json({ offset: true }).flatMap(({ terms }) => terms)), ...inSmallLetters(text), ...read.places().json({ offset: true }).flatMap((one) => trimmed(text, one, 'PLACE'))];
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

/** A word no lexicon has that begins a sentence and does something in it: there a capital says nothing, and "Orrin hit him" names somebody. */
function atTheBeginning(text: string, terms: readonly Term[]): Found[] {
  const words = new Map(placedReadings(text)[0].map((word) => [word.from, word]));
  return terms.flatMap((term, place) => {
    const word = words.get(term.offset.start);
    const begins = word?.begins === true && word.capital && isNoWord(term) && (doesSomething(terms[place + 1], terms[place + 2]) || isOwner(text, word));
    return begins ? [{ from: word.from, until: word.until, kind: 'PERSON', why: 'LANGUAGE', who: text.slice(word.from, word.until).toLowerCase() } as const] : [];
  });
}

function isNoWord({ normal, tags }: Term): boolean {
  const word = normal.replace(/['’]s$/u, '');
  const known = word in nlp.model().one.lexicon || [NO_NAMES_WITH_A_CAPITAL, NAME_NOBODY, BEGIN_AND_NAME_NOBODY].some((those) => those.has(word));
  return !known && /^\p{L}{3,}$/u.test(word) && tags.includes('Noun') && !tags.includes('Plural') && !tags.includes('Pronoun');
}

/** Is it said what they do, or who they are, or with whom they are? */
function doesSomething(next: Term | undefined, afterNext: Term | undefined): boolean {
  if (next === undefined) {
    return false;
  }
  const withSomebody = next.normal === 'and' && (afterNext?.tags.includes('Pronoun') === true || /^\p{Lu}/u.test(afterNext?.text ?? ''));
  return next.tags.includes('Verb') || next.normal === 'who' || withSomebody;
}

function isOwner(text: string, { until }: { readonly until: number }): boolean {
  return /^['’]s\s/u.test(text.slice(until, until + 3));
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
