import { isBefore, type Span } from '../interval/compare-intervals.ts';

/** An interview as it counts for a return. `departs`: whoever recorded it said why it was held before the return; null: not for this reader. */
export interface HeldInterview {
  readonly at: Span;
  readonly departs: boolean | null;
}

/**
 * Whether an interview has been held for a return by now: not while its time lies ahead, and not where it was surely over before the
 * child came back, as the statutory guidance (2014, paragraph 32) asks for one within 72 hours after it; unless whoever recorded it
 * said why. Null: that is not for this reader.
 */
export function isHeldFor({ at, departs }: HeldInterview, returned: readonly (Span | null)[], now: number): boolean | null {
  if (at.from > now) {
    return false;
  }
  return isBeforeReturn(at, returned) ? departs : true;
}

/** Whether an offer, a try or an answer counts for a return by now: neither while its time lies ahead, nor where it was surely over before the child came back. */
export function countsFor(at: Span, returned: readonly (Span | null)[], now: number): boolean {
  return isHeldFor({ at, departs: false }, returned, now) === true;
}

/** Whether something was surely over before the child came back; a return without a time can have been at any. */
export function isBeforeReturn(at: Span, returned: readonly (Span | null)[]): boolean {
  return returned.length > 0 && returned.every((back) => back !== null && isBefore(at, back));
}
