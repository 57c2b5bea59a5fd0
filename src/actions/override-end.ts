import { HubError } from '../domain/errors.ts';
import { DAY } from '../domain/interval/durations.ts';
import { isoTime } from './given.ts';

/** An override is for an immediate concern: it ends by itself, after seven days at the latest. */
const LONGEST = 7 * DAY;

/** When a safeguarding override ends; a time in the future, at most seven days ahead. */
export function overrideEnd(until: string, now: number): number {
  const read = isoTime(until);
  const end = read === null || read.precision === 'DATE' ? null : read.from;
  if (end === null || end <= now || end > now + LONGEST) {
    throw new HubError('BAD_INPUT', '"until" must be a time in the next seven days, such as 2026-04-30T09:00:00Z.');
  }
  return end;
}
