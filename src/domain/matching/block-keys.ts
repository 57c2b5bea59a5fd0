import type { MatchPerson } from './likeness.ts';
import { nameWords, soundOf, tellingWords } from './name-forms.ts';
import { oneSpelling } from './name-variants.ts';
import { formalNamesOf } from './nicknames.ts';

/**
 * The keys under which a record is looked for: whoever could be this child shares one. Each key is of few children: the
 * date of birth whichever way round day and month stand; the given name's root, or the surname's sound, with two of year,
 * month and day; both names with one another; the given name with a postcode; the numbers.
 */
export function blockKeys(person: MatchPerson): readonly string[] {
  const roots = rootsOf(nameWords(person.givenName ?? ''));
  const sounds = tellingWords(nameWords(person.familyName ?? '')).map(soundOf);
  const births = person.birth === null ? [] : twoOfThree(person.birth);
  const keys = [
    ...(person.nhsNumber === null ? [] : [`nhs ${person.nhsNumber}`]),
    ...(person.upn === null ? [] : [`upn ${person.upn}`]),
    ...(person.birth === null || person.birthDoubtful ? [] : [`born ${eitherWay(person.birth)}`]),
    ...births.flatMap((born) => [...roots.map((root) => `given ${root} ${born}`), ...sounds.map((sound) => `family ${sound} ${born}`)]),
    ...roots.flatMap((root) => sounds.map((sound) => `names ${[root, sound].sort().join(' ')}`)),
    ...roots.flatMap((root) => person.postcodes.map((postcode) => `home ${root} ${postcode}`)),
  ];
  return [...new Set(keys)].sort();
}

/** The sounds of the full names that a given name can stand for. */
function rootsOf(words: readonly string[]): string[] {
  const full = words.flatMap((word) => [word, ...formalNamesOf(word)].map(oneSpelling));
  return [...new Set(full.map(soundOf))];
}

function eitherWay(birth: string): string {
  const [year = '', ...rest] = birth.split('-');
  return [year, ...rest.sort()].join('-');
}

function twoOfThree(birth: string): string[] {
  const [year = '', month = '', day = ''] = birth.split('-');
  return [`${year}-${month}`, `${year}--${day}`, `-${month}-${day}`];
}
