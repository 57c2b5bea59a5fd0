import { HOUR, MINUTE } from '../interval/durations.ts';

/** Our figures: half a minute after the first try, twice as long after each further one, never above an hour. */
const FIRST_WAIT = MINUTE / 2;
const LONGEST_WAIT = HOUR;
/** Our figure: thirty tries take about a day, within the 72 hours of an interview; then a person has to look. */
export const MOST_TRIES = 30;
/** A fifth either way, so that what failed together does not come back together. */
const SPREAD = 0.2;

/** How many milliseconds to wait after the n-th try came to nothing; `jitter` is a fraction from 0 to 1, drawn by the caller. */
export function waitAfter(tries: number, jitter: number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, tries - 1));
  return Math.round(wait * (1 - SPREAD + 2 * SPREAD * jitter));
}

/** Whether that was the last try the hub makes by itself. */
export function isLastTry(tries: number): boolean {
  return tries >= MOST_TRIES;
}
