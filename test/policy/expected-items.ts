import type { ReadingRole } from '../../src/policy/viewer.ts';
import { ADMITTED, AWAITING, FORCE, HOST, KEEPS, me, MISSING, PARTNER, PROVIDER, RESPONSIBLE, RESTRICTED, type Facts } from './facts-for.ts';

/** What a viewer reads of one item of intelligence; '' is nothing at all. */
export interface ItemCell {
  readonly viewer: string;
  readonly role: ReadingRole;
  readonly facts: Facts;
  readonly reads: string;
}
const item = (viewer: string, role: ReadingRole, [facts, reads]: readonly [Facts, string]): ItemCell => ({ viewer, role, facts, reads });

const CONTENT = 'facts sanitised content';
const SANITISED = 'facts sanitised';
const WITH_RESULT = 'facts sanitised content result';
const WITH_SOURCE = 'facts sanitised content source result';
const NOTHING = '';

const INTERVIEW: Facts = { origin: 'INTERVIEW' };
const RELEASED: Facts = { origin: 'INTERVIEW', released: 'YES' };
const POLICE: Facts = { origin: 'POLICE', released: 'YES' };
const CLEAN: Facts = { sanitised: 'YES' };
const CODE_C: Facts = { handling: 'C' };
const CODE_C_FOR_US: Facts = { handling: 'C', recipients: ['other', 'own'] };
/** An agency among the recipients of an item with code P is no reason for anything. */
const FOR_US: Facts = { recipients: ['own'] };
const OURS: Facts = { originator: 'own' };
const OUR_AREA: Facts = { area: 'own' };
const IN_GROUP: Facts = { groups: ['own'], intelligenceAgencies: ['own'] };
const HOT_SPOT: Facts = { topic: 'HOT_SPOT' };

/** A viewer who reads all of a child: the item by its handling code, and police items sanitised. */
function forService(viewer: string, role: ReadingRole, standing: Facts): readonly ItemCell[] {
  return [
    item(viewer, role, [{ ...standing, ...INTERVIEW }, CONTENT]),
    item(`${viewer}, recorded by their own service`, role, [{ ...standing, ...INTERVIEW, ...OURS }, WITH_RESULT]),
    item(`${viewer}, recorded by their own service, code C`, role, [{ ...standing, ...INTERVIEW, ...OURS, ...CODE_C }, NOTHING]),
    item(`${viewer}, code C`, role, [{ ...standing, ...RELEASED, ...CLEAN, ...CODE_C }, NOTHING]),
    item(`${viewer}, code C for them`, role, [{ ...standing, ...INTERVIEW, ...CODE_C_FOR_US }, CONTENT]),
    item(`${viewer}, restricted`, role, [{ ...standing, ...INTERVIEW, ...RESTRICTED }, NOTHING]),
  ];
}
function policeItemsFor(viewer: string, role: ReadingRole, standing: Facts): readonly ItemCell[] {
  return [
    item(`${viewer}, police item`, role, [{ ...standing, ...POLICE }, NOTHING]),
    item(`${viewer}, sanitised police item`, role, [{ ...standing, ...POLICE, ...CLEAN }, SANITISED]),
    item(`${viewer}, sanitised police item with code C`, role, [{ ...standing, ...POLICE, ...CLEAN, ...CODE_C }, NOTHING]),
    item(`${viewer}, sanitised police item with code C for them`, role, [{ ...standing, ...POLICE, ...CLEAN, ...CODE_C_FOR_US }, SANITISED]),
    item(`${viewer}, sanitised police item, restricted`, role, [{ ...standing, ...POLICE, ...CLEAN, ...RESTRICTED }, NOTHING]),
  ];
}
const whileRestricted = (role: ReadingRole, standing: Facts): readonly ItemCell[] => [
  item('under a restriction', role, [{ ...standing, ...INTERVIEW }, CONTENT]),
  item('under a restriction, recorded by their own service', role, [{ ...standing, ...INTERVIEW, ...OURS }, WITH_RESULT]),
  item('under a restriction, code C', role, [{ ...standing, ...INTERVIEW, ...CODE_C }, NOTHING]),
  item('under a restriction, code C for them', role, [{ ...standing, ...INTERVIEW, ...CODE_C_FOR_US }, CONTENT]),
  item('under a restriction, police item', role, [{ ...standing, ...POLICE, ...CLEAN }, NOTHING]),
];
const inEmergency = (role: ReadingRole): readonly ItemCell[] => [
  item('in an emergency', role, [{ ...me('EMERGENCY'), ...INTERVIEW }, CONTENT]),
  item('in an emergency, police item', role, [{ ...me('EMERGENCY'), ...POLICE, ...OURS }, CONTENT]),
  item('in an emergency, code C', role, [{ ...me('EMERGENCY'), ...POLICE, ...CODE_C }, NOTHING]),
  item('in an emergency, code C for them', role, [{ ...me('EMERGENCY'), ...POLICE, ...CODE_C_FOR_US }, CONTENT]),
  item('in an emergency, restricted', role, [{ ...me('EMERGENCY'), ...POLICE, ...RESTRICTED }, NOTHING]),
];

const SERVICE_ROLES = ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER'] as const;
const HOSTS = (['HUB_COORDINATOR', 'SENIOR_WORKER'] as const).flatMap((role) => [
  item('host, its area, released and sanitised', role, [{ ...HOST, ...RELEASED, ...CLEAN, ...OUR_AREA }, SANITISED]),
  item('host, its area, not released', role, [{ ...HOST, ...INTERVIEW, ...CLEAN, ...OUR_AREA }, NOTHING]),
  item('host, its area, not sanitised', role, [{ ...HOST, ...RELEASED, ...OUR_AREA }, NOTHING]),
  item('host, another area', role, [{ ...HOST, ...RELEASED, ...CLEAN }, NOTHING]),
  item('its area, no host', role, [{ ...RELEASED, ...CLEAN, ...OUR_AREA }, NOTHING]),
  item('host, its area, code C', role, [{ ...HOST, ...RELEASED, ...CLEAN, ...OUR_AREA, ...CODE_C }, NOTHING]),
  item('host, its area, code C for them', role, [{ ...HOST, ...RELEASED, ...CLEAN, ...OUR_AREA, ...CODE_C_FOR_US }, SANITISED]),
  item('host, restricted', role, [{ ...HOST, ...RELEASED, ...CLEAN, ...OUR_AREA, ...OURS, ...RESTRICTED }, NOTHING]),
  item('host, named in the restriction', role, [{ ...HOST, ...RELEASED, ...CLEAN, ...OUR_AREA, ...OURS, ...ADMITTED }, NOTHING]),
  item('host whose service recorded it', role, [{ ...HOST, ...INTERVIEW, ...OURS }, WITH_RESULT]),
  item('whose service recorded it, no host', role, [{ ...INTERVIEW, ...OURS }, NOTHING]),
  item('host whose service recorded it, code C for them', role, [{ ...HOST, ...INTERVIEW, ...OURS, ...CODE_C_FOR_US }, WITH_RESULT]),
  item('host whose service recorded it, code C', role, [{ ...HOST, ...INTERVIEW, ...OURS, ...CODE_C }, NOTHING]),
  ...policeItemsFor('host', role, { ...HOST, ...OURS }),
]);

const POLICE_CELLS: readonly ItemCell[] = [
  ...[FORCE, { ...FORCE, ...ADMITTED }].flatMap((force) => [
    item('involved force, released', 'POLICE_MISSING_TEAM', [{ ...force, ...RELEASED }, CONTENT]),
    item('involved force, not released', 'POLICE_MISSING_TEAM', [{ ...force, ...INTERVIEW, ...CLEAN, ...FOR_US, ...MISSING }, NOTHING]),
    item('involved force, released, code C', 'POLICE_MISSING_TEAM', [{ ...force, ...RELEASED, ...CODE_C, ...CLEAN }, NOTHING]),
    item('involved force, released, code C for them', 'POLICE_MISSING_TEAM', [{ ...force, ...RELEASED, ...CODE_C_FOR_US }, CONTENT]),
    item('involved force, police item', 'POLICE_MISSING_TEAM', [{ ...force, ...POLICE, ...OURS }, WITH_RESULT]),
    item("involved force, another's item", 'POLICE_MISSING_TEAM', [{ ...force, ...POLICE }, CONTENT]),
    item('involved force, police item, code C', 'POLICE_MISSING_TEAM', [{ ...force, ...POLICE, ...OURS, ...CODE_C }, NOTHING]),
    item('involved force, police item, code C for them', 'POLICE_MISSING_TEAM', [{ ...force, ...POLICE, ...CODE_C_FOR_US }, CONTENT]),
    item('involved force, released', 'POLICE_INTELLIGENCE', [{ ...force, ...RELEASED }, WITH_RESULT]),
    item('involved force, released, recorded by itself', 'POLICE_INTELLIGENCE', [{ ...force, ...RELEASED, ...OURS }, WITH_RESULT]),
    item('involved force, not released', 'POLICE_INTELLIGENCE', [{ ...force, ...INTERVIEW, ...CLEAN, ...FOR_US }, NOTHING]),
    item('involved force, released, code C', 'POLICE_INTELLIGENCE', [{ ...force, ...RELEASED, ...CODE_C, ...CLEAN }, NOTHING]),
    item('involved force, released, code C for them', 'POLICE_INTELLIGENCE', [{ ...force, ...RELEASED, ...CODE_C_FOR_US }, WITH_RESULT]),
    item("involved force, another's item", 'POLICE_INTELLIGENCE', [{ ...force, ...POLICE }, CONTENT]),
    item("involved force, another's item, code C", 'POLICE_INTELLIGENCE', [{ ...force, ...POLICE, ...CODE_C }, NOTHING]),
    item("involved force, another's item, code C for them", 'POLICE_INTELLIGENCE', [{ ...force, ...POLICE, ...CODE_C_FOR_US }, CONTENT]),
    item('involved force, its own item', 'POLICE_INTELLIGENCE', [{ ...force, ...POLICE, ...OURS }, WITH_SOURCE]),
    item('involved force, its own item, code C', 'POLICE_INTELLIGENCE', [{ ...force, ...POLICE, ...OURS, ...CODE_C_FOR_US }, WITH_SOURCE]),
  ]),
  item('no part, its own item', 'POLICE_INTELLIGENCE', [{ ...POLICE, ...OURS, intelligenceAgencies: ['own'] }, NOTHING]),
  ...(['POLICE_MISSING_TEAM', 'POLICE_INTELLIGENCE'] as const).flatMap((role) => [
    item('involved force, restricted', role, [{ ...FORCE, ...RELEASED, ...OURS, ...RESTRICTED }, NOTHING]),
    item('involved force, police item, restricted', role, [{ ...FORCE, ...POLICE, ...OURS, ...RESTRICTED }, NOTHING]),
    item('keeping the narrow view', role, [{ ...FORCE, ...KEEPS, ...MISSING, ...POLICE, ...OURS }, NOTHING]),
    item('no part', role, [{ ...RELEASED, ...CLEAN, ...FOR_US }, NOTHING]),
  ]),
];

const GROUP: readonly ItemCell[] = [
  ...[IN_GROUP, { ...IN_GROUP, ...ADMITTED }].flatMap((group) => [
    item('in the group, hot spot', 'EXPLOITATION_GROUP', [{ ...group, ...RELEASED, ...CLEAN, ...HOT_SPOT }, SANITISED]),
    item('in the group, who targets children', 'EXPLOITATION_GROUP', [{ ...group, ...RELEASED, ...CLEAN, topic: 'PERSON_TARGETING_CHILDREN' }, SANITISED]),
    item('in the group, something else', 'EXPLOITATION_GROUP', [{ ...group, ...RELEASED, ...CLEAN, topic: 'ASSOCIATE' }, NOTHING]),
    item('in the group, not released', 'EXPLOITATION_GROUP', [{ ...group, ...INTERVIEW, ...CLEAN, ...HOT_SPOT }, NOTHING]),
    item('in the group, not sanitised', 'EXPLOITATION_GROUP', [{ ...group, ...RELEASED, ...HOT_SPOT }, NOTHING]),
    item('in the group, code C', 'EXPLOITATION_GROUP', [{ ...group, ...RELEASED, ...CLEAN, ...HOT_SPOT, ...CODE_C }, NOTHING]),
    item('in the group, code C for them', 'EXPLOITATION_GROUP', [{ ...group, ...RELEASED, ...CLEAN, ...HOT_SPOT, ...CODE_C_FOR_US }, SANITISED]),
    item('in the group, police item', 'EXPLOITATION_GROUP', [{ ...group, ...POLICE, ...CLEAN }, SANITISED]),
    item('in the group, police item not sanitised', 'EXPLOITATION_GROUP', [{ ...group, ...POLICE, ...HOT_SPOT, ...OURS }, NOTHING]),
    item('in the group, police item, code C', 'EXPLOITATION_GROUP', [{ ...group, ...POLICE, ...CLEAN, ...CODE_C }, NOTHING]),
    item('in the group, police item, code C for them', 'EXPLOITATION_GROUP', [{ ...group, ...POLICE, ...CLEAN, ...CODE_C_FOR_US }, SANITISED]),
  ]),
  item('in the group, restricted', 'EXPLOITATION_GROUP', [{ ...IN_GROUP, ...RELEASED, ...CLEAN, ...HOT_SPOT, ...RESTRICTED }, NOTHING]),
  item('in the group, police item, restricted', 'EXPLOITATION_GROUP', [{ ...IN_GROUP, ...POLICE, ...CLEAN, ...RESTRICTED }, NOTHING]),
  item('not in the group of its area', 'EXPLOITATION_GROUP', [{ intelligenceAgencies: ['own'], ...RELEASED, ...CLEAN, ...HOT_SPOT }, NOTHING]),
];

/** Everybody else, in every standing there is. */
const ALL_STANDINGS: Facts = {
  ...RESPONSIBLE,
  ...HOST,
  ...FORCE,
  ...PROVIDER,
  ...PARTNER,
  ...IN_GROUP,
  ...RELEASED,
  ...CLEAN,
  ...HOT_SPOT,
  ...OURS,
  ...OUR_AREA,
  ...FOR_US,
  ...MISSING,
  opens: ['BRIEFING_TO_PARTNER', 'NOTICE_TO_PARTNER', 'CHILD_TO_OTHER_SOCIAL_WORKERS', 'NOTICE_TO_OTHER_SOCIAL_WORKERS', 'DETAIL_TO_BUSINESS_SUPPORT'],
};
const NAMED_AS_ALL: Facts = { named: ['IRO', 'CP_COORDINATOR', 'CARER', 'PARENT', 'AUTHOR', 'EMERGENCY', 'WORKER'].map((as) => `${as}:someone@own`) };
const OTHERS: readonly ItemCell[] = (
  ['IRO', 'CP_COORDINATOR', 'BUSINESS_SUPPORT', 'PLACEMENT_PROVIDER', 'PARENT', 'PARTNER', 'AUDITOR', 'DATA_PROTECTION_OFFICER', 'SUBJECT_ACCESS_OFFICER', 'RECORDS_MANAGER'] as const
).flatMap((role) => [
  item('in every standing', role, [{ ...ALL_STANDINGS, ...NAMED_AS_ALL }, NOTHING]),
  item('in every standing, named in the restriction', role, [{ ...ALL_STANDINGS, ...ADMITTED }, NOTHING]),
  item('in every standing, police item', role, [{ ...ALL_STANDINGS, ...NAMED_AS_ALL, ...POLICE }, NOTHING]),
]);

export const ITEM_CELLS: readonly ItemCell[] = [
  ...SERVICE_ROLES.flatMap((role) => [
    ...forService('responsible', role, RESPONSIBLE),
    ...policeItemsFor('responsible', role, { ...RESPONSIBLE, ...OURS }),
    ...whileRestricted(role, { ...RESPONSIBLE, ...ADMITTED }),
    item('no part', role, [{ ...RELEASED, ...CLEAN, ...FOR_US }, NOTHING]),
  ]),
  ...whileRestricted('TEAM_MANAGER', { ...RESPONSIBLE, ...AWAITING }),
  item('host', 'TEAM_MANAGER', [{ ...HOST, ...RELEASED, ...CLEAN, ...OUR_AREA, ...OURS }, NOTHING]),
  ...HOSTS,
  ...forService('assigned', 'RETURN_WORKER', me('WORKER')),
  ...whileRestricted('RETURN_WORKER', ADMITTED),
  item('assigned, sanitised police item', 'RETURN_WORKER', [{ ...me('WORKER'), ...POLICE, ...CLEAN, ...OURS }, NOTHING]),
  item('who held the interview', 'RETURN_WORKER', [{ ...me('AUTHOR'), ...RELEASED, ...CLEAN, ...OURS }, NOTHING]),
  ...(['SOCIAL_WORKER', 'DECISION_MAKER'] as const).flatMap((as) => [
    ...forService(as, 'SOCIAL_WORKER', me(as)),
    ...policeItemsFor(as, 'SOCIAL_WORKER', { ...me(as), ...OURS }),
  ]),
  ...whileRestricted('SOCIAL_WORKER', ADMITTED),
  ...whileRestricted('SOCIAL_WORKER', { ...me('SOCIAL_WORKER'), ...AWAITING }),
  item('another of the authority', 'SOCIAL_WORKER', [ALL_STANDINGS, NOTHING]),
  ...inEmergency('TEAM_MANAGER'),
  ...inEmergency('EDT'),
  ...inEmergency('POLICE_MISSING_TEAM'),
  item('in every standing', 'EDT', [ALL_STANDINGS, NOTHING]),
  item('in every standing', 'FRONT_DOOR', [ALL_STANDINGS, NOTHING]),
  item('named in the restriction', 'FRONT_DOOR', [{ ...ALL_STANDINGS, ...ADMITTED }, NOTHING]),
  item('named in the restriction', 'EDT', [{ ...ALL_STANDINGS, ...ADMITTED }, NOTHING]),
  ...POLICE_CELLS,
  ...GROUP,
  ...OTHERS,
];
