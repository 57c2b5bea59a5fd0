import type { Group } from '../attribute-group.ts';
import { agencyAs, OWN_AGENCY, personAs, type HouseRule, type RuleCondition } from '../rule.ts';
import { and, mayRead, type Standing } from './standing.ts';

export const TO_AGENCY: RuleCondition = agencyAs('REDACTED');
export const TO_PERSON: RuleCondition = personAs('REDACTED');
const RELEASED = 'A text of it is released to you.';
const RELEASED_IN_FULL = 'It is released to you in full.';

/** That an interview was offered, held or refused, and when. */
export const noticeOf = (standing: Standing): HouseRule => mayRead(standing, 'ReturnInterview', 'notice');

/** The text approved for one recipient, while it is released to them. */
export const textOf = (standing: Standing, shared: RuleCondition): HouseRule =>
  mayRead(and(standing, { shared }, RELEASED), 'ReturnInterview', 'notice', 'redacted');

/** All of an interview, released to one recipient by a decision or between agencies; what its parties agreed stays with them. */
export const wholeFor = (standing: Standing, shared: RuleCondition, ...besides: readonly Group[]): HouseRule =>
  mayRead(and(standing, { shared }, RELEASED_IN_FULL), 'ReturnInterview', 'notice', 'full', ...besides);

/** All of an interview, with what was agreed and decided on it and the intelligence drawn from it. */
export const wholeOf = (standing: Standing): readonly HouseRule[] => [
  mayRead(standing, 'ReturnInterview', 'notice', 'full', 'parties', 'intelligence'),
  mayRead(standing, 'Redaction', 'full'),
  mayRead(standing, 'SharingRecord', 'full'),
];

/** What the service that held an interview reads of it, whosever the child is. */
export const heldByOwn = (standing: Standing): Standing => and(standing, { heldBy: OWN_AGENCY }, 'Your service held the interview.');
