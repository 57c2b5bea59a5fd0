import type { Span } from '../interval/compare-intervals.ts';
import { isBeforeReturn } from './after-the-return.ts';
import type { ReturnStepKind } from './return-steps.ts';

/** A step as it counts for the episode it is recorded of. `departs`: whoever recorded it said why it was done before what it follows. */
export interface DatedStep {
  readonly step: ReturnStepKind;
  readonly at: Span;
  readonly departs?: boolean | null;
}

/** When what steps follow happened: null in a list, it has happened, and no source says when. */
export interface FollowedTimes {
  readonly located: readonly (Span | null)[];
  readonly returned: readonly (Span | null)[];
  readonly interviewed: readonly (Span | null)[];
}
type Followed = keyof FollowedTimes;

/** What each step follows: the return the guidance asks it for, the interview it writes up, and a visit the locating (Somerset 5.2.2). */
const FOLLOWS: Readonly<Partial<Record<ReturnStepKind, readonly Followed[]>>> = {
  TRIAGE: ['returned'],
  VISITED: ['located'],
  RETURN_NOTIFIED: ['returned'],
  CONTACT_MADE: ['returned'],
  CHILD_SEEN: ['returned'],
  LETTER_SENT: ['returned'],
  PARENTS_ASKED: ['returned'],
  SOCIAL_WORKER_CONTACT: ['returned'],
  PAPERWORK_RECORDED: ['returned', 'interviewed'],
  FOLLOWED_UP: ['returned', 'interviewed'],
};

/** What a step follows and was surely over before: while it is, the step starts and ends no time. */
export function stepPrecedes({ step, at }: Pick<DatedStep, 'step' | 'at'>, times: FollowedTimes): Followed[] {
  return (FOLLOWS[step] ?? []).filter((followed) => isBeforeReturn(at, times[followed]));
}

/** The times at which steps count: none of one that was surely over before what it follows, but of one recorded with the reason why also the time of that. */
export function timesThatCount(step: DatedStep, times: FollowedTimes): (Span | null)[] {
  const before = stepPrecedes(step, times);
  if (before.length === 0) {
    return [step.at];
  }
  return step.departs === true ? [step.at, ...before.flatMap((followed) => times[followed])] : [];
}

/** Whether a step has been done by now, as far as it counts. What somebody wrote of a letter's safety stands whenever it is dated. */
export function isStepDone(step: DatedStep, times: FollowedTimes, now: number): boolean {
  return step.step === 'SAFE_TO_SEND' || (step.at.from <= now && timesThatCount(step, times).length > 0);
}
