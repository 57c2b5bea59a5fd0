import type { Chance } from '../bench/matching/seeded.ts';
import type { Outcome } from '../adapters/read-sample.ts';

/** Whose story a copy of a sample tells: an invented child other than the sample's. */
export interface Somebody {
  readonly number: number;
  /** All dates of the story move by so many days. */
  readonly days: number;
}

/** What of an adapter's samples names somebody: keys and numbers, and names; as the bytes of a file have them, one character a byte. */
export interface Named {
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/** What the samples of one adapter name, by what they are expected to give. */
export function namedIn(outcomes: readonly Pick<Outcome, 'observations'>[]): Named {
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const { subjectKey, record, payload } of outcomes.flatMap(({ observations }) => observations)) {
    [subjectKey, record.key].flatMap((key) => [key, ...key.split(/[\s:|/]/)]).filter((key) => /\d/.test(key) && key.length > 1).forEach((key) => keys.add(key));
    const said = payload as { readonly givenName?: unknown; readonly familyName?: unknown };
    [said.givenName, said.familyName].filter((name) => typeof name === 'string').forEach((name) => names.add(name));
  }
  const written = [...names].flatMap((name) => [Buffer.from(name, 'utf8').toString('latin1'), name, name.replaceAll("'", '&apos;')]);
  return { keys: longestFirst([...keys]), names: longestFirst(written) };
}

/** A sample's text, one character a byte, as if told of somebody else at another time. */
export function varySample(text: string, { keys, names }: Named, somebody: Somebody): string {
  const other = String(somebody.number).padStart(5, '0');
  return text
    .replace(/(\d{4})-(\d\d)-(\d\d)(?!\d)/g, (date) => moved(date.split('-'), somebody.days)?.join('-') ?? date)
    .replace(/(\d\d)\/(\d\d)\/(\d{4})(?!\d)/g, (date) => moved(date.split('/').reverse(), somebody.days)?.reverse().join('/') ?? date)
    .replace(/(?<!\w)999\d{7}(?!\w)/g, nhsNumber(somebody.number))
    .replace(/(?<!\w)[A-Z]\d{12}(?!\w)/g, upn(somebody.number))
    .replace(wordsOf(keys), (key) => `${key}${other}`)
    .replace(wordsOf(names), (name) => nameOf(name, somebody.number));
}

function wordsOf(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length === 0 ? /(?!)/g : new RegExp(`(?<![\\w.:/-])(?:${escaped.join('|')})(?![\\w:/-])`, 'g');
}

function longestFirst(words: readonly string[]): string[] {
  return [...new Set(words)].sort((one, other) => other.length - one.length);
}

/** Null for a day the calendar does not have. */
function moved([year = '', month = '', day = '']: readonly string[], days: number): string[] | null {
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) {
    return null;
  }
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10).split('-');
}

const BEGIN = ['Ba', 'Ce', 'Dri', 'Fo', 'Gu', 'Hel', 'Jo', 'Ka', 'Lum', 'Mi', 'Nor', 'Pel', 'Qui', 'Ros', 'Tam', 'Vi', 'Wen', 'Yar', 'Zo'];
const MIDDLE = ['ba', 'cki', 'dro', 'fe', 'gul', 'ha', 'jin', 'ko', 'lam', 'mer', 'nil', 'po', 'ras', 'sto', 'tup', 'vel', 'wi', 'xa', 'zed'];

/** The same name of the same child is the same in whatever sample of whichever system. */
function nameOf(name: string, number: number): string {
  const mixed = Math.imul((number + 1) * 31 + Array.from(name).reduce((sum, letter) => sum * 33 + letter.charCodeAt(0), 7) % 65_521, 2_654_435_761) >>> 0;
  const part = (from: readonly string[], step: number): string => from[Math.floor(mixed / 19 ** step) % from.length] ?? '';
  return `${part(BEGIN, 0)}${part(MIDDLE, 1)}${part(MIDDLE, 2)}${part(MIDDLE, 3)}`;
}

/** A number of the range that is given to nobody, with its check digit. */
function nhsNumber(number: number): string {
  for (let digits = 999_000_000 + number; ; digits += 100_000) {
    const sum = Array.from(String(digits)).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) {
      return `${String(digits)}${String(check)}`;
    }
  }
}

function upn(number: number): string {
  const digits = `99912600${String(number).padStart(4, '0')}`.slice(0, 12);
  const sum = Array.from(digits).reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] ?? ''}${digits}`;
}

/** The same things in an order that chance makes. */
export function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = things.map((thing) => ({ thing, place: chance.next() }));
  return order.sort((one, other) => one.place - other.place).map(({ thing }) => thing);
}
