import type { Kept, ReturnFacts } from './return-facts.ts';

/**
 * Everything that is counted of the returns of a month, each count split in two at a time: what stands on the left is
 * always the sum of both on the right. Where a count of one of the two is not shown, neither is the other.
 */
export const SPLITS = [
  ['returns', 'eligible', 'notAppropriate'],
  ['eligible', 'offered', 'notOffered'],
  ['notOffered', 'unableToContact', 'noOffer'],
  ['offered', 'offeredInTime', 'offeredNotInTime'],
  ['offeredNotInTime', 'offeredLate', 'offeredCannotTell'],
  ['offered', 'accepted', 'notAccepted'],
  ['notAccepted', 'refused', 'otherEnd'],
  ['refused', 'refusedByChild', 'refusedByParent'],
  ['accepted', 'completed', 'notCompleted'],
  ['completed', 'statutoryInTime', 'statutoryNotInTime'],
  ['statutoryNotInTime', 'statutoryLate', 'statutoryCannotTell'],
  ['completed', 'ownInTime', 'ownNotInTime'],
  ['ownNotInTime', 'ownLate', 'ownCannotTell'],
] as const;
export type CountName = (typeof SPLITS)[number][number];
export const COUNT_NAMES: readonly CountName[] = [...new Set(SPLITS.flat())];

const NOT_OFFERED: readonly ReturnFacts['outcome'][] = ['UNABLE_TO_CONTACT', 'NO_OFFER', 'NOT_APPROPRIATE'];
const REFUSED: readonly ReturnFacts['outcome'][] = ['REFUSED_BY_CHILD', 'REFUSED_BY_PARENT'];

const isOffered = ({ outcome }: ReturnFacts): boolean => !NOT_OFFERED.includes(outcome);
const isAccepted = ({ outcome }: ReturnFacts): boolean => outcome === 'ACCEPTED';
const isHeld = (facts: ReturnFacts): boolean => isAccepted(facts) && facts.held !== null;
const offeredAs = (...kept: readonly Kept[]) => (facts: ReturnFacts): boolean => isOffered(facts) && kept.includes(facts.offered ?? 'CANNOT_TELL');
const heldAs = (by: 'statutory' | 'own', ...kept: readonly Kept[]) => (facts: ReturnFacts): boolean => isHeld(facts) && kept.includes(facts.held?.[by] ?? 'CANNOT_TELL');

/** Which returns each count is of. */
export const COUNTED: Readonly<Record<CountName, (facts: ReturnFacts) => boolean>> = {
  returns: () => true,
  eligible: ({ outcome }) => outcome !== 'NOT_APPROPRIATE',
  notAppropriate: ({ outcome }) => outcome === 'NOT_APPROPRIATE',
  offered: isOffered,
  notOffered: ({ outcome }) => outcome === 'UNABLE_TO_CONTACT' || outcome === 'NO_OFFER',
  unableToContact: ({ outcome }) => outcome === 'UNABLE_TO_CONTACT',
  noOffer: ({ outcome }) => outcome === 'NO_OFFER',
  offeredInTime: offeredAs('IN_TIME'),
  offeredNotInTime: offeredAs('LATE', 'CANNOT_TELL'),
  offeredLate: offeredAs('LATE'),
  offeredCannotTell: offeredAs('CANNOT_TELL'),
  accepted: isAccepted,
  notAccepted: (facts) => isOffered(facts) && !isAccepted(facts),
  refused: ({ outcome }) => REFUSED.includes(outcome),
  otherEnd: ({ outcome }) => outcome === 'OTHER_END',
  refusedByChild: ({ outcome }) => outcome === 'REFUSED_BY_CHILD',
  refusedByParent: ({ outcome }) => outcome === 'REFUSED_BY_PARENT',
  completed: isHeld,
  notCompleted: (facts) => isAccepted(facts) && facts.held === null,
  statutoryInTime: heldAs('statutory', 'IN_TIME'),
  statutoryNotInTime: heldAs('statutory', 'LATE', 'CANNOT_TELL'),
  statutoryLate: heldAs('statutory', 'LATE'),
  statutoryCannotTell: heldAs('statutory', 'CANNOT_TELL'),
  ownInTime: heldAs('own', 'IN_TIME'),
  ownNotInTime: heldAs('own', 'LATE', 'CANNOT_TELL'),
  ownLate: heldAs('own', 'LATE'),
  ownCannotTell: heldAs('own', 'CANNOT_TELL'),
};

/** By an own clock: without one these are silent. */
export const BY_OFFER_CLOCK: readonly CountName[] = ['offeredInTime', 'offeredNotInTime', 'offeredLate', 'offeredCannotTell'];
export const BY_INTERVIEW_CLOCK: readonly CountName[] = ['ownInTime', 'ownNotInTime', 'ownLate', 'ownCannotTell'];
