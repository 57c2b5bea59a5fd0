import { HOUR } from '../interval/durations.ts';
import { inWords } from '../interval/in-days-and-hours.ts';
import { londonInWords, untilInWords } from '../interval/london-in-words.ts';
import { clockNameWithAim, EVENT_NAMES } from './clock-names.ts';
import type { Clock } from './clock.ts';
import type { Moments } from './moments.ts';
import { CANNOT_TELL, type CannotTell, type ClockReading } from './read-clock.ts';
import { WHO_RECORDS } from './who-records.ts';

/** A clock as a coordinator reads it at a glance, and by which rule it runs. */
export interface ClockInWords {
  readonly name: string;
  /** How it stands: `interview due in 5 hours (by 18:00 today)`. */
  readonly words: string;
  /** Authority and paragraph. */
  readonly source: string;
  /** What the text leaves open, and how it is read here; null: nothing. */
  readonly flag: string | null;
}

const MINUTE = HOUR / 60;
/** The hour that autumn repeats is two; a longer stretch is a day, of which autumn has one of 25 hours, or today until now. */
const REPEATED_HOUR = 2 * HOUR;
const LONGEST_DAY = 25 * HOUR;

/** Says how a clock stands, on London's clock; an aim is called one. */
export function clockInWords(clock: Clock, reading: ClockReading, now: number): ClockInWords {
  const name = clockNameWithAim(clock);
  return { name, words: `${name}${standing(clock, reading, now)}`, source: clock.source, flag: clock.flag };
}

function standing(clock: Clock, reading: ClockReading, now: number): string {
  switch (reading.state) {
    case 'ON_TIME':
      return reading.undone === true ? ` not needed: the child was ${endInWords(clock)} before its time was over` : ' on time';
    case 'DUE':
      return ` ${dueInWords(clock, reading.at, now)}`;
    case 'LATE':
      return reading.undone === true ? ` not held: its time was over ${lateInWords(reading.by)} before the child was ${endInWords(clock)}` : ` late by ${lateInWords(reading.by)}`;
    case 'CANNOT_TELL':
      return `: cannot tell ${doubtInWords(clock, reading, now)}`;
  }
}

/** What ended the need for something that is asked for while a child is missing. */
function endInWords({ againUntil }: Clock): string {
  return againUntil === null ? 'located or back' : 'located and visited';
}

function dueInWords(clock: Clock, at: Moments, now: number): string {
  const left = inWords((at.first - now) / HOUR);
  return isOne(at) ? `due in ${left} (by ${untilInWords(at.first, now)})` : `due in ${left} at the earliest (${between(at, now)}: ${startInDoubt(clock, at)})`;
}

function lateInWords({ least, most }: { readonly least: number; readonly most: number }): string {
  const [from, until] = [least, most].map(inWords);
  return (most - least) * HOUR < MINUTE || from === until ? String(from) : `between ${String(from)} and ${String(until)}`;
}

function doubtInWords(clock: Clock, { why, limit }: { readonly why: CannotTell; readonly limit: Moments | null }, now: number): string {
  if (limit === null) {
    return `(${CANNOT_TELL[why]}${toldBy(clock, why)})`;
  }
  const limitInWords = isOne(limit) ? `the limit is ${untilInWords(limit.first, now)}` : `the limit lies ${between(limit, now)}`;
  return `(${why === 'LIMIT_INSIDE' ? unsettled(clock, limit) : CANNOT_TELL[why]}${toldBy(clock, why)}); ${limitInWords}`;
}

/** Which event nobody tells the hub of, and who can. */
function toldBy({ start, stops }: Clock, why: CannotTell): string {
  const [stop] = stops;
  const event = why === 'STOP_NOT_TOLD' ? stop : why === 'NOT_STARTED' || why === 'START_NOT_TOLD' ? start : null;
  return event === null || event === undefined ? '' : `: the ${EVENT_NAMES[event]}; ${WHO_RECORDS[event]}`;
}

/** Whose time does not settle it: the start's, where the limit is a stretch; else that of what stops it. */
function unsettled(clock: Clock, limit: Moments): string {
  if (!isOne(limit)) {
    return startInDoubt(clock, limit);
  }
  const [stop, ...others] = clock.stops.map((event) => EVENT_NAMES[event]);
  return `the time of ${others.length === 0 ? `the ${String(stop)}` : 'what stops it'} is stated too broadly`;
}

function startInDoubt({ start }: Clock, { first, last }: Moments): string {
  const event = start === null ? 'start' : EVENT_NAMES[start];
  const length = last - first;
  return length > REPEATED_HOUR && length <= LONGEST_DAY ? `only the day of the ${event} is known` : `the time of the ${event} can mean more than one moment`;
}

function between({ first, last }: Moments, now: number): string {
  return `between ${londonInWords(first, now)} and ${londonInWords(last, now)}`;
}

/** A time that is stated by the minute is one moment to a reader. */
function isOne({ first, last }: Moments): boolean {
  return last - first < MINUTE;
}
