import type { Audience } from '../sharing/audience.ts';
import type { Found, TextFor } from './network.ts';
import { placedReadings } from './placed-words.ts';

/** Who works or lives in a home, as a child says it; our own table. */
const OF_A_HOME = /\b(?:staff|carers?|foster (?:mum|mam|dad|father|mother)|key ?workers?|managers?|deputy|agency worker|waking night|residents?|(?:young people|young person|boy|girl|lads|girls|boys) (?:who lives? )?(?:here|there|in the house|at)|the home|runs? the (?:house|home|place))\b/iu;
const OF_A_FAMILY = /\b(?:mum|mam|mother|dad|father|parents?|stepdad|stepmum|stepfather|stepmother)\b/iu;
const ABOUT: Readonly<Partial<Record<Audience, RegExp>>> = { PLACEMENT: OF_A_HOME, PARENT: OF_A_FAMILY };
/** A full stop inside a word or a time ends nothing. */
const SENTENCE_END = /[.!?]["'”’)]*(?=\s)|\n|$/gu;

/** Every sentence about those a text goes to: what a child says of a home is not handed to the home. */
export function findAboutRecipient(text: string, { audience, names }: TextFor): Found[] {
  const about = ABOUT[audience];
  if (about === undefined) {
    return [];
  }
  return sentencesOf(text)
    .filter(({ words }) => about.test(words) || isNamed(words, names))
    .map(({ from, until, words }) => ({ from, until, kind: 'ABOUT_RECIPIENT', why: 'LANGUAGE', who: words }));
}

interface Sentence {
  readonly from: number;
  readonly until: number;
  readonly words: string;
}

function sentencesOf(text: string): Sentence[] {
  let began = 0;
  return [...text.matchAll(SENTENCE_END)].map(({ 0: end, index }) => {
    const sentence = text.slice(began, index + end.length);
    const words = sentence.trim();
    const from = began + sentence.indexOf(words);
    began = index + end.length;
    return { from, until: from + words.length, words };
  });
}

/** Is a recipient named by their whole name? */
function isNamed(sentence: string, names: readonly string[]): boolean {
  const written = placedReadings(sentence)[0].map(({ foldings }) => foldings);
  return names.some((name) => {
    const row = placedReadings(name)[0].map(({ foldings }) => foldings[0]);
    return row.length > 0 && written.some((_, place) => row.every((word, step) => written[place + step]?.includes(word) === true));
  });
}
