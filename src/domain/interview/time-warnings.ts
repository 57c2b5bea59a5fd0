import { STATUTORY_CLOCK } from '../clocks/clock.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { isBeforeReturn } from './after-the-return.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

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
