import { mostUrgent } from '../clocks/most-urgent.ts';
import type { PracticeClock } from '../clocks/practice-clocks.ts';
import type { EpisodeCourse } from './episode-course.ts';
import { runningDuties, type Duty } from './duties.ts';
import { heldBy, heldByWorker, type OpenStep } from './step-holder.ts';

const BY_WORKER: readonly Duty[] = ['PAPERWORK', 'FOLLOW_UP'];

/** What an episode that is closed for editing, or about to be, still waits for: the duty that is latest, else due first, until it is done or said not to be owed. */
export function afterFinalised(course: EpisodeCourse, clocks: readonly PracticeClock[]): OpenStep {
  const running = runningDuties(clocks, course.steps?.map(({ step }) => step) ?? []).filter(({ duty }) => !course.notOwed.includes(duty));
  const urgent = mostUrgent(running.map(({ clock }) => clock));
  const first = running.find(({ clock }) => clock === urgent);
  if (first === undefined) {
    return heldBy('NOTHING', null);
  }
  const { source } = first.clock.clock;
  return BY_WORKER.includes(first.duty) ? heldByWorker(first.code, course, { source }) : heldBy(first.code, 'SOCIAL_WORKER', { source });
}
