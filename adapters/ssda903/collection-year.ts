import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';

const APRIL = 4;

/** The year of the return that this day lies in: 1 April to 31 March. */
function collectionYear(day: Interval): Interval | null {
  const [month, year] = day.text.split('/').slice(1).map(Number);
  if (month === undefined || year === undefined) {
    return null;
  }
  const first = month < APRIL ? year - 1 : year;
  const from = readDate(`01/04/${String(first)}`, 'dd/mm/yyyy');
  const until = readDate(`01/04/${String(first + 1)}`, 'dd/mm/yyyy');
  return from === null || until === null
    ? null
    : { from: from.from, until: until.from, text: `${String(first)}-${String(first + 1)}`, precision: 'DATE' };
}

/** The collection year of the latest of these days that is not after the extraction. */
export function latestYear(days: readonly Interval[], extractedAt: number): Interval | null {
  const past = days.filter((day) => day.from <= extractedAt);
  const latest = past.reduce<Interval | null>((found, day) => (found === null || day.from > found.from ? day : found), null);
  return latest === null ? null : collectionYear(latest);
}
