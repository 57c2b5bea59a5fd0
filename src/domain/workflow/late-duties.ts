import type { Practice } from '../authority/practice.ts';
import { clockKey, clockName } from '../clocks/clock-names.ts';
import type { Clock, ClockId } from '../clocks/clock.ts';
import { HOUR } from '../interval/durations.ts';
import { runningDuties } from './duties.ts';
import type { EpisodeCourse } from './episode-course.ts';
import { nextStep, type CourseAt, type NextStep } from './next-step.ts';
import { clockOfStep } from './step-clock.ts';

/** A duty that is late and not done, and by how many hours at the least. */
export interface LateDuty {
  /** Which clock, as `clockKey` names it. */
  readonly clock: string;
  /** Tells the times apart that one clock ran out; what was alerted under it is not alerted again. */
  readonly mark: string;
  /** Since it was due, or due again. */
  readonly hours: number;
  readonly text: string;
}

/** The kind of notice by which it is told that a duty of an episode is late. */
export const LATE_NOTICE = 'CLOCK_LATE';

/** What whoever answers for the child is told: the clock and its rule, and no child's details. */
const lateInWords = (clock: Clock): string => `A duty to a child is late: ${clockName(clock)} (${clock.source}). Look at the work tray or the briefing, see that it is done, and say that you know.`;

/** What of an episode is late by a clock that still runs: what it waits for now, the duties that run beside it, and those that the authority has added; an aim, and what is said not to be owed, is none. */
export function lateDuties(course: EpisodeCourse, practice: Practice, at: CourseAt): LateDuty[] {
  const next = nextStep(course, practice, at);
  const running = runningDuties(at.clocks, course.steps?.map(({ step }) => step) ?? []).filter(({ duty }) => !course.notOwed.includes(duty));
  // An aim, or what the authority has added, can be later than what the step is owed by: that is late all the same.
  const owed = clockOfStep(next.code, at.clocks.filter(({ clock }) => clock.id !== 'OWN' && !clock.aim));
  const asked = at.clocks.filter((one) => one === owed || one.clock.id === next.clock || one.clock.id === 'OWN' || running.some(({ clock }) => clock === one));
  const again = at.clocks.find(({ clock }) => clock.againUntil !== null)?.clock ?? null;
  return asked.flatMap(({ clock, reading }) =>
    !clock.aim && reading.state === 'LATE' && !reading.stopped ? [sinceAskedAgain({ clock: clockKey(clock), ...sinceDue(clock, { hours: reading.by.least, again, now: at.now }), text: lateInWords(clock) }, next, at.now)] : [],
  );
}

/** While somebody covers nothing is asked for: from the day on which the child is asked again it is late anew, however long it was late before. */
function sinceAskedAgain(late: LateDuty, { code, clock, due }: NextStep, now: number): LateDuty {
  if (code !== 'ASK_AGAIN' || due === null || late.clock !== clock) {
    return late;
  }
  const since = Math.max(0, (now - due.last) / HOUR);
  return { ...late, mark: `${late.mark} ASK_AGAIN ${new Date(due.last).toISOString()}`, hours: Math.min(late.hours, since) };
}

/** One that is due again and again is late anew as often: a meeting nobody holds is due again all the same (Somerset 5.2.2, at least every 72 hours). */
function sinceDue(clock: Clock, { hours, again, now }: { readonly hours: number; readonly again: Clock | null; readonly now: number }): Pick<LateDuty, 'mark' | 'hours'> {
  if (again?.calendar !== 'ELAPSED_HOURS' || !isOfOneDuty(clock.id, again)) {
    return { mark: clockKey(clock), hours };
  }
  const since = hours % again.length;
  // Hours are no whole number of milliseconds.
  const due = new Date(Math.round(now - since * HOUR));
  return { mark: `${again.id} ${due.toISOString()}`, hours: since };
}

/** The clock itself, and the one whose stop starts it. */
function isOfOneDuty(id: ClockId, again: Clock): boolean {
  return id === again.id || (id === 'STRATEGY' && again.start === 'STRATEGY_MEETING');
}
