import type { Clock, ClockEvent, ClockId } from './clock.ts';

/** What each clock waits for, as a coordinator calls it. */
export const CLOCK_NAMES: Readonly<Record<ClockId, string>> = {
  STATUTORY_INTERVIEW: 'statutory interview',
  OFFER: 'offer',
  CHILD_SEEN: 'seeing the child',
  INTERVIEW: 'interview',
  COMPLETED: 'interview',
  ATTEMPTS: 'reaching the child',
  ASSIGNED: 'assigning a worker',
  PAPERWORK: 'paperwork',
  FOLLOW_UP: 'follow-up',
  SOCIAL_WORKER_CONTACT: "social worker's contact",
  SOCIAL_WORKER_CONTACT_LOOKED_AFTER: "social worker's contact",
  STRATEGY: 'strategy meeting',
  STRATEGY_AGAIN: 'next strategy meeting',
  STRATEGY_AT_RISK: 'strategy meeting at this risk',
  RISK_CONSIDERED: 'considering the risk with the manager',
  PLACING_WORKER_TOLD: 'telling the placing social worker',
  SAME_DAY_VISIT: 'visit on the same day',
  OWN: 'a duty that the authority has added itself',
};

/** What a clock waits for: of one that an authority has added itself, in its own words. */
export function clockName({ id, name }: Pick<Clock, 'id' | 'name'>): string {
  return name ?? CLOCK_NAMES[id];
}

/** The same with what is no duty called an aim. */
export function clockNameWithAim(clock: Pick<Clock, 'id' | 'name' | 'aim'>): string {
  return clock.aim ? `${clockName(clock)} (an aim)` : clockName(clock);
}

/** Tells the clocks of one authority apart, those that it has added among them. */
export function clockKey({ id, name }: Pick<Clock, 'id' | 'name'>): string {
  return name === undefined ? id : `${id} ${name}`;
}

/** Each event as it stands after "of the". */
export const EVENT_NAMES: Readonly<Record<ClockEvent, string>> = {
  MISSING_STARTED: 'start of the episode',
  LOCATED: 'locating',
  VISITED: 'visit',
  RETURNED: 'return',
  RETURN_NOTIFIED: 'notification',
  WORKER_ASSIGNED: 'assignment',
  OFFER_CONTACT: 'contact',
  OFFER_MADE: 'offer',
  CONTACT_MADE: 'contact',
  OFFER_ACCEPTED: 'acceptance',
  CHILD_SEEN: 'visit to the child',
  INTERVIEW_HELD: 'interview',
  PAPERWORK_RECORDED: 'record of the paperwork',
  FOLLOWED_UP: 'follow-up',
  SOCIAL_WORKER_AWARE: 'word to the social worker',
  SOCIAL_WORKER_CONTACT: "social worker's contact",
  PLACING_WORKER_TOLD: 'word to the placing social worker',
  RISK_CONSIDERED: 'talk with the manager',
  STRATEGY_MEETING: 'strategy meeting',
  VISIT_ASKED: 'decision to visit',
  RISK_REACHED: 'grading of the risk',
};
