import { DateTime } from 'luxon';
import { LONDON } from './london.ts';


/** Nine o'clock in London on the day after this instant, when those come in who are told the next day. */
export function nextMorning(now: number): number {
  return DateTime.fromMillis(now, { zone: LONDON }).plus({ days: 1 }).startOf('day').set({ hour: 9 }).toMillis();
}
