import type { EpisodeCourse } from './episode-course.ts';
import { heldBy, heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

/** All is done: the episode is closed for editing, by its worker, else by the coordinator. */
export function finalise(course: EpisodeCourse): OpenStep {
  if (course.finalised === null) {
    return NOT_KNOWN;
  }
  return course.workers === null || course.workers.length === 0 ? heldBy('FINALISE', 'HUB_COORDINATOR') : heldByWorker('FINALISE', course);
}

/** The first of several steps that is open; what the reader may not see counts as one. */
export function firstOpen(steps: readonly (OpenStep | null)[]): OpenStep | null {
  return steps.find((step) => step !== null) ?? null;
}
