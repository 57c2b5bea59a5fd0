import type { Practice } from '../authority/practice.ts';
import { groupBy } from '../fold/group-by.ts';
import { timesThatCount, type DatedStep, type FollowedTimes } from '../interview/step-counts.ts';
import type { ReturnStepKind } from '../interview/return-steps.ts';
import type { ClockEvent } from './clock.ts';
import type { ClockEvents } from './moments.ts';

/** What somebody recorded in the hub of what was done about an episode: which step, and when it was done. */
export interface RecordedStep extends DatedStep {
  /** Of WORKER_ASSIGNED the worker, as `person@agency`. */
  readonly addressee?: string | null;
}

/** Events that clocks wait for and that only people tell the hub of, as a step of the return. */
const STEP_EVENTS = [
  'RETURN_NOTIFIED',
  'CONTACT_MADE',
  'CHILD_SEEN',
  'PAPERWORK_RECORDED',
  'FOLLOWED_UP',
  'SOCIAL_WORKER_AWARE',
  'SOCIAL_WORKER_CONTACT',
  'VISITED',
  'PLACING_WORKER_TOLD',
  'RISK_CONSIDERED',
  'STRATEGY_MEETING',
  'WORKER_ASSIGNED',
] as const satisfies readonly (ClockEvent & ReturnStepKind)[];

/** The steps that clocks wait for, each with the times at which it counts; any other step starts and stops nothing. */
export function recordedSteps(steps: readonly RecordedStep[], times: FollowedTimes): ClockEvents {
  const byKind = groupBy<RecordedStep, string>(steps, ({ step }) => step);
  return Object.fromEntries(
    STEP_EVENTS.flatMap((event) => {
      const counting = (byKind.get(event) ?? []).flatMap((step) => timesThatCount(step, times));
      return counting.length === 0 ? [] : [[event, counting]];
    }),
  );
}

/** Every event that only the hub tells of and with which a clock of the practice starts, stops or ends, as one that has not happened. */
export function noneOfItsClocks({ clocks }: Pick<Practice, 'clocks'>): ClockEvents {
  const waitedFor = new Set(clocks.flatMap(({ start, stops, againUntil }) => [start, ...stops, ...(againUntil ?? [])]));
  return Object.fromEntries(STEP_EVENTS.filter((event) => waitedFor.has(event)).map((event) => [event, []]));
}
