import { SILENT_PRACTICE, type Practice } from '../domain/authority/practice.ts';
import { clockInWords, type ClockInWords } from '../domain/clocks/clock-in-words.ts';
import type { Clock } from '../domain/clocks/clock.ts';
import { urgencyOf } from '../domain/clocks/most-urgent.ts';
import type { PracticeClock } from '../domain/clocks/practice-clocks.ts';
import type { ClockReading } from '../domain/clocks/read-clock.ts';
import type { EpisodeCourse } from '../domain/workflow/episode-course.ts';
import { clocksOfCourse } from '../domain/workflow/step-clock.ts';
import { nextStep, type NextStep } from '../domain/workflow/next-step.ts';
import { placedSeen } from './agreement-seen.ts';
import type { CourseRow } from './course-row.ts';
import { courseSeen } from './course-seen.ts';
import { SEEN } from './course-wanted.ts';
import { ruleAsRead } from './rule-as-read.ts';
import type { SeenAt } from './seen-at.ts';
import { suggestedBy, workerSeen, type KnownWorker, type SuggestedWorker } from './worker-seen.ts';

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
  /** Where a worker is to be assigned: who knows the child. */
  readonly suggestedWorker: SuggestedWorker | null;
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
  /** Who knows the child, of those this reader is shown, where that was asked for. */
  readonly known: KnownWorker | null;
}

/** The course by the practice of whoever is responsible, by each where two authorities claim the child; by the silent one where none is known. */
export function followCourse(row: CourseRow, at: SeenAt): readonly CourseFollowed[] {
  const { agency, now, practiceOf } = at;
  const placed = placedSeen(row[SEEN.child], at);
  const known = workerSeen(row, at);
  const responsible = row[SEEN.child]?.responsibleAuthorities ?? [];
  return (responsible.length === 0 ? [null] : responsible).map((authority) => {
    const practice = (authority === null ? null : practiceOf(authority)) ?? SILENT_PRACTICE;
    const course = { ...courseSeen(row, practice, now), placed };
    return { authority, practice, course, known, clocks: clocksOfCourse(course, practice, now), now, isOwn: authority === null || authority === agency };
  });
}

/** Every clock of an episode: the statutory one first, always; then those of each practice that is followed. */
export function clocksSeen(followed: readonly CourseFollowed[]): ClockSeen[] {
  return followed.flatMap((course, nth) => {
    const { authority, clocks: [statutory, ...own], now } = course;
    const first = statutory === undefined || nth > 0 ? [] : [{ ...statutory, authority: null }];
    const seen = (one: PracticeClock): ClockInWords => clockInWords(one.clock, one.reading, now);
    return [...first.map((one) => ({ ...one, ...seen(one) })), ...own.map((one) => ({ ...one, authority, ...seen(one), source: ruleAsRead(one.clock.source, course) }))];
  });
}

/** The one thing an episode waits for; of two authorities' practices what is due first. */
export function nextStepSeen(followed: readonly CourseFollowed[]): NextStepSeen {
  const steps = followed.map((one) => {
    const { authority, practice, course, ...at } = one;
    const step = nextStep(course, practice, at);
    const lacks = step.lacks.map((lack) => ({ ...lack, rule: ruleAsRead(lack.rule, one) }));
    const suggestedWorker = step.code === 'ASSIGN_WORKER' && one.known !== null ? suggestedBy(one.known, practice) : null;
    return { ...step, lacks, suggestedWorker, source: step.source === null ? null : ruleAsRead(step.source, one), authority, clockInWords: runningInWords(step, at.now) };
  });
  // Safe: there is always one practice, if only the silent one.
  return steps.toSorted((one, other) => dueFrom(one) - dueFrom(other))[0] as NextStepSeen;
}

/** What is late comes before what is due, and that before what has no time. */
export function dueFrom({ reading, due }: Pick<NextStep, 'reading' | 'due'>): number {
  return reading?.state === 'LATE' ? urgencyOf(reading) : (due?.first ?? urgencyOf(null));
}

/** Whether a duty is late, and not merely an aim; what was done late is not waited for any more. */
export function isLate({ clock, reading }: Pick<ClockSeen, 'clock' | 'reading'>): boolean {
  return reading.state === 'LATE' && !reading.stopped && !clock.aim;
}

function runningInWords({ running, reading }: NextStep, now: number): string | null {
  return running === null || reading === null ? null : clockInWords(running, reading, now).words;
}
