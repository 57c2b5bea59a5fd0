import type { InterviewAnswers, LocatingAnswers } from '../interview/interview-form.ts';

/** What of an interview, or of an item of intelligence, names somebody or somewhere. */
export interface Naming {
  readonly answers: Pick<InterviewAnswers, 'namedPeople'>;
  readonly locating: LocatingAnswers;
}

/** Fewer digits are a time, a house or an age. */
const SHORTEST_NUMBER = 5;

/**
 * The questions whose words still stand in a text that is to name nobody: a person's name, where the child stayed and
 * with whom, numbers, vehicles and handles. Case, accents, spaces and punctuation hide nothing.
 */
export function namesLeftIn(text: string, { answers, locating }: Naming): string[] {
  const names = (answers.namedPeople ?? []).map(({ name }) => name);
  const standing: Readonly<Record<string, boolean>> = {
    namedPeople: names.some((name) => nameStandsIn(text, name)),
    peopleWith: (locating.peopleWith ?? []).some((name) => nameStandsIn(text, name)),
    placesStayed: (locating.placesStayed ?? []).some((place) => placeStandsIn(text, place)),
    phones: (locating.phones ?? []).some((phone) => numberStandsIn(text, phone)),
    vehicles: (locating.vehicles ?? []).some((vehicle) => squeezedStandsIn(text, vehicle)),
    handles: (locating.handles ?? []).some((handle) => squeezedStandsIn(text, handle)),
  };
  return Object.keys(standing).filter((question) => standing[question]);
}

/** The whole name in any case, or one part of it written as a name: "will" is a word, "Will" may be him. */
function nameStandsIn(text: string, name: string): boolean {
  const written = namesAmong(wordsOf(text, 'AS_WRITTEN'));
  const parts = namesAmong(wordsOf(name, 'AS_WRITTEN')).filter((part) => part.length > 1);
  return phraseStandsIn(text, name) || parts.some((part) => written.includes(part));
}

/** Words with a capital, so that a name in capitals is the same name. */
function namesAmong(words: readonly string[]): string[] {
  return words.filter((word) => /^\p{Lu}/u.test(word)).map(folded);
}

/** The whole place, or one line of an address; a town alone is no address. */
function placeStandsIn(text: string, place: string): boolean {
  const lines = place.split(/[,;\n]/).filter((line) => wordsOf(line).length > 1);
  return [place, ...lines].some((line) => phraseStandsIn(text, line));
}

function phraseStandsIn(text: string, phrase: string): boolean {
  const [words, sought] = [wordsOf(text), wordsOf(phrase)];
  return sought.length > 0 && words.some((_, place) => sought.every((word, further) => words[place + further] === word));
}

/** Without the country's code and the leading nought, however the digits are set apart. */
function numberStandsIn(text: string, phone: string): boolean {
  const digits = nationalDigits(phone);
  if (digits.length < SHORTEST_NUMBER) {
    return phraseStandsIn(text, phone);
  }
  return new RegExp(Array.from(digits).join(String.raw`[^\p{L}\p{N}]*`), 'u').test(folded(text));
}

function nationalDigits(phone: string): string {
  return folded(phone).replaceAll(/\D/g, '').replace(/^(?:00)?44/, '').replace(/^0+/, '');
}

/** A number plate or a handle, however it is spaced. */
function squeezedStandsIn(text: string, value: string): boolean {
  const sought = wordsOf(value);
  const letters = Array.from(sought.join(''));
  if (letters.length === 0) {
    return false;
  }
  const spaced = letters.join(String.raw`[^\p{L}\p{N}]*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${spaced}(?![\p{L}\p{N}])`, 'u').test(folded(text));
}

function wordsOf(text: string, as: 'FOLDED' | 'AS_WRITTEN' = 'FOLDED'): string[] {
  return (as === 'FOLDED' ? folded(text) : withoutAccents(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function folded(text: string): string {
  return withoutAccents(text).toLowerCase();
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
