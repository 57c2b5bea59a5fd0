import { DateTime } from 'luxon';
import type { Figure, FigureValue, Practice } from '../authority/practice.ts';
import { momentsOf, type Moments } from '../clocks/moments.ts';
import { limitOf } from '../clocks/read-clock.ts';
import { inCoreHours, type CoreHours } from '../clocks/working-time.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { AttemptPayload } from '../observation/observation.ts';
import { countsFor } from './after-the-return.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';
import { LONDON } from '../interval/london.ts';

type Attempt = Pick<AttemptPayload, 'coreHours'> & { readonly at: Span };
type AttemptsRule = Figure<FigureValue<'attempts'>>;

/** How far the tries at reaching a child go towards the practice's minimum. */
export interface AttemptsDone {
  /** Tries that can have been in the window. */
  readonly counted: number;
  /** Until when tries go on; null: the practice says nothing, or it cannot be told. */
  readonly windowEnds: Moments | null;
  readonly lacks: readonly PracticeWarning[];
}

/** When the days of trying began, null where nobody says, and the present moment. */
interface AttemptsAt {
  readonly start: Moments | null;
  /** When the child came back: a try that was surely over before, or is still to come, counts for nothing. */
  readonly returned: readonly (Span | null)[];
  readonly now: number;
}

/** Somerset 4.5: at least three tries, at different times, one outside core hours, up to five working days. Silent practice: nothing lacks. */
export function attemptsDone(attempts: readonly Attempt[], practice: Pick<Practice, 'clocks' | 'figures'>, { start, returned, now }: AttemptsAt): AttemptsDone {
  const core = practice.figures.coreHours?.value ?? null;
  const windowEnds = windowOf(practice.clocks, start, core);
  const counted = attempts.filter(({ at }) => (windowEnds === null || at.from <= windowEnds.last) && countsFor(at, returned, now));
  const rule = practice.figures.attempts;
  if (rule === null) {
    return { counted: counted.length, windowEnds, lacks: [] };
  }
  const sure = counted.filter(({ at }) => windowEnds === null || momentsOf(at).last <= windowEnds.first).length;
  const tooFew = sure < rule.value.atLeast ? [practiceWarning('ATTEMPTS_TOO_FEW', rule, counted.length >= rule.value.atLeast)] : [];
  const over = tooFew.length > 0 && windowEnds !== null && now > windowEnds.last ? [practiceWarning('ATTEMPTS_WINDOW_OVER', rule)] : [];
  return { counted: counted.length, windowEnds, lacks: [...tooFew, ...atOneTime(counted, rule), ...inCoreHoursOnly(counted, rule, core), ...over] };
}

function windowOf(clocks: Practice['clocks'], start: Moments | null, core: CoreHours | null): Moments | null {
  const clock = clocks.find(({ id }) => id === 'ATTEMPTS');
  const limit = clock === undefined || start === null ? null : limitOf(clock, start, core);
  return typeof limit === 'string' ? null : limit;
}

function atOneTime(attempts: readonly Attempt[], rule: AttemptsRule): PracticeWarning[] {
  const parts = attempts.map(({ at }) => partOfDay(momentsOf(at)));
  const known = new Set(parts.filter((part) => part !== null));
  if (!rule.value.differentTimes || known.size > 1) {
    return [];
  }
  return [practiceWarning('ATTEMPTS_AT_ONE_TIME_OF_DAY', rule, parts.length > 1 && parts.includes(null))];
}

/** Morning from six, afternoon from noon, evening and night from five (our reading of "different times"); null where it can be either. */
function partOfDay({ first, last }: Moments): 'MORNING' | 'AFTERNOON' | 'NIGHT' | null {
  const [from, until] = [first, last].map(partAt);
  return from === until && last - first < WHOLE_PART ? (from ?? null) : null;
}

/** No part of the day is as long as this, but the night. */
const WHOLE_PART = 13 * 3_600_000;

function partAt(moment: number): 'MORNING' | 'AFTERNOON' | 'NIGHT' {
  const { hour } = DateTime.fromMillis(moment, { zone: LONDON });
  if (hour < 6 || hour >= 17) {
    return 'NIGHT';
  }
  return hour < 12 ? 'MORNING' : 'AFTERNOON';
}

function inCoreHoursOnly(attempts: readonly Attempt[], rule: AttemptsRule, core: CoreHours | null): PracticeWarning[] {
  const inside = attempts.map((attempt) => isInCoreHours(attempt, core));
  const sure = inside.filter((one) => one === false).length;
  const perhaps = sure + inside.filter((one) => one === null).length;
  const needed = rule.value.outsideCoreHours;
  return sure < needed ? [practiceWarning('ATTEMPTS_IN_CORE_HOURS_ONLY', rule, perhaps >= needed)] : [];
}

/** As the worker said; else by the time, where the practice says when core hours are. */
function isInCoreHours({ at, coreHours }: Attempt, core: CoreHours | null): boolean | null {
  if (coreHours !== 'NOT_SAID') {
    return coreHours === 'YES';
  }
  return core === null ? null : inCoreHours(at, core);
}
