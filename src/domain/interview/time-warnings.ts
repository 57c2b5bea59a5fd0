import type { Practice } from '../authority/practice.ts';
import { STATUTORY_CLOCK, type Clock } from '../clocks/clock.ts';
import { sameDayVisit } from '../clocks/practice-clocks.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { isBeforeReturn } from './after-the-return.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';
import { isVisitBefore, stepPrecedes, type DatedStep, type Followed, type FollowedTimes } from './step-counts.ts';

/** A return that something is recorded of; `returnedAt` null: no source says when, or the child is not back. */
export interface ReturnAsked {
  readonly isBack: boolean;
  readonly returnedAt: Span | null;
}

/** A time that was given of something, the one it stands under, and of which returns. */
interface TimeAsked {
  readonly at: Span;
  /** Another one, where what was recorded before stands. */
  readonly stands?: Span;
  readonly returns: readonly ReturnAsked[];
  readonly now: number;
}

/** What the time of an interview, an offer or a try says against the statutory guidance, in which each follows the return: before it, or still to come. It is kept all the same. */
export function timeWarnings(of: 'INTERVIEW' | 'CONTACT', { at, stands = at, returns, now }: TimeAsked): PracticeWarning[] {
  const before = returns.some(({ isBack, returnedAt }) => isBack && isBeforeReturn(at, [returnedAt]));
  const open = returns.some(({ isBack }) => !isBack);
  return [
    ...(before || open ? [practiceWarning(of === 'INTERVIEW' ? 'INTERVIEW_BEFORE_RETURN' : 'BEFORE_RETURN', STATUTORY_CLOCK, !before)] : []),
    ...(at.from > now ? [practiceWarning(of === 'INTERVIEW' ? 'INTERVIEW_IN_FUTURE' : 'IN_FUTURE', STATUTORY_CLOCK)] : []),
    ...(stands.from === at.from && stands.until === at.until ? [] : [practiceWarning('EARLIER_TIME_STANDS', STATUTORY_CLOCK)]),
  ];
}

/** What a step of the return is recorded of, by whose practice, and when. */
export interface StepAsked {
  readonly times: FollowedTimes;
  readonly practice: Practice;
  readonly now: number;
}

/** The same of a step: it is surely before what it follows, as long as nobody says why, or still to come. Of an interview only where a clock of the practice runs from it. */
export function stepTimeWarnings(step: DatedStep, { times, practice, now }: StepAsked): PracticeWarning[] {
  const before = step.departs === true ? [] : stepPrecedes(step, times).flatMap((followed) => beforeWarning(followed, step, practice));
  const visitBefore = step.departs !== true && before.length === 0 && isVisitBefore(step, times.returned);
  return [
    ...before,
    ...(visitBefore ? [practiceWarning('VISIT_BEFORE_RETURN', sameDayVisit(practice))] : []),
    ...(step.at.from > now ? [practiceWarning('STEP_IN_FUTURE', STATUTORY_CLOCK)] : []),
  ];
}

function beforeWarning(followed: Followed, step: DatedStep, practice: Practice): PracticeWarning[] {
  const fromInterview = practice.clocks.find(({ start, stops }) => start === 'INTERVIEW_HELD' && stops.some((stop) => stop === step.step));
  const warnings = {
    missing: practiceWarning('STEP_BEFORE_MISSING', clockOf(step, practice)),
    located: practiceWarning('STEP_BEFORE_LOCATED', visitAsked(practice)),
    returned: practiceWarning('STEP_BEFORE_RETURN', STATUTORY_CLOCK),
    interviewed: fromInterview === undefined ? null : practiceWarning('STEP_BEFORE_INTERVIEW', fromInterview),
  };
  const warning = warnings[followed];
  return warning === null ? [] : [warning];
}

/** The clock of the practice that the step starts or stops; of any other the guidance, in which the missing comes first. */
function clockOf({ step }: DatedStep, { clocks }: Pick<Practice, 'clocks'>): Pick<Clock, 'source'> {
  return clocks.find(({ start, stops }) => [start, ...stops].some((event) => event === step)) ?? STATUTORY_CLOCK;
}

/** Who is located is visited before the meetings on strategy end (Somerset 5.2.2); elsewhere on the day of the return (Birmingham). */
function visitAsked(practice: Practice): Clock {
  return practice.clocks.find(({ againUntil }) => againUntil?.includes('VISITED') === true) ?? sameDayVisit(practice);
}
