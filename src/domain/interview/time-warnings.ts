import type { Practice } from '../authority/practice.ts';
import { STATUTORY_CLOCK, type Clock } from '../clocks/clock.ts';
import { sameDayVisit } from '../clocks/practice-clocks.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { isBeforeReturn } from './after-the-return.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';
import { stepPrecedes, type DatedStep, type FollowedTimes } from './step-counts.ts';

/** A return that something is recorded of; `returnedAt` null: no source says when, or the child is not back. */
export interface ReturnAsked {
  readonly isBack: boolean;
  readonly returnedAt: Span | null;
}

/** What the time of an interview, an offer or a try says against the statutory guidance, in which each follows the return: before it, or still to come. It is kept all the same. */
export function timeWarnings(of: 'INTERVIEW' | 'CONTACT', { at, returns, now }: { readonly at: Span; readonly returns: readonly ReturnAsked[]; readonly now: number }): PracticeWarning[] {
  const before = returns.some(({ isBack, returnedAt }) => isBack && isBeforeReturn(at, [returnedAt]));
  const open = returns.some(({ isBack }) => !isBack);
  return [
    ...(before || open ? [practiceWarning(of === 'INTERVIEW' ? 'INTERVIEW_BEFORE_RETURN' : 'BEFORE_RETURN', STATUTORY_CLOCK, !before)] : []),
    ...(at.from > now ? [practiceWarning(of === 'INTERVIEW' ? 'INTERVIEW_IN_FUTURE' : 'IN_FUTURE', STATUTORY_CLOCK)] : []),
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
  const before = step.departs === true ? [] : stepPrecedes(step, times);
  const fromInterview = practice.clocks.find(({ start, stops }) => start === 'INTERVIEW_HELD' && stops.some((stop) => stop === step.step));
  return [
    ...(before.includes('returned') ? [practiceWarning('STEP_BEFORE_RETURN', STATUTORY_CLOCK)] : []),
    ...(before.includes('interviewed') && fromInterview !== undefined ? [practiceWarning('STEP_BEFORE_INTERVIEW', fromInterview)] : []),
    ...(before.includes('located') ? [practiceWarning('STEP_BEFORE_LOCATED', visitAsked(practice))] : []),
    ...(step.at.from > now ? [practiceWarning('STEP_IN_FUTURE', STATUTORY_CLOCK)] : []),
  ];
}

/** Who is located is visited before the meetings on strategy end (Somerset 5.2.2); elsewhere on the day of the return (Birmingham). */
function visitAsked(practice: Practice): Clock {
  return practice.clocks.find(({ againUntil }) => againUntil?.includes('VISITED') === true) ?? sameDayVisit(practice);
}
