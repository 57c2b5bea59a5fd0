import type { Interval } from '../interval/interval.ts';
import { hoursBetween, type Span } from '../interval/compare-intervals.ts';
import { inDaysAndHours } from '../interval/in-days-and-hours.ts';
import type { AbsenceKind } from '../observation/observation.ts';

/** How long a child has been missing: the least and the most it can be, in hours; a date-only start gives a range. */
export interface HoursMissing {
  readonly least: number;
  readonly most: number;
}

/** How far an episode has come; a status that is null is not for the reader. */
interface Course {
  readonly status: AbsenceKind | 'LOCATED' | 'RETURNED' | null;
  readonly located: Span | null;
  readonly back: Span | null;
}

/**
 * What has ended that a child is missing; null: no source says when. Missing is whose whereabouts are not known: who is
 * located is missing no more though not back, and who is missed again is missing still.
 */
export function endsOfMissing({ status, located, back }: Course): (Span | null)[] {
  if (status === 'MISSING' || status === 'AWAY') {
    return [];
  }
  const stated = [located, back].filter((end) => end !== null);
  const untimed = (status === 'LOCATED' && located === null) || (status === 'RETURNED' && back === null);
  return untimed ? [...stated, null] : stated;
}

/** Hours between a stated start and `now` (epoch ms), or what ended it before then, never negative; null when no source states a start. */
export function hoursMissing(since: Span | null, now: number, ends: readonly (Span | null)[] = []): HoursMissing | null {
  if (since === null) {
    return null;
  }
  // An end before the start is a slip of somebody's: when it was, nobody can tell.
  const timed = ends.filter((end) => end !== null && end.until >= since.from);
  const first = (of: 'from' | 'until'): number => Math.min(now, ...timed.flatMap((end) => end?.[of] ?? []));
  const { least, most } = hoursBetween(since, { from: first('from'), until: first('until') });
  return { least: timed.length < ends.length ? 0 : Math.max(0, least), most: Math.max(0, most) };
}

/** Says how long, and says so when only the day is known: `between 1 day and 2 days (only the day is known)`. */
export function hoursInWords(hours: HoursMissing | null, precision: Interval['precision'] | null): string {
  if (hours === null) {
    return 'for a time no source states';
  }
  const most = inDaysAndHours(hours.most);
  if (precision !== 'DATE') {
    return `for ${most}`;
  }
  const least = inDaysAndHours(hours.least);
  return `between ${least} and ${most} (only the day is known)`;
}
