import type { InterviewAnswers, LocatingAnswers } from '../interview/interview-form.ts';
import { placesOf } from './stands-in.ts';
import { isCapitalised, readingsOf, wordsOf, writtenText, type WrittenText } from './written-text.ts';

/** What of an interview, or of an item of intelligence, names somebody or somewhere. */
export interface Naming {
  readonly answers: Pick<InterviewAnswers, 'namedPeople'>;
  readonly locating: LocatingAnswers;
}

/** Fewer digits are a time, a house or an age. */
const SHORTEST_NUMBER = 5;
/** In "dave from the garage" these name nobody; with a capital they may. */
const NO_NAMES = new Set(
  'the an and or of from at in on by to with for his her their my our your he she they it this that who some one two three man men boy boys girl girls friend friends older younger unknown'.split(' '),
);

/**
 * The questions whose words still stand in a text that is to name nobody: a person's name, where the child stayed and
 * with whom, numbers, vehicles and handles. Case, accents, spaces, punctuation and characters nobody sees hide nothing.
 */
export function namesLeftIn(text: string, { answers, locating }: Naming): string[] {
  const names = (answers.namedPeople ?? []).map(({ name }) => name);
  const written = readingsOf(text).map(writtenText);
  const anyStands = (values: readonly string[] | undefined, standsIn: StandsIn): boolean =>
    values?.flatMap(readingsOf).some((value) => written.some((reading) => standsIn(reading, value))) === true;
  const standing: Readonly<Record<string, boolean>> = {
    namedPeople: anyStands(names, nameStandsIn),
    peopleWith: anyStands(locating.peopleWith, nameStandsIn),
    placesStayed: anyStands(locating.placesStayed, placeStandsIn),
    phones: anyStands(locating.phones, numberStandsIn),
    vehicles: anyStands(locating.vehicles, squeezedStandsIn),
    handles: anyStands(locating.handles, squeezedStandsIn),
  };
  return Object.keys(standing).filter((question) => standing[question]);
}

type StandsIn = (written: WrittenText, value: string) => boolean;

/** The whole name in any case, or one part of it written as a name: "will" is a word, "Will" may be him. */
function nameStandsIn(written: WrittenText, name: string): boolean {
  const parts = wordsOf(name).filter((part) => part.length > 1 && (isCapitalised(part) || !NO_NAMES.has(part)));
  return phraseStandsIn(written, name) || parts.some((part) => written.names.has(part.toLowerCase()));
}

/** The whole place, or one line of an address; a town alone is no address. */
function placeStandsIn(written: WrittenText, place: string): boolean {
  const lines = place.split(/[,;\n]/).filter((line) => wordsOf(line).length > 1);
  return [place, ...lines].some((line) => phraseStandsIn(written, line));
}

function phraseStandsIn({ words }: WrittenText, phrase: string): boolean {
  return placesOf(wordsOf(phrase.toLowerCase()), words).length > 0;
}

/** Without the country's code and the leading nought, however the digits are set apart. */
function numberStandsIn(written: WrittenText, phone: string): boolean {
  const digits = nationalDigits(phone);
  return digits.length < SHORTEST_NUMBER ? phraseStandsIn(written, phone) : placesOf(Array.from(digits), written.letters).length > 0;
}

function nationalDigits(phone: string): string {
  return phone.replaceAll(/\D/g, '').replace(/^(?:00)?44/, '').replace(/^0+/, '');
}

/** A number plate or a handle, however it is spaced. */
function squeezedStandsIn({ letters, edges }: WrittenText, value: string): boolean {
  const sought = Array.from(wordsOf(value.toLowerCase()).join(''));
  return placesOf(sought, letters).some((place) => edges.has(place) && edges.has(place + sought.length));
}
