import type { Practice } from '../../../src/domain/authority/practice.ts';
import type { CourseOffer, CourseTriage, EpisodeCourse } from '../../../src/domain/workflow/episode-course.ts';
import { nextStep, type NextStep } from '../../../src/domain/workflow/next-step.ts';
import { clocksOfCourse } from '../../../src/domain/workflow/step-clock.ts';
import { time } from '../clocks/some-times.ts';

/** An invented episode whose child is back, of which everything is known and nothing is done. */
export function aCourse(changes: Partial<EpisodeCourse> = {}): EpisodeCourse {
  return {
    status: 'RETURNED',
    risk: 'MEDIUM',
    riskChanges: [],
    homeReviewAt: null,
    events: { MISSING_STARTED: [time('2026-05-03 20:00')], LOCATED: [], RETURNED: [time('2026-05-04 10:00')], OFFER_MADE: [], OFFER_CONTACT: [], OFFER_ACCEPTED: [], INTERVIEW_HELD: [] },
    triage: 'NONE',
    workers: [],
    offers: [],
    interviews: [],
    steps: [],
    owed: [],
    finalised: false,
    notOwed: [],
    ages: { least: 14, most: 14 },
    livingIndependently: false,
    groups: [],
    placed: null,
    safeContact: true,
    ...changes,
  };
}

/** An offer made on 5 May that nobody has answered, without a try. */
export function anOffer(changes: Partial<CourseOffer> = {}): CourseOffer {
  return { at: time('2026-05-05 10:00'), outcome: null, attempts: [], explained: false, tried: [], coveredBy: null, askAgainOn: null, ...changes };
}

/** A triage of 4 May, after the return. */
export function aTriage(changes: Partial<CourseTriage> = {}): CourseTriage {
  return { outcome: 'ROUTINE', at: time('2026-05-04 12:00'), coveredBy: null, askAgainOn: null, ...changes };
}

/** What it waits for at a moment, its clocks read at the same. */
export function nextStepAt(course: EpisodeCourse, practice: Practice, now: number): NextStep {
  return nextStep(course, practice, { now, clocks: clocksOfCourse(course, practice, now) });
}
