/** Texts and times as files hold them: what renderers share. */
import { DateTime } from 'luxon';
import type { Interval } from '../domain/interval/interval.ts';
import { readDateTime } from '../domain/observation/source-time.ts';
import { cannotSay } from './render-contract-matter.ts';
import { LONDON } from '../domain/interval/london.ts';

/** How a format reads a time. */
export type ReadTime = (text: string) => Interval | null;

const LOCAL = ['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.SSS"];

/** Without the characters that no text file may hold: controls but for tab and line breaks, halves of a pair, and what is no character. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/gu, '').trim();
}

/** A key as it is: one that a file cannot hold, or that would be read as another, names nothing. */
export function plainKey(key: string, isOf: (key: string) => boolean = () => true): string {
  if (key.length > 200 || plainText(key) !== key || key === '' || !isOf(key)) {
    throw cannotSay('A record has a key that this format cannot hold.');
  }
  return key;
}

/** A time so that the format reads the same stretch in it: as its source wrote it, else on London's clocks, else as UTC. Null where none does, as for a time known only to lie between two others. */
export function timeText(time: Interval, read: ReadTime = readDateTime): string | null {
  const isSame = (text: string): boolean => {
    const again = read(text);
    return again !== null && again.from === time.from && again.until === time.until && again.precision === time.precision;
  };
  const start = DateTime.fromMillis(time.from, { zone: LONDON });
  const utc = start.toUTC();
  const written = [...LOCAL.map((form) => start.toFormat(form)), ...LOCAL.slice(1).map((form) => `${utc.toFormat(form)}Z`)];
  return [time.text, ...written].find(isSame) ?? null;
}

/** A time without which the record says nothing. */
export function neededTime(time: Interval, read: ReadTime = readDateTime): string {
  const text = timeText(time, read);
  if (text === null) {
    throw cannotSay('A time is known only to lie between two others, and this format holds moments and days.');
  }
  return text;
}

/** The time where it is stated and the format can hold it. */
export function statedTime(time: Interval | null | undefined, read: ReadTime = readDateTime): string | null {
  return time === null || time === undefined ? null : timeText(time, read);
}
