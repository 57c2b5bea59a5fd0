import type { Group } from '../attribute-group.ts';
import { OWN_AGENCY, type HouseRule } from '../rule.ts';
import { and, mayRead, type Standing } from './standing.ts';

export const FROM_INTERVIEWS = { origin: 'INTERVIEW' } as const;
export const FROM_POLICE = { origin: 'POLICE' } as const;
/** A senior let it go beyond the service that recorded it, or it could not wait. */
export const RELEASED = { released: 'YES' } as const;
const SANITISED = { sanitised: 'YES' } as const;
/** What the exploitation group of an area is for. */
export const FOR_THE_GROUP = { topic: { $in: ['HOT_SPOT', 'PERSON_TARGETING_CHILDREN'] } } as const;

const OWN_ORIGIN = 'Your service recorded it.';

/** Items a standing opens: with handling code P, and with C only where its conditions name the viewer's agency. */
export function itemsOf(standing: Standing, ...groups: readonly Group[]): readonly HouseRule[] {
  return [
    mayRead(and(standing, { handling: 'P' }, 'Its handling code lets it be shared.'), 'IntelligenceItem', ...groups),
    mayRead(and(standing, { handling: 'C', recipients: OWN_AGENCY }, 'Its conditions name your agency.'), 'IntelligenceItem', ...groups),
  ];
}

/** An item with everything but its source, and what the bureau made of it, which may tell of others. */
export const wordsOf = (standing: Standing): readonly HouseRule[] => itemsOf(standing, 'facts', 'sanitised', 'content');

/** The same, and to its author's agency what the bureau made of it. */
export const contentOf = (standing: Standing): readonly HouseRule[] => [...wordsOf(standing), ...itemsOf(madeByOwn(standing), 'result')];

/** The sanitised text of an item that has one. */
export const sanitisedOf = (standing: Standing): readonly HouseRule[] => itemsOf(and(standing, SANITISED, 'It has been sanitised.'), 'facts', 'sanitised');

/** Items that the viewer's own agency recorded. */
export function madeByOwn(standing: Standing): Standing {
  return standing.when.originator === OWN_AGENCY ? standing : and(standing, { originator: OWN_AGENCY }, OWN_ORIGIN);
}
