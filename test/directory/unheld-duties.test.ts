import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { unheldDuties } from '../../src/directory/unheld-duties.ts';
import { aDirectoryFile, aPerson } from './a-directory-file.ts';

const CORE = ', ownFigures: { coreHours: { from: "09:00", until: "17:00" } }';
const SHIFT = 'shifts: [{ from: "2026-03-10T17:00:00Z", until: "2026-03-11T08:00:00Z" }]';
const BY_HOURS = ', duty: { chain: [{ role: TEAM_MANAGER, hours: CORE_HOURS }, { role: EDT, hours: OUT_OF_HOURS }] }';

/** The matters that wait at Northmere, where these people hold these roles; of a restricted child only where that is asked. */
function waiting(also: string, roles: readonly string[], person = ''): readonly string[] {
  return unheld(also, roles, person).filter((one) => !ofRestricted.includes(one));
}
function unheld(also: string, roles: readonly string[], person = ''): readonly string[] {
  const agencies = `\n  - { id: northmere, name: N, kind: AUTHORITY${also} }\n  - { id: willow-school, name: W, kind: OTHER }\n  - { id: larkfield, name: L, kind: PROVIDER }`;
  const people = roles.length === 0 ? ' []' : roles.map((role, nth) => `\n${aPerson({ id: `p${String(nth)}`, roles: `[{ role: ${role}, agency: northmere${role === 'EDT' ? person : ''} }]`, also: role === 'EDT' ? '' : person })}`).join('');
  return unheldDuties(buildDirectory(parseDirectory(aDirectoryFile({ agencies, systems: ' []', forceAreas: ' []', homes: ' []', people })), 1)).map(({ agency, matter }) => `${agency} ${matter}`);
}
const ofRestricted = ['northmere RESTRICTED_CHILD', 'northmere MANAGERS_SHUT_OUT'];
const ALL = ['northmere HARM_DISCLOSED', 'northmere INTELLIGENCE', 'northmere ALLEGATION', 'northmere EPISODE', 'northmere OTHER'];

describe('a duty that nobody holds', () => {
  it.each([
    ['nobody of the authority is in the directory', '', [], ALL],
    ['nobody holds a role of the chain', '', ['RETURN_WORKER'], ALL],
    ['somebody holds the last role', '', ['HUB_COORDINATOR'], []],
    ['only a role of another matter is held', ', duty: { chain: [{ role: TEAM_MANAGER }], matters: { ALLEGATION: [{ role: HUB_COORDINATOR }] } }', ['HUB_COORDINATOR'], ['northmere HARM_DISCLOSED', 'northmere INTELLIGENCE', 'northmere EPISODE', 'northmere OTHER']],
    ['one of two is held, and core hours are not known', BY_HOURS, ['TEAM_MANAGER'], []],
    ['nobody is there out of hours', BY_HOURS + CORE, ['TEAM_MANAGER'], ALL],
    ['nobody is there in core hours', `, duty: { chain: [{ role: TEAM_MANAGER, hours: OUT_OF_HOURS }, { role: SENIOR_WORKER }] }${CORE}`, ['TEAM_MANAGER'], ALL],
  ])('is found where %s', (...[, also, roles, found]) => {
    expect(waiting(also, roles)).toEqual(found);
  });

  it('is one that only somebody suspended holds', () => {
    expect(waiting('', ['HUB_COORDINATOR'], ', suspended: true')).toEqual(ALL);
  });

  it.each([
    [['HUB_COORDINATOR'], ofRestricted],
    [['TEAM_MANAGER'], ['northmere MANAGERS_SHUT_OUT']],
    [['HUB_COORDINATOR', 'DATA_PROTECTION_OFFICER'], ['northmere RESTRICTED_CHILD']],
    [['TEAM_MANAGER', 'DATA_PROTECTION_OFFICER'], []],
  ])('is found of a restricted child, of whom managers alone hear, where there are but %j', (roles, found) => {
    expect(unheld('', roles)).toEqual(found);
  });

  it('is one of the emergency duty team without a shift', () => {
    expect(waiting('', ['EDT'])).toEqual(ALL);
    expect(waiting('', ['EDT'], `, ${SHIFT}`)).toEqual([]);
    expect(waiting(BY_HOURS + CORE, ['TEAM_MANAGER', 'EDT'])).toEqual(ALL);
  });
});
