import type { Practice } from '../authority/practice.ts';
import { clockName } from '../clocks/clock-names.ts';
import { STATUTORY_CLOCK, type Clock, type ClockId } from '../clocks/clock.ts';
import type { Moments } from '../clocks/moments.ts';
import type { PracticeClock } from '../clocks/practice-clocks.ts';
import type { ClockReading } from '../clocks/read-clock.ts';
import { afterFinalised } from './after-finalised.ts';
import { afterReturn } from './after-return.ts';
import { clocksOfDuties } from './duties.ts';
import type { EpisodeCourse } from './episode-course.ts';
import { lacksBeforeContact } from './lacks-before-contact.ts';
import { practiceAdvice } from './practice-advice.ts';
import { clockOfStep } from './step-clock.ts';
import { NOT_KNOWN, type OpenStep } from './step-holder.ts';
import { STEP_WORDS } from './step-words.ts';
import { whileGone } from './while-gone.ts';

/** What an episode waits for, who holds it, and the clock it is due by. */
export interface NextStep extends OpenStep {
  readonly words: string;
  /** The clock that is due or late for this step; null where none is. */
  readonly clock: ClockId | null;
  /** The same whole: of several that an authority has added, which. */
  readonly running: Clock | null;
  readonly reading: ClockReading | null;
  /** Until when: the day set for the step itself, else its clock's limit; null of a clock that is late. */
  readonly due: Moments | null;
}

/** The moment a course is looked at, and how its clocks stand then (`clocksOfCourse`). */
export interface CourseAt {
  readonly now: number;
  readonly clocks: readonly PracticeClock[];
}

/**
 * The one thing an episode waits for now, from being missed until it is finalised and nothing is owed any more. It follows from what this reader may
 * see: where that does not decide it, the step is not known to them, and none is made up.
 */
export function nextStep(course: EpisodeCourse, practice: Practice, at: CourseAt): NextStep {
  const step = unlessStillRuns(openStep(course, practice, at), course, at);
  const running = clockOfStep(step.code, at.clocks);
  const lacks = [...step.lacks, ...lacksBeforeContact(step.code, course, practice), ...practiceAdvice(step.code, course, practice)];
  const by = dueBy(running);
  return { ...step, lacks, source: step.source ?? statutorySource(running), words: wordsOf(step, course, at), ...by, due: step.due ?? by.due };
}

/** The clock of a step and how it stands; without one the step has no time. */
function dueBy(running: PracticeClock | null): Pick<NextStep, 'clock' | 'running' | 'reading' | 'due'> {
  if (running === null) {
    return { clock: null, running: null, reading: null, due: null };
  }
  const { clock, reading } = running;
  return { clock: clock.id, running: clock, reading, due: reading.state === 'DUE' ? reading.at : null };
}

/** What was late stays recorded as late, when nothing is left to do about it; an aim, and what is said not to be owed, is none of it. */
function wordsOf({ code }: OpenStep, { notOwed }: EpisodeCourse, { clocks }: CourseAt): string {
  const setAside = clocksOfDuties(notOwed);
  const late = clocks.filter(({ clock, reading }) => code === 'NOTHING' && reading.state === 'LATE' && !clock.aim && !setAside.includes(clock.id));
  const each = late.map(({ clock }) => `${clockName(clock)} (${clock.source})`);
  return late.length === 0 ? STEP_WORDS[code] : `${STEP_WORDS[code]}; this was late, and stays recorded as late: ${each.join('; ')}`;
}

/** The guidance where no practice rule asks for the step, and its clock is the one that runs out first. */
function statutorySource(running: PracticeClock | null): string | null {
  return running?.clock.id === STATUTORY_CLOCK.id ? running.clock.source : null;
}

/** Nothing is finalised while a duty of this return still runs: that duty comes first. */
function unlessStillRuns(step: OpenStep, course: EpisodeCourse, { clocks }: CourseAt): OpenStep {
  const first = step.code === 'FINALISE' ? afterFinalised(course, clocks) : step;
  return first.code === 'NOTHING' ? step : first;
}

function openStep(course: EpisodeCourse, practice: Practice, at: CourseAt): OpenStep {
  if (course.finalised === true) {
    return afterFinalised(course, at.clocks);
  }
  if (course.status === null) {
    return NOT_KNOWN;
  }
  return course.status === 'RETURNED' ? afterReturn(course, practice, at) : whileGone({ ...course, status: course.status }, practice, at);
}
