import { DateTime } from 'luxon';
import type { Practice } from '../authority/practice.ts';
import { atRiskSince } from '../briefing/risk-trigger.ts';
import { SAME_DAY_VISIT_CLOCK, STATUTORY_CLOCK, type Clock, type ClockEvent, type ClockId } from '../clocks/clock.ts';
import { isRunning, mostUrgent, urgencyOf } from '../clocks/most-urgent.ts';
import { readClocks, type PracticeClock } from '../clocks/practice-clocks.ts';
import { momentsOf, type ClockEvents } from '../clocks/moments.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { LONDON } from '../interval/london.ts';
import { isBeforeReturn } from '../interview/after-the-return.ts';
import type { CourseTriage, EpisodeCourse } from './episode-course.ts';
import type { StepCode } from './step-words.ts';

/** Which clocks run for a step, its own first: of a step without any, those of what it leads to. */
interface StepClocks {
  readonly clocks: readonly ClockId[];
  /** Of these the duty is one beside the interview: the statutory clock does not go before them. */
  readonly beside?: readonly ClockId[];
  /** SIDE_BY_SIDE: none is more its own than the others, and the one that runs out first counts; SOONEST: several ask for the same. */
  readonly of?: 'SIDE_BY_SIDE' | 'SOONEST';
  /** What ends the step: a clock that an authority has added runs for the step that stops it. */
  readonly ends: readonly ClockEvent[];
}

const UNTIL_OFFERED: readonly ClockId[] = ['OFFER', 'CHILD_SEEN', 'INTERVIEW', 'STATUTORY_INTERVIEW'];
const MEETINGS: readonly ClockId[] = ['STRATEGY', 'STRATEGY_AGAIN', 'STRATEGY_AT_RISK'];
const WHILE_MISSING: StepClocks = {
  clocks: ['RISK_CONSIDERED', ...MEETINGS, 'PLACING_WORKER_TOLD'],
  of: 'SIDE_BY_SIDE',
  ends: ['LOCATED', 'RISK_CONSIDERED', 'STRATEGY_MEETING', 'PLACING_WORKER_TOLD', 'SOCIAL_WORKER_AWARE'],
};
const UNTIL_TRIED: StepClocks = { clocks: UNTIL_OFFERED, beside: ['ATTEMPTS'], ends: ['OFFER_CONTACT', 'CONTACT_MADE', 'OFFER_ACCEPTED'] };

const CLOCKS_OF: Readonly<Partial<Record<StepCode, StepClocks>>> = {
  FIND_CHILD: WHILE_MISSING,
  HOME_LOOKS_FOR_CHILD: WHILE_MISSING,
  HOLD_STRATEGY_MEETING: { clocks: MEETINGS, of: 'SOONEST', ends: ['STRATEGY_MEETING'] },
  BRING_BACK: { clocks: ['STRATEGY_AGAIN'], ends: ['VISITED', 'RETURNED'] },
  NOTIFY_RETURN: { clocks: UNTIL_OFFERED, ends: ['RETURN_NOTIFIED'] },
  PASS_TO_SOCIAL_CARE: { clocks: UNTIL_OFFERED, ends: [] },
  TRIAGE: { clocks: UNTIL_OFFERED, beside: ['ASSIGNED'], ends: [] },
  SET_DAY_TO_ASK_AGAIN: { clocks: UNTIL_OFFERED, ends: [] },
  ASK_AGAIN: { clocks: UNTIL_OFFERED, ends: ['OFFER_CONTACT', 'OFFER_MADE'] },
  ASSIGN_WORKER: { clocks: UNTIL_OFFERED, beside: ['ASSIGNED'], ends: ['WORKER_ASSIGNED'] },
  OFFER: { clocks: UNTIL_OFFERED, ends: ['OFFER_CONTACT', 'OFFER_MADE'] },
  VISIT_TODAY: { clocks: ['SAME_DAY_VISIT'], ends: ['CHILD_SEEN', 'VISITED'] },
  TRY_AGAIN: UNTIL_TRIED,
  CLOSE_OFFER: UNTIL_TRIED,
  INTERVIEW: { clocks: ['COMPLETED', 'INTERVIEW', 'CHILD_SEEN', 'STATUTORY_INTERVIEW'], ends: ['CHILD_SEEN', 'INTERVIEW_HELD'] },
  RECORD_PAPERWORK: { clocks: ['PAPERWORK'], ends: ['PAPERWORK_RECORDED'] },
  FOLLOW_UP: { clocks: ['FOLLOW_UP'], ends: ['FOLLOWED_UP'] },
  SOCIAL_WORKER_CONTACT: { clocks: ['SOCIAL_WORKER_CONTACT', 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER'], ends: ['SOCIAL_WORKER_CONTACT'] },
  CONSIDER_RISK: { clocks: ['RISK_CONSIDERED'], ends: ['RISK_CONSIDERED'] },
  TELL_PLACING_WORKER: { clocks: ['PLACING_WORKER_TOLD'], ends: ['PLACING_WORKER_TOLD'] },
};

/** The clock that a step is due by, or late by: its own, but the statutory interview's, or one that the authority has added, where that runs out before; null where none of its clocks runs out. */
export function clockOfStep(code: StepCode, clocks: readonly PracticeClock[]): PracticeClock | null {
  const step = CLOCKS_OF[code] ?? NO_CLOCKS;
  const asked = [...(step.beside ?? []), ...step.clocks].flatMap((id) => clocks.filter(({ clock }) => clock.id === id));
  const running = asked.filter(({ reading }) => isRunning(reading));
  const added = clocks.filter(({ clock }) => clock.id === 'OWN' && clock.stops.some((stop) => step.ends.includes(stop)));
  if (step.of === 'SIDE_BY_SIDE') {
    return mostUrgent([...running, ...added]);
  }
  const first = ownOf(asked, step) ?? null;
  if (first?.reading.state !== 'DUE') {
    return first ?? mostUrgent(added);
  }
  const statutory = step.beside?.includes(first.clock.id) === true ? [] : running.filter(({ clock }) => clock.id === STATUTORY_CLOCK.id);
  return mostUrgent([first, ...statutory, ...added]);
}

/** Of the clocks of a step the first that runs; what is asked for though its clock was stopped by something else is late by that clock all the same. */
function ownOf(asked: readonly PracticeClock[], { of }: StepClocks): PracticeClock | undefined {
  const running = asked.filter(({ reading }) => isRunning(reading));
  const first = of === 'SOONEST' ? running.toSorted((one, other) => urgencyOf(one.reading) - urgencyOf(other.reading)) : running;
  return first[0] ?? asked.find(({ reading }) => reading.state === 'LATE');
}

const NO_CLOCKS: StepClocks = { clocks: [], ends: [] };

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
