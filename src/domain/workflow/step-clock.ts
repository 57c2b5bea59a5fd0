import { DateTime } from 'luxon';
import type { Practice } from '../authority/practice.ts';
import { atRiskSince } from '../briefing/risk-trigger.ts';
import { SAME_DAY_VISIT_CLOCK, STATUTORY_CLOCK, type Clock, type ClockId } from '../clocks/clock.ts';
import { isRunning, mostUrgent, urgencyOf } from '../clocks/most-urgent.ts';
import { readClocks, type PracticeClock } from '../clocks/practice-clocks.ts';
import { momentsOf, type ClockEvents } from '../clocks/moments.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { LONDON } from '../interval/london.ts';
import { isBeforeReturn } from '../interview/after-the-return.ts';
import type { CourseTriage, EpisodeCourse } from './episode-course.ts';
import type { StepCode } from './step-words.ts';

const UNTIL_OFFERED: readonly ClockId[] = ['OFFER', 'CHILD_SEEN', 'INTERVIEW', 'STATUTORY_INTERVIEW'];
const UNTIL_ASSIGNED: readonly ClockId[] = ['ASSIGNED', ...UNTIL_OFFERED];

/** Which clocks run for a step, its own first: of a step without any, those of what it leads to. */
const CLOCKS_OF: Readonly<Partial<Record<StepCode, readonly ClockId[]>>> = {
  FIND_CHILD: ['RISK_CONSIDERED', 'STRATEGY', 'STRATEGY_AGAIN', 'STRATEGY_AT_RISK', 'PLACING_WORKER_TOLD'],
  HOME_LOOKS_FOR_CHILD: ['RISK_CONSIDERED', 'STRATEGY', 'STRATEGY_AGAIN', 'STRATEGY_AT_RISK', 'PLACING_WORKER_TOLD'],
  HOLD_STRATEGY_MEETING: ['STRATEGY', 'STRATEGY_AGAIN', 'STRATEGY_AT_RISK'],
  BRING_BACK: ['STRATEGY_AGAIN'],
  NOTIFY_RETURN: UNTIL_OFFERED,
  PASS_TO_SOCIAL_CARE: UNTIL_OFFERED,
  TRIAGE: UNTIL_ASSIGNED,
  SET_DAY_TO_ASK_AGAIN: UNTIL_OFFERED,
  ASK_AGAIN: UNTIL_OFFERED,
  ASSIGN_WORKER: UNTIL_ASSIGNED,
  OFFER: UNTIL_OFFERED,
  VISIT_TODAY: ['SAME_DAY_VISIT'],
  TRY_AGAIN: ['ATTEMPTS', ...UNTIL_OFFERED],
  CLOSE_OFFER: ['ATTEMPTS', ...UNTIL_OFFERED],
  INTERVIEW: ['COMPLETED', 'INTERVIEW', 'CHILD_SEEN', 'STATUTORY_INTERVIEW'],
  RECORD_PAPERWORK: ['PAPERWORK'],
  FOLLOW_UP: ['FOLLOW_UP'],
  SOCIAL_WORKER_CONTACT: ['SOCIAL_WORKER_CONTACT', 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER'],
  CONSIDER_RISK: ['RISK_CONSIDERED'],
  TELL_PLACING_WORKER: ['PLACING_WORKER_TOLD'],
};

/** The clock that a step is due by, or late by: its own, but the statutory interview's where that runs out before; null where none of its clocks runs out. */
export function clockOfStep(code: StepCode, clocks: readonly PracticeClock[]): PracticeClock | null {
  const asked = (CLOCKS_OF[code] ?? []).flatMap((id) => clocks.filter(({ clock }) => clock.id === id));
  const own = asked.filter(({ reading }) => isRunning(reading));
  // What is asked for though its clock was stopped by something else is late by that clock all the same.
  // Several clocks ask for the same meeting.
  const running = code === 'HOLD_STRATEGY_MEETING' ? own.toSorted((one, other) => urgencyOf(one.reading) - urgencyOf(other.reading)) : own;
  const [first = null] = running.length > 0 ? running : asked.filter(({ reading }) => reading.state === 'LATE');
  if (SIDE_BY_SIDE.includes(code)) {
    return mostUrgent(own);
  }
  return first?.reading.state !== 'DUE' || OF_THEIR_OWN.includes(first.clock.id) ? first : mostUrgent([first, ...own.filter(({ clock }) => clock.id === STATUTORY_CLOCK.id)]);
}

/** Duties of their own beside the interview: who is given the return, and for how many days the child is tried. */
const OF_THEIR_OWN: readonly ClockId[] = ['ASSIGNED', 'ATTEMPTS'];

/** Steps none of whose clocks is more its own than the others: the one that runs out first counts. */
const SIDE_BY_SIDE: readonly StepCode[] = ['FIND_CHILD', 'HOME_LOOKS_FOR_CHILD'];

/** Every clock of an episode as its course tells. */
export function clocksOfCourse(course: Pick<EpisodeCourse, 'groups' | 'events' | 'triage' | 'risk' | 'riskChanges'>, practice: Practice, now: number): PracticeClock[] {
  const { groups, events, triage } = course;
  const visit = visitAsked({ triage, events });
  const graded = riskReached(course, practice);
  // Read by themselves: what was no visit of that day, or no discussion of that risk, still is one for another clock.
  const alone = (clocks: readonly Clock[], known: ClockEvents | null, id: ClockId): PracticeClock[] =>
    known === null ? [] : readClocks({ ...practice, clocks }, groups, { events: known, now }).filter(({ clock }) => clock.id === id);
  return [
    ...readClocks(practice, groups, { events: { ...events, ...offeredAtOnce(events) }, now }),
    ...alone(practice.clocks, graded, AT_RISK),
    ...alone([], visit, SAME_DAY_VISIT_CLOCK.id),
  ];
}

const AT_RISK: ClockId = 'STRATEGY_AT_RISK';

/** That the risk stands at a grade at which a strategy discussion is asked for, since when, and what was discussed since then. */
function riskReached({ risk, riskChanges, events }: Pick<EpisodeCourse, 'events' | 'risk' | 'riskChanges'>, { figures }: Practice): ClockEvents | null {
  const grades = figures.strategy?.value.atRisk ?? null;
  if (grades === null || risk === null || risk === 'NOT_GRADED' || !grades.includes(risk)) {
    return null;
  }
  const since = atRiskSince({ changes: riskChanges }, grades);
  const held = events.STRATEGY_MEETING?.filter((at) => at === null || since === null || momentsOf(at).last >= since.from);
  return { ...events, RISK_REACHED: [since], ...(held === undefined ? {} : { STRATEGY_MEETING: held }) };
}

/** That somebody visits on the day the coordinator asks for it, from its morning on; whoever is told of that is told of every visit. */
function visitAsked({ triage, events }: Pick<EpisodeCourse, 'triage' | 'events'>): ClockEvents | null {
  if (triage === null || triage === 'NONE' || triage.outcome !== 'SAME_DAY_VISIT') {
    return null;
  }
  const day = visitDay(triage);
  const since = (times: ClockEvents[keyof ClockEvents] = []): (Span | null)[] => times.filter((at) => at === null || isVisitOf(at, { morning: day.from, returned: events.RETURNED }));
  return { VISIT_ASKED: [day], CHILD_SEEN: since(events.CHILD_SEEN), VISITED: since(events.VISITED), INTERVIEW_HELD: events.INTERVIEW_HELD ?? [] };
}

/** Whoever held an interview has offered it, whether or not somebody wrote an offer down: our reading. */
function offeredAtOnce({ OFFER_MADE: made, OFFER_CONTACT: contact, INTERVIEW_HELD: held = [] }: ClockEvents): ClockEvents {
  return held.length === 0 ? {} : { OFFER_MADE: [...(made ?? []), ...held], OFFER_CONTACT: [...(contact ?? []), ...held] };
}

/** Whether a visit can be the one that was asked for: from the morning of its day on, and not before the child came back. */
export function isVisitOf(at: Span, { morning, returned = [] }: { readonly morning: number; readonly returned: ClockEvents['RETURNED'] }): boolean {
  return momentsOf(at).last >= morning && !isBeforeReturn(at, returned);
}

/** The day on which the coordinator asked for a visit, London's. */
export function visitDay({ at }: Pick<CourseTriage, 'at'>): Span {
  const day = DateTime.fromMillis(at.from, { zone: LONDON }).startOf('day');
  return { from: day.toMillis(), until: day.plus({ days: 1 }).toMillis() };
}
