import type { MatchPerson } from './likeness.ts';
import { nameWords, soundOf, tellingWords } from './name-forms.ts';
import { oneSpelling } from './name-variants.ts';
import { formalNamesOf } from './nicknames.ts';

/**
 * The keys under which a record is looked for: whoever could be this child shares one. Each key is of few children: the
 * date of birth whichever way round day and month stand; the given name's root, or the surname's sound, with two of year,
 * month and day; both names with one another; the given name with a postcode or home; the numbers.
 */
export function blockKeys(person: MatchPerson): readonly string[] {
  const roots = rootsOf(nameWords(person.givenName ?? ''));
  const sounds = soundsOf(tellingWords(nameWords(person.familyName ?? '')));
  const births = person.birth === null ? [] : twoOfThree(person.birth);
  const keys = [
    ...(person.nhsNumber === null ? [] : [`nhs ${person.nhsNumber}`]),
    ...(person.upn === null ? [] : [`upn ${person.upn}`]),
    ...(person.birth === null || person.birthDoubtful ? [] : [`born ${eitherWay(person.birth)}`]),
    ...births.flatMap((born) => [...roots.map((root) => `given ${root} ${born}`), ...sounds.map((sound) => `family ${sound} ${born}`)]),
    ...roots.flatMap((root) => sounds.map((sound) => `names ${[root, sound].sort().join(' ')}`)),
    ...roots.flatMap((root) => [...person.postcodes, ...person.placements].map((place) => `home ${root} ${place}`)),
  ];
  return [...new Set(keys)].sort();
}

/** The sounds of the full names that a given name can stand for, whether its words are written apart or together. */
function rootsOf(words: readonly string[]): string[] {
  const full = [...words, words.join('')].flatMap((word) => [word, ...formalNamesOf(word)].map(oneSpelling));
  return soundsOnce(full);
}

function soundsOf(words: readonly string[]): string[] {
  return soundsOnce([...words, words.join('')].flatMap((word) => [word, oneSpelling(word)]));
}

function soundsOnce(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== '').map(soundOf))];
}

function eitherWay(birth: string): string {
  const [year = '', ...rest] = birth.split('-');
  return [year, ...rest.sort()].join('-');
}

function twoOfThree(birth: string): string[] {
  const [year = '', month = '', day = ''] = birth.split('-');
  return [`${year}-${month}`, `${year}--${day}`, `-${month}-${day}`];
}
