import { DateTime } from 'luxon';
import type { Practice } from '../authority/practice.ts';
import type { Moments } from '../clocks/moments.ts';
import { eligibility } from '../interview/eligibility.ts';
import { afterInterview } from './after-interview.ts';
import { afterOffer } from './after-offer.ts';
import type { CourseTriage, EpisodeCourse } from './episode-course.ts';
import { isHeld } from './held-by-now.ts';
import { standingOffer } from './standing-offer.ts';
import { heldBy, heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

type Rules = Pick<Practice, 'clocks' | 'figures'>;

/** What is next of a child who is back: an interview that was held comes first, then the offer that stands, then what leads to one. */
export function afterReturn(course: EpisodeCourse, practice: Rules, now: number): OpenStep {
  if (course.interviews === null || course.offers === null) {
    return NOT_KNOWN;
  }
  const held = isHeld(course, now);
  if (held !== false) {
    return held === null ? NOT_KNOWN : afterInterview(course, practice);
  }
  const standing = standingOffer(course, now);
  if (standing !== null) {
    return afterOffer(course, standing, { practice, now });
  }
  return untilTriaged(course, practice, now);
}

function untilTriaged(course: EpisodeCourse, { figures }: Rules, now: number): OpenStep {
  if (course.triage === null) {
    return NOT_KNOWN;
  }
  if (course.triage !== 'NONE') {
    return untilOffered(course);
  }
  if (course.steps !== null && !course.steps.some(({ step }) => step === 'RETURN_NOTIFIED')) {
    return heldBy('NOTIFY_RETURN', 'HUB_COORDINATOR');
  }
  const who = eligibility({ ages: course.ages, notNow: null }, { figures }, now);
  return who.state === 'TO_SOCIAL_CARE' ? heldBy('PASS_TO_SOCIAL_CARE', 'HUB_COORDINATOR', { source: who.rule }) : heldBy('TRIAGE', 'HUB_COORDINATOR');
}

function untilOffered(course: EpisodeCourse): OpenStep {
  if (course.workers === null) {
    return NOT_KNOWN;
  }
  if (course.workers.length === 0) {
    return heldBy('ASSIGN_WORKER', 'HUB_COORDINATOR');
  }
  const visit = sameDayVisit(course);
  return visit === null ? heldByWorker('OFFER', course) : heldByWorker('VISIT_TODAY', course, { due: visit, source: 'Birmingham 2022, When a child returns' });
}

/** Birmingham: where the circumstances ask for it, somebody visits on the day: that day, unless the child was seen. */
function sameDayVisit({ triage, steps }: EpisodeCourse): Moments | null {
  if (triage === null || triage === 'NONE' || triage.outcome !== 'SAME_DAY_VISIT' || steps === null || steps.some(({ step }) => step === 'CHILD_SEEN')) {
    return null;
  }
  return dayOf(triage);
}

function dayOf({ at }: CourseTriage): Moments {
  const day = DateTime.fromMillis(at.from, { zone: 'Europe/London' });
  const end = day.endOf('day').toMillis();
  return { first: end, last: end };
}
