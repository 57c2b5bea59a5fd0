import nlp, { type Heard } from 'compromise';
import type { Found } from './network.ts';
import { placedReadings } from './placed-words.ts';

/** What a reader of English hears as somebody's name or a place in a text nobody knows of. */
export type HearNames = (text: string) => Found[];

/** Names of people and places by the grammar of the sentence and a lexicon of names; nothing is asked of any network. */
export const hearNames: HearNames = (text) => {
  const read = nlp(text);
  const people = read.people().json({ offset: true }).flatMap((one) => trimmed(text, one, 'PERSON'));
  return [...people, ...read.places().json({ offset: true }).flatMap((one) => trimmed(text, one, 'PLACE'))];
};

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
