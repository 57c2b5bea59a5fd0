import { ruleNamed } from '../authority/hub-defaults.ts';
import type { Practice } from '../authority/practice.ts';
import { SAME_DAY_VISIT_CLOCK } from '../clocks/clock.ts';
import type { PracticeClock } from '../clocks/practice-clocks.ts';
import { eligibility } from '../interview/eligibility.ts';
import { afterInterview } from './after-interview.ts';
import { afterOffer } from './after-offer.ts';
import type { EpisodeCourse } from './episode-course.ts';
import { isHeld, isRefused } from './held-by-now.ts';
import { standingOffer } from './standing-offer.ts';
import { isVisitOf, visitDay } from './step-clock.ts';
import { heldBy, heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

type Rules = Pick<Practice, 'clocks' | 'figures'>;

/** What is next of a child who is back: an interview that was held comes first, then the offer that stands, then what leads to one. */
export function afterReturn(course: EpisodeCourse, practice: Practice, { clocks, now }: { readonly clocks: readonly PracticeClock[]; readonly now: number }): OpenStep {
  if (course.interviews === null || course.offers === null) {
    return NOT_KNOWN;
  }
  const held = isHeld(course, now);
  if (held !== false) {
    return held === null ? NOT_KNOWN : afterInterview(course, practice);
  }
  if (visitLacks(course, clocks, now)) {
    const source = ruleNamed('SAME_DAY_VISIT', practice);
    // Somebody has to go tonight: until it is a worker's, it is the coordinator's.
    return course.workers?.length === 0 ? heldBy('VISIT_TODAY', 'HUB_COORDINATOR', { source }) : heldByWorker('VISIT_TODAY', course, { source });
  }
  const standing = standingOffer(course, now);
  if (standing !== null) {
    return afterOffer(course, standing, { practice, now });
  }
  return isRefused(course, now) === null ? NOT_KNOWN : untilTriaged(course, practice, now);
}

/** Birmingham: somebody visits on the day where it was asked for; that an interview is offered is no visit, and a visit that came late is one. */
function visitLacks({ events, triage }: EpisodeCourse, clocks: readonly PracticeClock[], now: number): boolean {
  const visit = clocks.find(({ clock }) => clock.id === SAME_DAY_VISIT_CLOCK.id);
  if (visit === undefined || visit.reading.state === 'ON_TIME' || triage === null || triage === 'NONE') {
    return false;
  }
  const asked = { morning: visitDay(triage).from, returned: events.RETURNED };
  const visits = [...(events.CHILD_SEEN ?? []), ...(events.VISITED ?? [])];
  return !visits.some((at) => at === null || (at.from <= now && isVisitOf(at, asked)));
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
  return heldByWorker('OFFER', course);
}
