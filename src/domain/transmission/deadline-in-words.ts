import { CANNOT_TELL } from '../clocks/read-clock.ts';
import { HOUR } from '../interval/durations.ts';
import { inWords } from '../interval/in-days-and-hours.ts';
import { untilInWords } from '../interval/london-in-words.ts';
import { NO_DEADLINE, type DeadlineReading } from './transmission-deadline.ts';

/** Says how the time for sending a result stands, on London's clock; the agreement's own words are shown as they are. */
export function deadlineInWords(reading: DeadlineReading, now: number): string {
  switch (reading.state) {
    case 'ON_TIME':
      return 'result received on time';
    case 'DUE':
      return `result due in ${inWords((reading.at.first - now) / HOUR)}${reading.at.last > reading.at.first ? ' at the earliest' : ''} (by ${untilInWords(reading.at.last, now)})`;
    case 'LATE':
      return `result late by ${inWords(reading.by.least)}${reading.by.most - reading.by.least >= 1 ? ' at least' : ''}`;
    case 'CANNOT_TELL':
      return `result: cannot tell (${why(reading)})`;
  }
}

function why(reading: Extract<DeadlineReading, { readonly state: 'CANNOT_TELL' }>): string {
  if (!('words' in reading)) {
    return CANNOT_TELL[reading.why];
  }
  return reading.words === null ? NO_DEADLINE[reading.why] : `${NO_DEADLINE[reading.why]}: "${reading.words}"`;
}
