import { agencyAs, OWN_AGENCY, type HouseRule } from '../rule.ts';
import { IN_AN_EMERGENCY, keptWhileMissing } from './authority.ts';
import { DOES_ACTIONS, FRESHNESS, noticesTo, QUARANTINE_AND_SOURCES, received, SENDS } from './hub-work.ts';
import { contentOf, FOR_THE_GROUP, FROM_INTERVIEWS, FROM_POLICE, itemsOf, madeByOwn, RELEASED, sanitisedOf } from './intelligence.ts';
import { noticeOf, textOf, TO_AGENCY, wholeFor } from './interview.ts';
import { followsReturnBesideConcerns } from './service.ts';
import { admitted, and, FORCE, mayRead, OPEN, type Standing } from './standing.ts';

const released = (standing: Standing): Standing => and(standing, { ...FROM_INTERVIEWS, ...RELEASED }, 'It was released beyond the service that recorded it.');

/** An involved force's missing team; where a missing child stayed before is open to it at once, without anyone deciding. */
function searches(standing: Standing): readonly HouseRule[] {
  const missing = and(standing, { missingNow: 'YES' }, 'They are missing now.');
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'home', 'addresses', 'provenance', 'circumstances', 'steps', 'interviews', 'intelligence'),
    mayRead(missing, 'Child', 'locating', 'profiles'),
    mayRead(standing, 'Placement', 'placement', 'provenance'),
    mayRead(standing, 'Episode', 'identity', 'interviews', 'circumstances', 'condition', 'steps', 'provenance'),
    ...followsReturnBesideConcerns(standing),
    noticeOf(standing),
    textOf(standing, TO_AGENCY),
    wholeFor(standing, agencyAs('FULL'), 'intelligence'),
    mayRead(missing, 'LocatingFacts', 'locating'),
    ...contentOf(released(standing)),
    ...contentOf(and(standing, FROM_POLICE)),
  ];
}

export const POLICE_MISSING_TEAM: readonly HouseRule[] = [
  ...searches(FORCE),
  ...searches(admitted(FORCE)),
  ...keptWhileMissing(FORCE),
  ...IN_AN_EMERGENCY,
  noticesTo('POLICE_MISSING_TEAM'),
  ...received('POLICE_MISSING_TEAM'),
  DOES_ACTIONS,
  ...QUARANTINE_AND_SOURCES,
  FRESHNESS,
];

const HAS_AN_ITEM: Standing = {
  because: 'There is intelligence on this child that your agency may read.',
  when: { intelligenceAgencies: OWN_AGENCY, ...OPEN },
};
/** Who a child is on whom there is an item, and that interviews took place. */
function knows(standing: Standing): readonly HouseRule[] {
  return [
    mayRead(standing, 'Child', 'identity', 'description', 'placement', 'interviews', 'intelligence'),
    mayRead(standing, 'Placement', 'placement'),
    mayRead(standing, 'Episode', 'identity', 'interviews'),
    noticeOf(standing),
  ];
}

const assesses = (standing: Standing): readonly HouseRule[] => [
  ...contentOf(released(standing)),
  ...contentOf(and(standing, FROM_POLICE)),
  ...itemsOf(released(standing), 'result'),
  ...itemsOf(madeByOwn(and(standing, FROM_POLICE)), 'source'),
];
export const POLICE_INTELLIGENCE: readonly HouseRule[] = [
  ...knows(HAS_AN_ITEM),
  ...assesses(FORCE),
  ...knows(admitted(HAS_AN_ITEM)),
  ...assesses(admitted(FORCE)),
  noticesTo('POLICE_INTELLIGENCE'),
  ...SENDS,
  ...received('POLICE_INTELLIGENCE'),
];

const IN_THE_GROUP: Standing = { because: 'Your agency is in the exploitation group of its area.', when: { groups: OWN_AGENCY, ...OPEN } };
const disrupts = (standing: Standing): readonly HouseRule[] => [
  ...sanitisedOf(and(released(standing), FOR_THE_GROUP, 'It tells of a hot spot or of somebody who targets children.')),
  ...sanitisedOf(and(standing, FROM_POLICE)),
];
export const EXPLOITATION_GROUP: readonly HouseRule[] = [
  ...knows(HAS_AN_ITEM),
  ...disrupts(IN_THE_GROUP),
  ...knows(admitted(HAS_AN_ITEM)),
  ...disrupts(admitted(IN_THE_GROUP)),
];
