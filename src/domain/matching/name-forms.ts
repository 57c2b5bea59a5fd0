import { remembered } from './remembered.ts';

/** Letters that normalising leaves whole, and Cyrillic as British passports of its bearers write it (ICAO Doc 9303-3, section 6). */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ə: 'a', ħ: 'h',
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ы: 'y', ь: '', ъ: '', э: 'e', ю: 'iu', я: 'ia',
};

/** Articles and "son of": said or left out as a clerk pleases. */
const PARTICLES = new Set(['al', 'el', 'ul', 'bin', 'bint', 'ibn', 'de', 'da', 'di', 'dos', 'la', 'le', 'van', 'von', 'der', 'den', 'and']);

/** Sounds that languages write differently in Latin letters; longer spellings first. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz/g, 'ch'], [/sch|sz/g, 'sh'], [/dzh|dj|zh/g, 'j'], [/kh|ck|q/g, 'k'], [/gh/g, 'g'], [/ph/g, 'f'], [/dh/g, 'd'], [/th/g, 't'],
  [/c(?=[eiy])/g, 's'], [/c(?!h)/g, 'k'], [/x/g, 'ks'], [/w/g, 'v'], [/ou|oo/g, 'u'], [/ee|ie|ea/g, 'i'], [/ey|ei|ay/g, 'ai'], [/y/g, 'i'],
  [/e/g, 'a'], [/o/g, 'u'], [/(.)\1+/g, '$1'], [/(?<=.)h$/g, ''],
];

const SOUNDEX: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, code) => Array.from(letters, (letter) => [letter, String(code + 1)])),
);

/** The words of a name in plain Latin small letters: apostrophes join, hyphens and blanks part. */
export const nameWords: (name: string) => readonly string[] = remembered((name) => {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/[\p{M}'’‘`´]/gu, '');
  const latin = Array.from(plain, (letter) => LETTERS[letter] ?? letter).join('');
  return latin.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
});

/** The words without articles and particles, unless nothing else is there. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !PARTICLES.has(word));
  return telling.length === 0 ? words : telling;
}

/** What is left of a name once every way of writing a sound in Latin letters is the same; equal for Hussein and Husain. */
export const romanised: (word: string) => string = remembered((word) => SPELLINGS.reduce((text, [written, sound]) => text.replaceAll(written, sound), word));

/** Soundex (US National Archives) of the romanised name: vowels do not count, letters of one kind are one. */
export const soundOf: (word: string) => string = remembered((word) => {
  const [first = '', ...rest] = romanised(word);
  let [sound, last] = [first, SOUNDEX[first] ?? ''];
  for (const letter of rest) {
    const code = SOUNDEX[letter] ?? '';
    sound += code === last ? '' : code;
    last = letter === 'h' ? last : code;
  }
  return sound.slice(0, 5);
});
