import type { Group } from '../attribute-group.ts';
import { agencyAs, OWN_AGENCY, type HouseRule } from '../rule.ts';
import { contentOf, FROM_INTERVIEWS, FROM_POLICE, madeByOwn, RELEASED, sanitisedOf } from './intelligence.ts';
import { heldByOwn, noticeOf, TO_AGENCY, textOf, wholeFor, wholeOf } from './interview.ts';
import { and, mayRead, type Standing } from './standing.ts';

/** Everything about a child but police intelligence: for those whose child it is and who work with it; `besides` are more groups. */
export const readsAll = (standing: Standing, ...besides: readonly Group[]): readonly HouseRule[] => [
  ...readsAllButItems(standing, ...besides),
  ...contentOf(and(standing, FROM_INTERVIEWS)),
];

/** The same without any item of intelligence. */
export function readsAllButItems(standing: Standing, ...besides: readonly Group[]): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'home', 'addresses', 'numbers', 'provenance', ...ON_A_CHILD, ...besides),
    mayRead(standing, 'Placement', 'placement', 'provenance'),
    mayRead(standing, 'Episode', 'identity', 'interviews', 'circumstances', 'condition', 'steps', 'assessments', 'numbers', 'provenance'),
    ...followsReturn(standing, 'concerns'),
    mayRead(standing, 'CaseRecord', 'assessments', 'concerns'),
    mayRead(standing, 'Concern', 'concerns'),
    ...assessedAndAgreed(standing),
    ...wholeOf(standing),
    mayRead(standing, 'LocatingFacts', 'locating'),
    mayRead(standing, 'SafetyNote', 'notice'),
  ];
}
const ON_A_CHILD = ['circumstances', 'steps', 'concerns', 'assessments', 'agreements', 'interviews', 'notes', 'profiles', 'locating', 'intelligence'] as const;

/** Police intelligence on a child, sanitised, for those who are responsible for them. */
export const policeItemsFor = (standing: Standing): readonly HouseRule[] => sanitisedOf(and(standing, FROM_POLICE));

/** What is done after a return: offers with their tries, the steps between, and what people are to do; whoever reads concerns, of which of them that comes. */
export const followsReturn = (standing: Standing, ...besides: readonly Group[]): readonly HouseRule[] => [
  mayRead(standing, 'Offer', 'circumstances'),
  mayRead(standing, 'ReturnStep', 'steps'),
  mayRead(standing, 'CaseAction', 'steps', ...besides),
];

/** The same for those who are not to learn that there is a concern: but what comes from one. */
export const followsReturnBesideConcerns = (standing: Standing): readonly HouseRule[] => [
  mayRead(standing, 'Offer', 'circumstances'),
  mayRead(standing, 'ReturnStep', 'steps'),
  mayRead(and(standing, { ofConcern: 'NO' }, 'It is one of those open to every force involved.'), 'CaseAction', 'steps'),
];

/** What one's own service wrote or raised of another authority's child; and how the child is reached safely, whoever wrote it, since a host's people ring too. */
export function wroteAsGuest(standing: Standing): readonly HouseRule[] {
  const own = and(standing, { originator: OWN_AGENCY }, 'Your service wrote it.');
  return [
    mayRead(own, 'CaseRecord', 'assessments', 'concerns'),
    mayRead(and(standing, { record: 'SAFE_CONTACT' }, 'It says how the child is reached safely.'), 'CaseRecord', 'assessments'),
    mayRead(own, 'Concern', 'concerns'),
  ];
}

/** The risk to the child as the authorities assessed it, and what they agreed on a placement: as FULL interview, and for a host, which consults them (BHM, SOM 7.1). */
export const assessedAndAgreed = (standing: Standing): readonly HouseRule[] => [mayRead(standing, 'RiskAssessment', 'assessments'), agreedOn(standing)];

/** What was agreed on a placement: as circumstances, within the authorities that agreed it. */
export const agreedOn = (standing: Standing): HouseRule => mayRead(standing, 'PlacementAgreement', 'agreements');

/** What an authority reads of a child placed in its area by another. */
export function readsAsHost(standing: Standing): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'home', 'provenance', 'circumstances', 'steps', 'concerns', 'assessments', 'agreements', 'interviews', 'notes', 'intelligence'),
    mayRead(and(standing, { missingNow: 'YES' }, 'They are missing now.'), 'Child', 'addresses', 'profiles'),
    mayRead(standing, 'Placement', 'placement', 'provenance'),
    mayRead(standing, 'Episode', 'identity', 'interviews', 'circumstances', 'condition', 'steps', 'assessments', 'provenance'),
    ...followsReturn(standing),
    ...wroteAsGuest(standing),
    ...assessedAndAgreed(standing),
    mayRead(standing, 'SafetyNote', 'notice'),
    noticeOf(standing),
    textOf(standing, TO_AGENCY),
    wholeFor(standing, agencyAs('FULL'), 'intelligence'),
  ];
}

/** An interview that the host's own service held. */
export const heldAsHost = (standing: Standing): readonly HouseRule[] => wholeOf(heldByOwn(standing));

/** Intelligence from interviews about the host's own area, sanitised; what its own service recorded, whole. */
export const itemsAsHost = (standing: Standing): readonly HouseRule[] => [
  ...sanitisedOf(and(standing, { ...FROM_INTERVIEWS, ...RELEASED, area: OWN_AGENCY }, 'It lies in your area.')),
  ...contentOf(madeByOwn(and(standing, FROM_INTERVIEWS))),
];
