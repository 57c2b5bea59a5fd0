import type { Span } from '../interval/compare-intervals.ts';
import { isBeforeReturn } from './after-the-return.ts';
import type { CaseRecordKind, ReturnStepKind } from './return-steps.ts';

/** A step, or a record beside the interview, as it counts for the episode it is recorded of. `departs`: whoever recorded it said why it was done before what it follows. */
export interface DatedStep {
  readonly step: ReturnStepKind | CaseRecordKind;
  readonly at: Span;
  readonly departs?: boolean | null;
  /** Of SAFE_TO_SEND, SAFE or NOT_SAFE. */
  readonly outcome?: string | null;
}

/** When what steps follow happened: null in a list, it has happened, and no source says when. */
export interface FollowedTimes {
  readonly missing: readonly (Span | null)[];
  readonly located: readonly (Span | null)[];
  readonly returned: readonly (Span | null)[];
  readonly interviewed: readonly (Span | null)[];
}
/** What a step follows. */
export type Followed = keyof FollowedTimes;

/** What each step follows: that the child was missed, the return the guidance asks it for, the interview it writes up, and a visit the locating (Somerset 5.2.2). */
const FOLLOWS: Readonly<Record<DatedStep['step'], readonly Followed[]>> = {
  TRIAGE: ['returned'],
  VISITED: ['located'],
  RETURN_NOTIFIED: ['returned'],
  WORKER_ASSIGNED: ['returned'],
  CONTACT_MADE: ['returned'],
  CHILD_SEEN: ['returned'],
  SAFE_TO_SEND: ['missing'],
  LETTER_SENT: ['returned'],
  PARENTS_ASKED: ['returned'],
  SOCIAL_WORKER_AWARE: ['missing'],
  SOCIAL_WORKER_CONTACT: ['returned'],
  PAPERWORK_RECORDED: ['returned', 'interviewed'],
  FOLLOWED_UP: ['returned', 'interviewed'],
  PLACING_WORKER_TOLD: ['missing'],
  PROFESSIONAL_TOLD: ['missing'],
  RISK_CONSIDERED: ['missing'],
  STRATEGY_MEETING: ['missing'],
  PREVENTION_PLAN: ['missing'],
  MEDIA_APPEAL: ['missing'],
  BRIEFING_ANSWER: ['missing'],
  CE_SCREEN: ['missing'],
  STRATEGY_DISCUSSION: ['missing'],
  RISK_REVIEW: ['missing'],
  CARER_INFORMATION: ['returned'],
  FIB_FORM: ['missing'],
  // It holds whenever it was said.
  SAFE_CONTACT: [],
};

/** What a step follows and was surely over before: while it is, the step starts and ends no time. */
export function stepPrecedes({ step, at }: Pick<DatedStep, 'step' | 'at'>, times: FollowedTimes): Followed[] {
  return FOLLOWS[step].filter((followed) => isBeforeReturn(at, times[followed]));
}

/** Whether a visit to a child who was located was over before they came back: it is one while they were away (Somerset 5.2.2), and none of the return (Birmingham). */
export function isVisitBefore({ step, at }: Pick<DatedStep, 'step' | 'at'>, returned: FollowedTimes['returned']): boolean {
  return step === 'VISITED' && isBeforeReturn(at, returned);
}

/** The times at which steps count: none of one that was surely over before what it follows, but of one recorded with the reason why also the time of that. */
export function timesThatCount(step: DatedStep, times: FollowedTimes): (Span | null)[] {
  const before = stepPrecedes(step, times);
  if (before.length === 0) {
    return [step.at, ...(step.departs === true && isVisitBefore(step, times.returned) ? times.returned : [])];
  }
  return step.departs === true ? [step.at, ...before.flatMap((followed) => times[followed])] : [];
}

/** Whether a step can have been at its time at all, so that it takes the place of what was said of it before. */
export function canHaveBeen(step: DatedStep, times: FollowedTimes): boolean {
  return timesThatCount(step, times).length > 0 && (step.departs === true || !isVisitBefore(step, times.returned));
}

/** Whether a step has been done by now, as far as it counts. That a letter is not safe stands whenever it is dated. */
export function isStepDone(step: DatedStep, times: FollowedTimes, now: number): boolean {
  return (step.step === 'SAFE_TO_SEND' && step.outcome !== 'SAFE') || (step.at.from <= now && timesThatCount(step, times).length > 0);
}
