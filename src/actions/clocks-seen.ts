import { isEverybodys } from '../domain/authority/hub-defaults.ts';
import { SILENT_PRACTICE, type Practice } from '../domain/authority/practice.ts';
import { clockInWords, type ClockInWords } from '../domain/clocks/clock-in-words.ts';
import { STATUTORY_CLOCK, type Clock } from '../domain/clocks/clock.ts';
import { urgencyOf } from '../domain/clocks/most-urgent.ts';
import { sameDayVisit, type PracticeClock } from '../domain/clocks/practice-clocks.ts';
import type { ClockReading } from '../domain/clocks/read-clock.ts';
import type { EpisodeCourse } from '../domain/workflow/episode-course.ts';
import { clocksOfCourse } from '../domain/workflow/step-clock.ts';
import { nextStep, type NextStep } from '../domain/workflow/next-step.ts';
import type { CourseRow } from './course-row.ts';
import { courseSeen } from './course-seen.ts';
import { SEEN } from './course-wanted.ts';

/** One clock of an episode, as this reader is shown what it runs on. `authority`: whose practice it is; null: every authority's. */
export interface ClockSeen extends ClockInWords {
  readonly clock: Clock;
  readonly reading: ClockReading;
  readonly authority: string | null;
}
export interface NextStepSeen extends NextStep {
  readonly authority: string | null;
  /** The clock it is due by, in words. */
  readonly clockInWords: string | null;
}

/** At one moment and by whom, by the practice each authority goes by. */
export interface SeenAt {
  /** The reader's own agency. */
  readonly agency: string;
  readonly now: number;
  readonly practiceOf: (authority: string) => Practice | null;
}
/** The course of an episode by the practice of one authority, and its clocks: read once, for all that is worked out of them. */
export interface CourseFollowed {
  readonly authority: string | null;
  readonly practice: Practice;
  readonly course: EpisodeCourse;
  readonly clocks: readonly PracticeClock[];
  readonly now: number;
  /** Whether it is the guidance of the reader's own agency, or every authority's. */
  readonly isOwn: boolean;
}

/** The course by the practice of whoever is responsible, by each where two authorities claim the child; by the silent one where none is known. */
export function followCourse(row: CourseRow, { agency, now, practiceOf }: SeenAt): readonly CourseFollowed[] {
  const responsible = row[SEEN.child]?.responsibleAuthorities ?? [];
  return (responsible.length === 0 ? [null] : responsible).map((authority) => {
    const practice = (authority === null ? null : practiceOf(authority)) ?? SILENT_PRACTICE;
    const course = courseSeen(row, practice, now);
    return { authority, practice, course, clocks: clocksOfCourse(course, practice, now), now, isOwn: authority === null || authority === agency };
  });
}

/** Every clock of an episode: the statutory one first, always; then those of each practice that is followed. */
export function clocksSeen(followed: readonly CourseFollowed[]): ClockSeen[] {
  return followed.flatMap((course, nth) => {
    const { authority, clocks: [statutory, ...own], now } = course;
    const first = statutory === undefined || nth > 0 ? [] : [{ ...statutory, authority: null }];
    const seen = (one: PracticeClock): ClockInWords => clockInWords(one.clock, one.reading, now);
    return [...first.map((one) => ({ ...one, ...seen(one) })), ...own.map((one) => ({ ...one, authority, ...seen(one), source: asRead(one.clock, course) }))];
  });
}

/** The one thing an episode waits for; of two authorities' practices what is due first. */
export function nextStepSeen(followed: readonly CourseFollowed[]): NextStepSeen {
  const steps = followed.map((one) => {
    const { authority, practice, course, ...at } = one;
    const step = nextStep(course, practice, at);
    return { ...step, source: step.source === null ? null : asRead({ source: step.source }, one), authority, clockInWords: runningInWords(step, practice, at.now) };
  });
  // Safe: there is always one practice, if only the silent one.
  return steps.toSorted((one, other) => dueFrom(one) - dueFrom(other))[0] as NextStepSeen;
}

/** A rule by its paragraph; whoever goes by other guidance reads that it is another authority's, but of the statutory one and of the hub's own defaults. */
function asRead({ source }: Pick<Clock, 'source'>, { isOwn, authority }: CourseFollowed): string {
  return isOwn || isEverybodys(source) || authority === null ? source : `${source}, the guidance of another authority (${authority})`;
}

/** What is late comes before what is due, and that before what has no time. */
export function dueFrom({ reading, due }: Pick<NextStep, 'reading' | 'due'>): number {
  return reading?.state === 'LATE' ? urgencyOf(reading) : (due?.first ?? urgencyOf(null));
}

/** Whether a duty is late, and not merely an aim; what was done late is not waited for any more. */
export function isLate({ clock, reading }: Pick<ClockSeen, 'clock' | 'reading'>): boolean {
  return reading.state === 'LATE' && !reading.stopped && !clock.aim;
}

function runningInWords({ clock, reading }: NextStep, practice: Practice, now: number): string | null {
  const running = clock === null ? undefined : [STATUTORY_CLOCK, sameDayVisit(practice), ...practice.clocks].find(({ id }) => id === clock);
  return running === undefined || reading === null ? null : clockInWords(running, reading, now).words;
}
