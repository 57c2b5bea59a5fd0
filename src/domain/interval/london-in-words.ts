import { DateTime, IANAZone } from 'luxon';
import { HOUR } from './durations.ts';

const LONDON = IANAZone.create('Europe/London');

/**
 * A moment as London's clock shows it to somebody who reads it now: `18:00 today`, `09:30 on Tue 10 Mar`, `the end of
 * tomorrow` for the last moment of a day. In the hour that autumn repeats it says which of the two.
 */
export function londonInWords(moment: number, now: number): string {
  const shown = DateTime.fromMillis(moment, { zone: LONDON }).setLocale('en-GB');
  const day = dayInWords(shown, DateTime.fromMillis(now, { zone: LONDON }));
  if (moment === shown.endOf('day').toMillis()) {
    return `the end of ${day.replace(/^on /, '')}`;
  }
  const twice = [-HOUR, HOUR].some((other) => clockOf(DateTime.fromMillis(moment + other, { zone: LONDON })) === clockOf(shown));
  return `${clockOf(shown)}${twice ? ` ${shown.offset === 0 ? 'GMT' : 'BST'}` : ''} ${day}`;
}

function clockOf(shown: DateTime): string {
  return shown.toFormat('HH:mm');
}

function dayInWords(shown: DateTime, now: DateTime): string {
  const days = Math.round(shown.startOf('day').diff(now.startOf('day'), 'days').days);
  const near = new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]).get(days);
  return near ?? `on ${shown.toFormat(shown.year === now.year ? 'ccc d LLL' : 'ccc d LLL yyyy')}`;
}
