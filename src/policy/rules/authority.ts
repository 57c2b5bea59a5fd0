import type { HouseRule } from '../rule.ts';
import { answersConcerns, DOES_ACTIONS, FRESHNESS, noticesTo, QUARANTINE_AND_SOURCES, received, RECEIVES, SENDS, watchesAlerts } from './hub-work.ts';
import { noticeOf } from './interview.ts';
import { agreedOn, followsReturn, heldAsHost, itemsAsHost, policeItemsFor, readsAll, readsAllButItems, readsAsHost } from './service.ts';
import { wordsOf } from './intelligence.ts';
import { ADMITTED, admitted, and, awaitingNames, CANDIDATE, EMERGENCY, HOST, kept, mayRead, RESPONSIBLE, type Standing } from './standing.ts';

const OF_ITS_OWN: readonly HouseRule[] = [...readsAll(RESPONSIBLE), ...policeItemsFor(RESPONSIBLE)];
const OF_ITS_GUESTS: readonly HouseRule[] = [...readsAsHost(HOST), ...heldAsHost(HOST), ...itemsAsHost(HOST), ...policeItemsFor(HOST)];

/** Two records that may be one child, of whom at least one is of the authority or may be; a restricted child's are for those named. */
const REVIEWS: readonly HouseRule[] = [RESPONSIBLE, CANDIDATE, admitted(RESPONSIBLE), admitted(CANDIDATE)].map((standing) => mayRead(standing, 'MatchReview', 'likeness'));

export const HUB_COORDINATOR: readonly HouseRule[] = [
  // Who may be the same child is for the coordinator alone to judge.
  ...readsAll(RESPONSIBLE, 'likeness'),
  ...policeItemsFor(RESPONSIBLE),
  ...readsAll(admitted(RESPONSIBLE), 'likeness'),
  ...OF_ITS_GUESTS,
  ...readsAsHost(admitted(HOST)),
  mayRead(CANDIDATE, 'Child', 'identity', 'description', 'placement'),
  mayRead(CANDIDATE, 'Placement', 'placement'),
  mayRead(CANDIDATE, 'Episode', 'identity'),
  ...REVIEWS,
  noticesTo('HUB_COORDINATOR'),
  watchesAlerts('HUB_COORDINATOR'),
  ...SENDS,
  ...RECEIVES,
  answersConcerns('HUB_COORDINATOR'),
  DOES_ACTIONS,
  ...QUARANTINE_AND_SOURCES,
  FRESHNESS,
];

export const SENIOR_WORKER: readonly HouseRule[] = [
  ...OF_ITS_OWN,
  ...readsAll(admitted(RESPONSIBLE)),
  ...OF_ITS_GUESTS,
  ...readsAsHost(admitted(HOST)),
  noticesTo('SENIOR_WORKER'),
  ...SENDS,
  ...received('SENIOR_WORKER'),
  answersConcerns('SENIOR_WORKER'),
  DOES_ACTIONS,
  FRESHNESS,
];

/** In an emergency everything of one child but what is restricted, the source of intelligence and what a bureau made of it. */
export const IN_AN_EMERGENCY: readonly HouseRule[] = [
  ...readsAllButItems(EMERGENCY),
  ...wordsOf(EMERGENCY),
];

export const TEAM_MANAGER: readonly HouseRule[] = [
  ...OF_ITS_OWN,
  ...readsAll(admitted(RESPONSIBLE)),
  ...readsAll(awaitingNames(RESPONSIBLE)),
  ...readsAsHost(HOST),
  ...heldAsHost(HOST),
  ...IN_AN_EMERGENCY,
  noticesTo('TEAM_MANAGER'),
  ...SENDS,
  ...received('TEAM_MANAGER'),
  answersConcerns('TEAM_MANAGER'),
  DOES_ACTIONS,
  FRESHNESS,
];

/** The duty team out of hours: open episodes, and returns of the last 72 hours. */
function onDuty(standing: Standing): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'home', 'addresses', 'provenance', 'circumstances', 'steps', 'agreements', 'interviews', 'notes'),
    mayRead(standing, 'Placement', 'placement', 'provenance'),
    mayRead(standing, 'Episode', 'identity', 'interviews', 'circumstances', 'condition', 'steps', 'provenance'),
    ...followsReturn(standing),
    agreedOn(standing),
    noticeOf(standing),
    mayRead(standing, 'SafetyNote', 'notice'),
  ];
}
const RECENTLY = { recent: 'YES' } as const;
const IS_RECENT = 'They are missing, or came back less than 72 hours ago.';

/** What is kept of a restricted child while they are missing. */
export const keptWhileMissing = (standing: Standing): readonly HouseRule[] => [
  mayRead(kept(standing), 'Child', 'identity', 'description', 'locating'),
  mayRead(kept(standing), 'Episode', 'identity'),
  mayRead(kept(standing), 'LocatingFacts', 'locating'),
];

export const EDT: readonly HouseRule[] = [
  ...onDuty(and(RESPONSIBLE, RECENTLY, IS_RECENT)),
  ...onDuty(and(HOST, RECENTLY, IS_RECENT)),
  ...onDuty(and(ADMITTED, RECENTLY, IS_RECENT)),
  ...keptWhileMissing(RESPONSIBLE),
  ...keptWhileMissing(HOST),
  ...IN_AN_EMERGENCY,
  noticesTo('EDT'),
  answersConcerns('EDT'),
  DOES_ACTIONS,
  FRESHNESS,
];

/** Whoever takes the first calls (MASH, duty and advice): of whom it is that they are told, and what comes to them to answer or to do. */
export const FRONT_DOOR: readonly HouseRule[] = [
  ...[RESPONSIBLE, HOST, ADMITTED]
    .map((standing) => and(standing, RECENTLY, IS_RECENT))
    .flatMap((standing) => [mayRead(standing, 'Child', 'identity'), mayRead(standing, 'Episode', 'identity')]),
  noticesTo('FRONT_DOOR'),
  answersConcerns('FRONT_DOOR'),
  DOES_ACTIONS,
];

function keepsRecords(standing: Standing): readonly HouseRule[] {
  const detail = and(standing, { opens: 'DETAIL_TO_BUSINESS_SUPPORT' }, 'Your authority leaves details open to business support.');
  return [
    mayRead(standing, 'Child', 'identity', 'provenance', 'interviews'),
    mayRead(detail, 'Child', 'description', 'placement', 'home', 'circumstances', 'steps', 'agreements'),
    mayRead(detail, 'Placement', 'placement', 'provenance'),
    mayRead(standing, 'Episode', 'identity', 'interviews', 'provenance'),
    mayRead(detail, 'Episode', 'circumstances', 'condition', 'steps'),
    ...followsReturn(detail),
    agreedOn(detail),
    noticeOf(standing),
  ];
}

export const BUSINESS_SUPPORT: readonly HouseRule[] = [
  ...keepsRecords(RESPONSIBLE),
  ...keepsRecords(admitted(RESPONSIBLE)),
  // Looks through what may be one child, and decides nothing.
  ...REVIEWS,
  noticesTo('BUSINESS_SUPPORT'),
  DOES_ACTIONS,
  FRESHNESS,
];
