import type { Practice } from '../authority/practice.ts';
import type { ClockId } from '../clocks/clock.ts';
import { readClocks, type PracticeClock } from '../clocks/practice-clocks.ts';
import type { EpisodeCourse } from './episode-course.ts';
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
  VISIT_TODAY: ['CHILD_SEEN', ...UNTIL_OFFERED],
  TRY_AGAIN: ['ATTEMPTS', ...UNTIL_OFFERED],
  CLOSE_OFFER: ['ATTEMPTS', ...UNTIL_OFFERED],
  INTERVIEW: ['COMPLETED', 'INTERVIEW', 'CHILD_SEEN', 'STATUTORY_INTERVIEW'],
  RECORD_PAPERWORK: ['PAPERWORK'],
  FOLLOW_UP: ['FOLLOW_UP'],
};

/** The clock that a step is due by, or late by; null where none of its clocks runs out. */
export function clockOfStep(code: StepCode, clocks: readonly PracticeClock[]): PracticeClock | null {
  const running = clocks.filter(({ reading }) => reading.state === 'DUE' || reading.state === 'LATE');
  const own = (CLOCKS_OF[code] ?? []).flatMap((id) => running.filter(({ clock }) => clock.id === id));
  const [first] = SIDE_BY_SIDE.includes(code) ? own.sort((one, other) => urgencyOf(one) - urgencyOf(other)) : own;
  return first ?? null;
}

/** Steps none of whose clocks is more its own than the others: the one that runs out first counts. */
const SIDE_BY_SIDE: readonly StepCode[] = ['FIND_CHILD', 'HOME_LOOKS_FOR_CHILD'];

/** What is latest comes first, then what is due soonest. */
function urgencyOf({ reading }: PracticeClock): number {
  return reading.state === 'DUE' ? reading.at.first : reading.state === 'LATE' ? -reading.by.most : Infinity;
}

/** Every clock of an episode as its course tells. */
export function clocksOfCourse({ groups, events }: EpisodeCourse, practice: Pick<Practice, 'clocks' | 'figures'>, now: number): PracticeClock[] {
  return readClocks(practice, groups, { events, now });
}
