import { DateTime } from 'luxon';
import type { Practice } from '../authority/practice.ts';
import type { ClockId } from '../clocks/clock.ts';
import { mostUrgent } from '../clocks/most-urgent.ts';
import { readClocks, type PracticeClock } from '../clocks/practice-clocks.ts';
import type { ClockEvents } from '../clocks/moments.ts';
import type { Span } from '../interval/compare-intervals.ts';
import { LONDON } from '../interval/london.ts';
import type { CourseTriage, EpisodeCourse } from './episode-course.ts';
import type { StepCode } from './step-words.ts';

const UNTIL_OFFERED: readonly ClockId[] = ['OFFER', 'CHILD_SEEN', 'INTERVIEW', 'STATUTORY_INTERVIEW'];
const UNTIL_ASSIGNED: readonly ClockId[] = ['ASSIGNED', ...UNTIL_OFFERED];

/** Which clocks run for a step, its own first: of a step without any, those of what it leads to. */
const CLOCKS_OF: Readonly<Partial<Record<StepCode, readonly ClockId[]>>> = {
  FIND_CHILD: ['RISK_CONSIDERED', 'STRATEGY', 'STRATEGY_AGAIN', 'PLACING_WORKER_TOLD'],
  HOME_LOOKS_FOR_CHILD: ['RISK_CONSIDERED', 'STRATEGY', 'STRATEGY_AGAIN', 'PLACING_WORKER_TOLD'],
  HOLD_STRATEGY_MEETING: ['STRATEGY', 'STRATEGY_AGAIN'],
  BRING_BACK: ['STRATEGY_AGAIN'],
  NOTIFY_RETURN: UNTIL_OFFERED,
  TRIAGE: UNTIL_ASSIGNED,
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

/** The clock that a step is due by, or late by; null where none of its clocks runs out. */
export function clockOfStep(code: StepCode, clocks: readonly PracticeClock[]): PracticeClock | null {
  const running = clocks.filter(({ reading }) => reading.state === 'DUE' || reading.state === 'LATE');
  const own = (CLOCKS_OF[code] ?? []).flatMap((id) => running.filter(({ clock }) => clock.id === id));
  return SIDE_BY_SIDE.includes(code) ? mostUrgent(own) : (own[0] ?? null);
}

/** Steps none of whose clocks is more its own than the others: the one that runs out first counts. */
const SIDE_BY_SIDE: readonly StepCode[] = ['FIND_CHILD', 'HOME_LOOKS_FOR_CHILD'];

/** Every clock of an episode as its course tells. */
export function clocksOfCourse({ groups, events, triage }: EpisodeCourse, practice: Pick<Practice, 'clocks' | 'figures'>, now: number): PracticeClock[] {
  return readClocks(practice, groups, { events: { ...events, ...visitAsked({ triage, events }) }, now });
}

/** That somebody visits on the day the coordinator asks for it, from its morning on; whoever is told of that is told of every visit. */
function visitAsked({ triage, events }: Pick<EpisodeCourse, 'triage' | 'events'>): ClockEvents {
  if (triage === null || triage === 'NONE' || triage.outcome !== 'SAME_DAY_VISIT') {
    return {};
  }
  return { VISIT_ASKED: [visitDay(triage)], CHILD_SEEN: events.CHILD_SEEN ?? [] };
}

/** The day on which the coordinator asked for a visit, London's. */
export function visitDay({ at }: Pick<CourseTriage, 'at'>): Span {
  const day = DateTime.fromMillis(at.from, { zone: LONDON }).startOf('day');
  return { from: day.toMillis(), until: day.plus({ days: 1 }).toMillis() };
}
