import type { Practice } from '../domain/authority/practice.ts';
import { agesAt, type Ages } from '../domain/child/ages-at.ts';
import type { ChildGroup } from '../domain/clocks/clock.ts';
import type { ClockEvents } from '../domain/clocks/moments.ts';
import { ceScreen, screener } from '../domain/interview/ce-screen.ts';
import { livesIndependently } from '../domain/interview/safe-contact.ts';
import { isStepDone } from '../domain/interview/step-counts.ts';
import { courseTriage } from '../domain/workflow/course-triage.ts';
import type { CourseOffer, EpisodeCourse } from '../domain/workflow/episode-course.ts';
import { departsOf, latestFirst, spanOf, type CourseChild, type CourseRow, type OfferRow } from './course-row.ts';
import { SEEN } from './course-wanted.ts';
import { eventsSeen } from './events-seen.ts';

/** How far an episode has come, as the reader of this row is shown it, by the practice of one authority. */
export function courseSeen(row: CourseRow, practice: Practice, now: number): Omit<EpisodeCourse, 'placed'> {
  const steps = latestFirst(row[SEEN.steps]);
  const events = eventsSeen(row, practice, now);
  const done = doneByNow(steps, events, now);
  const ages = agesOf(row, now);
  return {
    status: row[SEEN.status],
    // Where no source grades it the risk is not graded: a reader of an episode that is shown reads its risk.
    risk: row[SEEN.risk] ?? 'NOT_GRADED',
    riskChanges: (row[SEEN.risks] ?? []).map((change) => ({ risk: change.risk, at: change.at === null ? null : spanOf(change.at) })),
    homeReviewAt: homeReviewAt(row),
    events,
    triage: courseTriage(mapped(done, (step) => ({ ...step, at: spanOf(step.at) }))),
    workers: mapped(row[SEEN.workers], ({ person }) => person),
    offers: mapped(row[SEEN.offers], offerOf),
    interviews: interviewsOf(row),
    steps: mapped(done, (step) => ({ ...step, writtenAt: Date.parse(step.writtenAt) })),
    owed: owedOf(row, { ages, now }, practice),
    finalised: row[SEEN.finalisedAt] !== null,
    notOwed: row[SEEN.notOwed] ?? [],
    ages,
    livingIndependently: livesIndependently((row[SEEN.child]?.[SEEN.safeContact] ?? []).map(({ contact }) => contact)),
    groups: groupsOf(row, done),
    safeContact: isThere(row[SEEN.child]?.[SEEN.safeContact] ?? null),
  };
}

/** Whether anything is; null: not for this reader. */
const isThere = (rows: readonly object[] | null): boolean | null => (rows === null ? null : rows.length > 0);

/** Where police send nobody, the time to look again is the next action on this episode that is the home's to do (Birmingham). */
function homeReviewAt({ [SEEN.id]: episode, [SEEN.child]: child }: CourseRow): number | null {
  const home = child?.[SEEN.placement]?.provider ?? null;
  const next = child?.[SEEN.actions]?.find(({ owner, comesFrom }) => owner === home && comesFrom === episode);
  return next === undefined ? null : Date.parse(next.due);
}

/** Of what is recorded what has been done by now, as far as it counts for this episode. */
function doneByNow(steps: ReturnType<typeof latestFirst>, { MISSING_STARTED: missing = [], LOCATED: located = [], RETURNED: returned = [], INTERVIEW_HELD: interviewed = [] }: ClockEvents, now: number): ReturnType<typeof latestFirst> {
  return steps?.filter(({ step, at, ...said }) => isStepDone({ step, at: spanOf(at), departs: departsOf(said), outcome: said.outcome }, { missing, located, returned, interviewed }, now)) ?? null;
}

function mapped<T, U>(rows: readonly T[] | null, as: (row: T) => U): U[] | null {
  return rows === null ? null : rows.map(as);
}

function offerOf({ at, outcome, attempts, explanation, tried, coveredBy, askAgainOn }: OfferRow): CourseOffer {
  return { at: spanOf(at), outcome, attempts: attempts.map((one) => ({ ...one, at: { text: '', precision: 'MINUTE', ...spanOf(one.at) } })), explained: explanation !== null, tried, coveredBy, askAgainOn };
}

/** Held or refused; an offer that led to none is shown as an interview too, and counts once, as the offer it is. */
function interviewsOf(row: CourseRow): EpisodeCourse['interviews'] {
  const offers = new Set(row[SEEN.offers]?.map(({ id }) => id));
  return row[SEEN.interviews]?.flatMap(({ id, state, at, ...said }) => (!offers.has(id) && (state === 'COMPLETED' || state === 'REFUSED') ? [{ state, at: spanOf(at), departs: departsOf(said) }] : [])) ?? null;
}

/** Whether a social worker is allocated is not among the rows, so no plan is called owed. */
function owedOf(row: CourseRow, { ages, now }: { readonly ages: Ages | null; readonly now: number }, practice: Practice): EpisodeCourse['owed'] {
  const made = row[SEEN.records]?.filter(({ record, at }) => record === 'CE_SCREEN' && spanOf(at).from <= now);
  const screens = made?.map(({ at, byRole }) => ({ at: spanOf(at), by: screener(byRole) })) ?? null;
  const since = row[SEEN.missingSince];
  const { state } = ceScreen({ ages, missingSince: since === null ? null : spanOf(since), screens }, practice);
  return state === 'NOT_KNOWN' ? null : state === 'OWED' ? ['CE_SCREEN'] : [];
}

function agesOf({ [SEEN.child]: child }: CourseRow, now: number): Ages | null {
  if (child === null) {
    return null;
  }
  const { dateOfBirth, age } = child;
  return dateOfBirth !== null ? agesAt(spanOf(dateOfBirth), now) : age === null ? null : { least: age, most: age };
}

/**
 * As the reader sees the child: looked after, else open to social care where a social worker was made aware (Somerset 5.1
 * counts from then), and placed by one authority in the area of another.
 */
function groupsOf({ [SEEN.child]: child }: CourseRow, steps: ReturnType<typeof latestFirst>): ChildGroup[] {
  if (child === null) {
    return [];
  }
  const isLookedAfter = child[SEEN.placement] !== null || child.legalStatus !== null;
  const isOpen = !isLookedAfter && steps?.some(({ step }) => step === 'SOCIAL_WORKER_AWARE') === true;
  return [...(isLookedAfter ? (['LOOKED_AFTER'] as const) : []), ...(isOpen ? (['OPEN_NOT_LOOKED_AFTER'] as const) : []), ...(isElsewhere(child) ? (['PLACED_OUT_OF_AREA'] as const) : [])];
}

function isElsewhere({ [SEEN.placement]: placement, responsibleAuthorities }: CourseChild): boolean {
  const host = placement?.hostAuthority ?? null;
  return host !== null && responsibleAuthorities?.includes(host) === false;
}
