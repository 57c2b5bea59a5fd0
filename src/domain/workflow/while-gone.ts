import { ruleNamed } from '../authority/hub-defaults.ts';
import type { Practice } from '../authority/practice.ts';
import { isRunning } from '../clocks/most-urgent.ts';
import { hasHappened } from '../clocks/read-clock.ts';
import type { PracticeClock } from '../clocks/practice-clocks.ts';
import type { EpisodeCourse } from './episode-course.ts';
import { heldBy, NOT_KNOWN, type OpenStep } from './step-holder.ts';

type Gone = EpisodeCourse & { readonly status: 'MISSING' | 'AWAY' | 'LOCATED' };

/** What is next while a child is not back: whose whereabouts are known is the authority's to bring back, every other child the police's or the home's to find. */
export function whileGone(course: Gone, practice: Practice, { clocks, now }: { readonly clocks: readonly PracticeClock[]; readonly now: number }): OpenStep {
  const overdue = isOver(course, clocks, now) ? undefined : clocks.find(isMeetingLate);
  if (overdue !== undefined) {
    return heldBy('HOLD_STRATEGY_MEETING', 'SOCIAL_WORKER', { source: overdue.clock.source });
  }
  return course.status === 'MISSING' ? whileMissing(course, practice, now) : heldBy('BRING_BACK', 'SOCIAL_WORKER');
}

/** What was discussed late is not asked for again; of a child who is located what the risk asked for is over too. */
function isMeetingLate({ clock, reading }: PracticeClock): boolean {
  const isAsked = reading.state === 'LATE' && (!reading.stopped || reading.undone === true);
  return clock.id === 'STRATEGY_AT_RISK' ? isRunning(reading) && reading.state === 'LATE' : isAsked && (clock.id === 'STRATEGY' || clock.id === 'STRATEGY_AGAIN');
}

/** Somerset 5.2.2: strategy meetings are held until the child is located and visited; one that was late is then not asked for any more. */
function isOver({ events }: Gone, clocks: readonly PracticeClock[], now: number): boolean {
  const until = clocks.find(({ clock }) => clock.id === 'STRATEGY_AGAIN')?.clock.againUntil ?? [];
  return until.length > 0 && until.every((kind) => hasHappened(kind, events, now));
}

/** Birmingham: at the lowest risk the police send nobody; the home looks on, and tells of every change of the risk. */
function whileMissing({ risk, homeReviewAt }: Gone, practice: Practice, now: number): OpenStep {
  if (risk === null) {
    return NOT_KNOWN;
  }
  if (risk !== 'VERY_LOW') {
    return heldBy('FIND_CHILD', 'POLICE_MISSING_TEAM');
  }
  const due = homeReviewAt === null ? null : { first: homeReviewAt, last: homeReviewAt };
  return heldBy(homeReviewAt !== null && homeReviewAt <= now ? 'RAISE_RISK' : 'HOME_LOOKS_FOR_CHILD', 'HOME', { due, source: ruleNamed('HOME_LOOKS', practice) });
}
