import { DateTime } from 'luxon';
import { DAY, HOUR, MINUTE } from './durations.ts';
import { LONDON } from './london.ts';

const NEAR = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/**
 * A moment as London's clock shows it to somebody who reads it now: `18:00 today`, `09:30 on Tue 10 Mar`, `the end of
 * tomorrow` for the last moment of a day. In the hour that autumn repeats it says which of the two.
 */
export function londonInWords(moment: number, now: number): string {
  const day = dayInWords(moment, now);
  if (dayOf(moment + 1) !== dayOf(moment)) {
    return `the end of ${day.replace(/^on /, '')}`;
  }
  return `${clockOf(moment)}${isShownTwice(moment) ? ` ${LONDON.offset(moment) === 0 ? 'GMT' : 'BST'}` : ''} ${day}`;
}

/** The same of a moment until which something lasts: midnight is the end of the day before. */
export function untilInWords(moment: number, now: number): string {
  return londonInWords(shownAt(moment) % DAY === 0 ? moment - 1 : moment, now);
}

/** What London's clock and calendar show, as if it were UTC. */
function shownAt(moment: number): number {
  return moment + LONDON.offset(moment) * MINUTE;
}

function dayOf(moment: number): number {
  return Math.floor(shownAt(moment) / DAY);
}

function clockOf(moment: number): string {
  return new Date(shownAt(moment)).toISOString().slice(11, 16);
}

function isShownTwice(moment: number): boolean {
  return [-HOUR, HOUR].some((other) => shownAt(moment + other) === shownAt(moment));
}

function dayInWords(moment: number, now: number): string {
  const near = NEAR.get(dayOf(moment) - dayOf(now));
  if (near !== undefined) {
    return near;
  }
  const shown = DateTime.fromMillis(moment, { zone: LONDON, locale: 'en-GB' });
  return `on ${shown.toFormat(shown.year === new Date(shownAt(now)).getUTCFullYear() ? 'ccc d LLL' : 'ccc d LLL yyyy')}`;
}
