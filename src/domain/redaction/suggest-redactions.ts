import { findAboutRecipient } from './find-about-recipient.ts';
import { findCapitals } from './find-capitals.ts';
import { findKnown } from './find-known.ts';
import { findPatterns } from './find-patterns.ts';
import { wordsThatStay } from './known-forms.ts';
import type { Found, Network, RedactionKind, TextFor } from './network.ts';
import { placedReadings } from './placed-words.ts';

/** One passage that may have to go, and what would stand in its place. */
export interface Suggestion {
  readonly from: number;
  readonly until: number;
  readonly kind: RedactionKind;
  readonly why: Found['why'];
  /** `[person 1]`: the same one bears the same number throughout a text. */
  readonly token: string;
}

const TOKEN_WORDS: Readonly<Record<RedactionKind, string>> = {
  PERSON: 'person', PLACE: 'place', PHONE: 'number', VEHICLE: 'vehicle', SOCIAL_MEDIA: 'account', SCHOOL: 'school', ABOUT_RECIPIENT: 'passage', OTHER: 'detail',
};
/** What the hub knows goes before what is told by its shape, and that before what only sounds like a name. */
const WEAKNESS: Readonly<Record<Found['why'], number>> = { KNOWN: 0, PATTERN: 1, LANGUAGE: 2 };
const INITIALS_BEFORE = /(?<![\p{L}\p{N}])(?:\p{Lu}\.\s?){1,2}$/u;
/** "I" behind a name is somebody else, and "A" an article. */
const INITIAL_BEHIND = /^\s(?![IA]\s)\p{Lu}(?![\p{L}\p{N}'’])(?:-\p{Lu}(?!\p{L}))?\.?/u;
/** Names that are months as well, and the day before one. */
const MONTHS: ReadonlySet<string> = new Set(['april', 'may', 'june', 'august']);
const DAY_BEFORE = /(?<!\d)[0-3]?\d(?:st|nd|rd|th)?\s(?:of\s)?$/u;
/** As many letters as an initial and what stands about it. */
const NEAR = 8;

/** For whom a text is looked through, and by what. */
interface Suggesting {
  readonly network: Network;
  readonly to: TextFor;
  readonly hear: (text: string) => Found[];
  /** What the authorities and forces are called: where somebody is, and nobody's name. */
  readonly areas?: readonly string[];
}

/**
 * What a person who redacts this text for this recipient should look at: what the hub knows, what is written like a
 * number, plate or address, what sounds like a name, and what is said of the recipient. Software suggests; a trained
 * person decides. `hear` listens for names by the language of the text.
 */
export function suggestRedactions(text: string, by: Suggesting): Suggestion[] {
  return numbered(joined(text, apart([...findAboutRecipient(text, by.to), ...whoAndWhat(text, by)])));
}

/**
 * The same for whoever is asked which of it may stand: a sentence about those who read it does not swallow whom and what
 * else it names, each of which is a passage by itself.
 */
export function passagesToLookAt(text: string, by: Suggesting): Suggestion[] {
  const named = joined(text, apart(whoAndWhat(text, by)));
  return numbered([...named, ...findAboutRecipient(text, by.to)].toSorted((one, other) => one.from - other.from || one.until - other.until));
}

/** Everything in a text that may tell who or where somebody is, the surest first. */
function whoAndWhat(text: string, { network, to, hear, areas = [] }: Suggesting): Found[] {
  const stays = wordsThatStay(network.child, to);
  const guessed = [...findPatterns(text), ...findCapitals(text), ...hear(text)].filter((found) => !isAllOf(stays, text.slice(found.from, found.until)) && !isMonth(text, found)).map((one) => asArea(text, one, areas));
  const found = [...findKnown(text, network, { to, loose: true }), ...guessed].sort(strongest);
  return found.map((one) => withInitials(text, one));
}

/** Two parts of one name are one passage. */
function joined(text: string, found: readonly Found[]): Found[] {
  return found.reduce<Found[]>((row, one) => {
    const last = row.at(-1);
    const isOne = last?.who === one.who && last.kind === one.kind && /^[\s-]$/u.test(text.slice(last.until, one.from));
    return isOne ? [...row.slice(0, -1), { ...last, until: one.until }] : [...row, one];
  }, []);
}

/** A name with the initial before or behind it: "Jayden M.", "V. Amadi". */
function withInitials(text: string, found: Found): Found {
  if (found.kind !== 'PERSON') {
    return found;
  }
  const before = INITIALS_BEFORE.exec(text.slice(Math.max(0, found.from - NEAR), found.from))?.[0] ?? '';
  const behind = INITIAL_BEHIND.exec(text.slice(found.until, found.until + NEAR))?.[0] ?? '';
  return { ...found, from: found.from - before.length, until: found.until + behind.length };
}

/** Says the passage nothing but what the child or the recipient is called? */
function isAllOf(stays: ReadonlySet<string>, passage: string): boolean {
  const [words] = placedReadings(passage);
  return words.length > 0 && words.every(({ foldings }) => foldings.some((folding) => stays.has(folding)));
}

/** "On 12 May" somebody did something, and it was not May. */
function isMonth(text: string, { from, until }: Found): boolean {
  return MONTHS.has(text.slice(from, until).toLowerCase()) && DAY_BEFORE.test(text.slice(Math.max(0, from - NEAR), from));
}

/** What is taken for a name, and is what an authority is called, tells a place. */
function asArea(text: string, found: Found, areas: readonly string[]): Found {
  const passage = text.slice(found.from, found.until);
  const isArea = found.kind === 'PERSON' && areas.some((area) => isAllOf(new Set(placedReadings(area)[0].flatMap(({ foldings }) => foldings)), passage));
  return isArea ? { ...found, kind: 'PLACE' } : found;
}

function strongest(one: Found, other: Found): number {
  return WEAKNESS[one.why] - WEAKNESS[other.why] || other.until - other.from - (one.until - one.from) || one.from - other.from;
}

/** Passages that overlap are one, for what the first of them was taken for. */
export function apart(found: readonly Found[]): Found[] {
  let kept: Found[] = [];
  for (const one of found) {
    const met = kept.filter(({ from, until }) => one.from < until && from < one.until);
    const all = [...met, one];
    const whole = { ...(met[0] ?? one), from: Math.min(...all.map(({ from }) => from)), until: Math.max(...all.map(({ until }) => until)) };
    kept = [...kept.filter((other) => !met.includes(other)), whole];
  }
  return kept.sort((one, other) => one.from - other.from);
}

function numbered(found: readonly Found[]): Suggestion[] {
  const numbers = new Map<string, Map<string, number>>();
  return found.map(({ from, until, kind, why, who }) => {
    const ofKind = numbers.get(kind) ?? new Map<string, number>();
    numbers.set(kind, ofKind.set(who, ofKind.get(who) ?? ofKind.size + 1));
    return { from, until, kind, why, token: `[${TOKEN_WORDS[kind]} ${String(ofKind.get(who))}]` };
  });
}
