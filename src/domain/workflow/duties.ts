import type { ClockId } from '../clocks/clock.ts';
import { isRunning } from '../clocks/most-urgent.ts';
import type { PracticeClock } from '../clocks/practice-clocks.ts';
import type { ReturnStepKind } from '../interview/return-steps.ts';
import type { StepCode } from './step-words.ts';

/** What can still be owed of a return whose episode is closed for editing. */
export const DUTIES = ['PAPERWORK', 'FOLLOW_UP', 'SOCIAL_WORKER_CONTACT', 'RISK_CONSIDERED', 'PLACING_WORKER_TOLD'] as const;
export type Duty = (typeof DUTIES)[number];

/** By which clocks each runs, the step that ends it, and the step of an episode that it is. */
const OF_DUTY: Readonly<Record<Duty, { readonly clocks: readonly ClockId[]; readonly done: ReturnStepKind; readonly code: StepCode }>> = {
  PAPERWORK: { clocks: ['PAPERWORK'], done: 'PAPERWORK_RECORDED', code: 'RECORD_PAPERWORK' },
  FOLLOW_UP: { clocks: ['FOLLOW_UP'], done: 'FOLLOWED_UP', code: 'FOLLOW_UP' },
  SOCIAL_WORKER_CONTACT: { clocks: ['SOCIAL_WORKER_CONTACT', 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER'], done: 'SOCIAL_WORKER_CONTACT', code: 'SOCIAL_WORKER_CONTACT' },
  RISK_CONSIDERED: { clocks: ['RISK_CONSIDERED'], done: 'RISK_CONSIDERED', code: 'CONSIDER_RISK' },
  PLACING_WORKER_TOLD: { clocks: ['PLACING_WORKER_TOLD'], done: 'PLACING_WORKER_TOLD', code: 'TELL_PLACING_WORKER' },
};

/** A duty that nobody has done, and its clock. */
export interface RunningDuty {
  readonly duty: Duty;
  readonly code: StepCode;
  readonly clock: PracticeClock;
}

/** What a return still asks for whatever came of its interview: each duty whose clock is due or late and that no step has ended, an aim being none. */
export function runningDuties(clocks: readonly PracticeClock[], done: readonly ReturnStepKind[]): RunningDuty[] {
  return DUTIES.flatMap((duty) => {
    const { clocks: ids, code, done: ends } = OF_DUTY[duty];
    const clock = clocks.find((one) => ids.includes(one.clock.id) && !one.clock.aim && isRunning(one.reading));
    return clock === undefined || done.includes(ends) ? [] : [{ duty, code, clock }];
  });
}

/** The clocks by which duties run that are said not to be owed. */
export function clocksOfDuties(duties: readonly Duty[]): ClockId[] {
  return duties.flatMap((duty) => OF_DUTY[duty].clocks);
}

/** A step that ends a duty once its time has come; epoch milliseconds. */
export interface EndingStep {
  readonly step: ReturnStepKind;
  readonly from: number;
  readonly writtenAt: number;
}

/** Those of some duties that none of these steps ends; `owingUntil`: until when another is owed still, by a step that lay ahead when it was written. */
export function dutiesLeft(running: readonly Duty[], steps: readonly EndingStep[]): { readonly left: Duty[]; readonly owingUntil: number | null } {
  const ends = running.map((duty) => ({ duty, by: steps.filter(({ step }) => step === OF_DUTY[duty].done) }));
  const ahead = ends.filter(({ by }) => by.length > 0 && by.every(({ from, writtenAt }) => from > writtenAt)).map(({ by }) => Math.min(...by.map(({ from }) => from)));
  return { left: ends.filter(({ by }) => by.length === 0).map(({ duty }) => duty), owingUntil: ahead.length === 0 ? null : Math.max(...ahead) };
}
