import { HubError } from '../domain/errors.ts';
import { DAY, MINUTE } from '../domain/interval/durations.ts';
import type { Interval } from '../domain/interval/interval.ts';
import { dateInterval, dateTimeInterval } from '../domain/interval/london-interval.ts';
import { canonicalInstant } from '../domain/observation/source-time.ts';

/** What a client may leave out. */
export type Given<T> = T | null | undefined;

const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 500;
const LONGEST_ENTRY = 200;
const MOST_ENTRIES = 50;
/** The clocks of phones and desks differ by minutes. */
const FAST_CLOCK = 5 * MINUTE;
/** A machine's character that no keyboard writes into a text, line ends and tabs apart; and half a character. */
const NO_TEXT = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/** Refuses a text or a list that is too long, and characters that are no text; says where, and never what stood there. */
export function checkTexts(value: unknown, where = ''): void {
  if (typeof value === 'string') {
    refuse(value.length > LONGEST_TEXT, where, `is longer than ${String(LONGEST_TEXT)} characters. Shorten it, or divide it between the questions.`);
    refuse(NO_TEXT.test(value), where, 'holds a character that is no text. Write it again without control characters.');
  } else if (Array.isArray(value)) {
    refuse(value.length > LONGEST_LIST, where, `has more than ${String(LONGEST_LIST)} entries. Leave some out.`);
    value.forEach((inner, place) => { checkTexts(inner, `${where}[${String(place)}]`); });
  } else if (typeof value === 'object' && value !== null) {
    Object.entries(value).forEach(([name, inner]) => { checkTexts(inner, where === '' ? name : `${where}.${name}`); });
  }
}

function refuse(when: boolean, where: string, why: string): void {
  if (when) {
    throw new HubError('BAD_INPUT', `"${where}" ${why}`);
  }
}

/** Refuses more names, places or numbers than people look through, and one that is a story; `of` is what in an entry it is. */
export function checkEntries(entries: readonly string[], where: string, of = ''): void {
  refuse(entries.length > MOST_ENTRIES, where, `has ${String(entries.length)} entries, and ${String(MOST_ENTRIES)} are the most. Leave some out, or tell of them in a text.`);
  entries.forEach((entry, place) => {
    const tooLong = `is ${String(entry.length)} characters long, and ${String(LONGEST_ENTRY)} are the most. Write only the name, place or number here, and the rest in a text.`;
    refuse(entry.length > LONGEST_ENTRY, `${where}[${String(place)}]${of}`, tooLong);
  });
}

/** A text that must say something. */
export function requiredText(value: Given<string>, where: string): string {
  const text = value?.trim() ?? '';
  refuse(text === '', where, 'is empty. Say it in words.');
  return text;
}

/** A text that may be left out; nothing but spaces is left out. */
export function optionalText(value: Given<string>): string | null {
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}

/** When something happened: a date or a time that has come, or is at most a day ahead. */
export function happenedAt(text: string, where: string, now: number): Interval {
  const read = time(text, where);
  refuse(read.from > now + DAY, where, 'lies more than a day ahead. Say when it happened.');
  return read;
}

/** The same, where left out: now. */
export function happenedAtOrNow(text: Given<string>, where: string, now: number): Interval {
  return happenedAt(optionalText(text) ?? canonicalInstant(now), where, now);
}

/** When something happened that is over: a date or a time that has come, now where a device's clock is a little fast; null where it is left out. */
export function pastAt(text: Given<string>, where: string, now: number): Interval | null {
  return comeBy(text, where, { now, latest: now + FAST_CLOCK });
}

/** The same of what is kept however fast a clock is: up to a day ahead is now. */
export function comeAt(text: Given<string>, where: string, now: number): Interval | null {
  return comeBy(text, where, { now, latest: now + DAY });
}

/** Whether a time lies further ahead than a device's clock is fast. */
export function liesAhead(text: Given<string>, now: number): boolean {
  return (isoTime(text ?? '')?.from ?? now) > now + FAST_CLOCK;
}

function comeBy(text: Given<string>, where: string, { now, latest }: { readonly now: number; readonly latest: number }): Interval | null {
  const given = optionalText(text);
  const read = given === null ? null : time(given, where);
  if (read === null || read.from <= now) {
    return read;
  }
  refuse(read.from > latest, where, 'has not come yet. Say when it happened, or leave it out while nobody knows; if your own clock says that it has come, set it right.');
  return time(canonicalInstant(now), where);
}

/** The texts that were given, by name; what is left out is not said. */
export function textsGiven<N extends string>(input: Readonly<Partial<Record<N, Given<string>>>>, names: readonly N[]): Partial<Record<N, string>> {
  const given = names.flatMap((name) => {
    const text = optionalText(input[name]);
    return text === null ? [] : [[name, text] as const];
  });
  // Only the names that were asked for, each with its text.
  return Object.fromEntries(given) as Partial<Record<N, string>>;
}

/** By when something is to be done: a time that is to come, of a date its end; epoch milliseconds. */
export function dueAt(text: string, where: string, now: number): number {
  const read = time(text.trim(), where);
  const due = read.precision === 'DATE' ? read.until : read.from;
  refuse(due <= now, where, 'is over already. Say by when it is to be done.');
  return due;
}

/** A date of the calendar as ISO writes it; null where it is left out. */
export function isoDay(text: Given<string>, where: string): string | null {
  const given = optionalText(text);
  refuse(given !== null && !(ISO.test(given) && dateInterval(given) !== null), where, 'is no date. Write it as 2026-04-30.');
  return given;
}

/** From and until of a standing, `[from, until)`: from now where no beginning is given, open where no end is; a date's end is its midnight. */
export function stretchGiven({ from, until }: { readonly from?: Given<string>; readonly until?: Given<string> }, now: number): { from: number; until: number | null } {
  const beginning = optionalText(from);
  const ending = optionalText(until);
  const began = beginning === null ? now : time(beginning, 'from').from;
  const end = ending === null ? null : time(ending, 'until');
  const ends = end && (end.precision === 'DATE' ? end.until : end.from);
  refuse(ends !== null && ends <= began, 'until', 'is not after "from". Mend one of them.');
  return { from: began, until: ends };
}

/** A year first: 03/04 is the third of April here and the fourth of March elsewhere. */
const ISO = /^\d{4}-/;

/** A date or a time as ISO writes them; null where a text is none. */
export function isoTime(text: string): Interval | null {
  return ISO.test(text.trim()) ? (dateTimeInterval(text) ?? dateInterval(text)) : null;
}

function time(text: string, where: string): Interval {
  const read = isoTime(text);
  if (read === null) {
    throw new HubError('BAD_INPUT', `"${where}" is no date or time. Write it as 2026-04-30 or 2026-04-30T18:05.`);
  }
  return read;
}
