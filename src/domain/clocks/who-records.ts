import type { ClockEvent } from './clock.ts';

const TEAM = 'the return worker';
const SOCIAL_WORKER = 'the social worker';
const OFFICE = 'business support or the coordinator';

/** Who can tell the hub of an event that a clock waits for, by a step of the return or by what it is recorded as. */
export const WHO_RECORDS: Readonly<Record<ClockEvent, string>> = {
  MISSING_STARTED: 'the police, the authority or the home reports it',
  LOCATED: 'the police, the authority or the home reports it',
  VISITED: `${SOCIAL_WORKER} or the police record it`,
  RETURNED: 'the police, the authority or the home reports it',
  RETURN_NOTIFIED: `${OFFICE} records it as RETURN_NOTIFIED`,
  WORKER_ASSIGNED: 'the coordinator assigns a worker',
  OFFER_CONTACT: `${TEAM} records the offer and each try`,
  OFFER_MADE: `${TEAM} records the offer`,
  CONTACT_MADE: `${TEAM} records it as CONTACT_MADE`,
  OFFER_ACCEPTED: `${TEAM} records the answer to the offer`,
  CHILD_SEEN: `${TEAM} records it as CHILD_SEEN`,
  INTERVIEW_HELD: 'whoever held the interview records it',
  PAPERWORK_RECORDED: `${TEAM} records it as PAPERWORK_RECORDED`,
  FOLLOWED_UP: `${TEAM} records it as FOLLOWED_UP`,
  SOCIAL_WORKER_AWARE: `${SOCIAL_WORKER} records it as SOCIAL_WORKER_AWARE`,
  SOCIAL_WORKER_CONTACT: `${SOCIAL_WORKER} records it as SOCIAL_WORKER_CONTACT`,
  PLACING_WORKER_TOLD: `${OFFICE} records it as PLACING_WORKER_TOLD`,
  RISK_CONSIDERED: `${SOCIAL_WORKER} records it as RISK_CONSIDERED`,
  STRATEGY_MEETING: `${SOCIAL_WORKER} records it as STRATEGY_MEETING`,
  VISIT_ASKED: 'the coordinator triages the return',
  RISK_REACHED: 'the police grade the risk, else whoever reports the child',
};
