import { usualDuty } from '../../src/domain/authority/duty.ts';
import { SILENT_PRACTICE } from '../../src/domain/authority/practice.ts';
import type { Agency, Directory, Person, Role } from '../../src/directory/directory.ts';
import type { Actor } from '../../src/actions/action-services.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';
import { aDirectory } from '../ingest/a-directory.ts';

/** Everybody the tests of deciding need, by who they are; every name invented. */
const PEOPLE: Readonly<Record<string, readonly [Role, string, ...string[]]>> = {
  ren: ['RETURN_WORKER', 'northmere'],
  rose: ['RETURN_WORKER', 'northmere'],
  sal: ['SENIOR_WORKER', 'northmere'],
  tess: ['SENIOR_WORKER', 'northmere', 'trained'],
  mo: ['TEAM_MANAGER', 'northmere', 'trained'],
  mae: ['TEAM_MANAGER', 'northmere'],
  sia: ['SOCIAL_WORKER', 'northmere'],
  sol: ['SOCIAL_WORKER', 'northmere'],
  nia: ['HUB_COORDINATOR', 'northmere'],
  dot: ['DATA_PROTECTION_OFFICER', 'northmere'],
  cyd: ['CP_COORDINATOR', 'northmere'],
  pat: ['PARENT', 'northmere'],
  pim: ['POLICE_MISSING_TEAM', 'mereshire-police'],
  fin: ['POLICE_INTELLIGENCE', 'mereshire-police'],
  hal: ['PLACEMENT_PROVIDER', 'larkfield'],
  ash: ['PLACEMENT_PROVIDER', 'ashgrove'],
  cora: ['PLACEMENT_PROVIDER', 'northmere'],
  vic: ['SOCIAL_WORKER', 'southvale'],
  hew: ['HUB_COORDINATOR', 'southvale'],
  gus: ['RETURN_WORKER', 'southvale'],
  bea: ['BUSINESS_SUPPORT', 'northmere'],
  ida: ['IRO', 'northmere'],
  ede: ['EDT', 'northmere'],
  gil: ['POLICE_MISSING_TEAM', 'farshire-police'],
  fay: ['FRONT_DOOR', 'northmere'],
  faz: ['FRONT_DOOR', 'southvale'],
};

/** EDT is on shift on the day of the tests of deciding. */
const SHIFT = { from: Date.parse('2025-11-20T00:00:00Z'), until: Date.parse('2025-11-21T00:00:00Z') };

function aPerson(id: string): Person {
  const [role = 'PARTNER', agency = '', ...more] = PEOPLE[id] ?? [];
  return {
    id,
    name: `${id} Invented`,
    issuer: 'https://issuer.invalid',
    subject: id,
    suspended: false,
    tokensSince: 0,
    trainedToRedact: more.includes('trained'),
    roles: [{ role, agency, system: null, shifts: role === 'EDT' ? [SHIFT] : [] }],
  };
}

const another = (id: string, kind: Agency['kind']): Agency => ({
  id,
  name: `Invented ${id}`,
  kind,
  codes: [],
  strategy: null,
  practice: SILENT_PRACTICE,
  closes: [],
  dutyContact: null,
  saysConsentNotGiven: false,
  duty: usualDuty(kind),
  retentionDays: {},
});

/** The directory of the ingest tests with people in it, a second home and a school. */
export function aDirectoryOfPeople(): Directory {
  const directory = aDirectory();
  const agencies = [...directory.agencies.values(), another('ashgrove', 'PROVIDER'), another('willow-school', 'OTHER'), another('farshire-police', 'POLICE')];
  const ashgrove = { urn: 'SC900002', name: 'Ashgrove House', provider: 'ashgrove', authority: 'southvale' };
  return {
    ...directory,
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    homes: new Map([...directory.homes, [ashgrove.urn, ashgrove]]),
    people: new Map(Object.keys(PEOPLE).map((id) => [id, aPerson(id)])),
  };
}

/** One of them, acting in their role. */
export function actor(id: string): Actor {
  const person = aPerson(id);
  const [{ role, agency } = { role: 'PARTNER', agency: '' }] = person.roles;
  // None of these people is an ingest client.
  return { person, viewer: { person: id, agency, role: role as ReadingRole } };
}
