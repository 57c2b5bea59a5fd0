import { randomUUID } from 'node:crypto';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { aTable } from './documents.ts';
import { sampleOfMosaic } from './mosaic-set.ts';

const MINUTE = 60_000;
const MORNING = Date.parse('2026-04-30T08:00:00Z');
const LIVING_AT_BROOKSIDE = { ...aTable('episodes', '007890,01/05/2025,S,C2,N1,K2,PR4,,,,,ZZ2 2BB,SC900003'), as: 'southvale-903-client' };
const SENIOR = { as: 'southvale-senior' };
const MANAGER = { as: 'southvale-manager' };
const OFFICER = { as: 'southvale-protection-officer' };
/** The senior, once the directory gives her the manager's post. */
const IN_HER_PLACE = { ...SENIOR, role: 'TEAM_MANAGER@southvale' };

let hub: RunningHub;
let child = '';
beforeAll(async () => {
  hub = await aRunningHub();
  hub.now = MORNING;
  await hub.deliver(LIVING_AT_BROOKSIDE, await sampleOfMosaic('interview-completed', '2026-04-30T06:00:00Z'));
  const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { child { id } } } }', SENIOR);
  child = episodes.nodes[0]?.child.id ?? '';
});
afterAll(() => hub.close());

interface Told {
  readonly kind: string;
  readonly about: string | null;
}
const told = async (asker: Asker): Promise<string[]> => {
  const { briefing } = await hub.ask<{ briefing: { notices: readonly Told[] } }>('{ briefing(authority: "southvale") { notices { kind } } }', asker);
  return briefing.notices.map(({ kind }) => kind).filter((kind) => !/^(CHILD|TELL)_/.test(kind));
};
const waiting = async (asker: Asker): Promise<readonly unknown[]> => (await hub.ask<{ concerns: readonly { words: string }[] }>('{ concerns { words } }', asker)).concerns.map(({ words }) => words);
const act = (mutation: string, asker: Asker, input: object): Promise<unknown> =>
  hub.ask(`mutation M($input: ${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { id } }`, asker, { input: { key: randomUUID(), child, ...input } });
/** The directory with the manager suspended, and the senior in her post. */
const WITHOUT_HER = demonstrationDirectory
  .replace('subject: southvale-manager\n', 'subject: southvale-manager\n    suspended: true\n')
  .replace('roles: [{ role: SENIOR_WORKER, agency: southvale }]', 'roles: [{ role: SENIOR_WORKER, agency: southvale }, { role: TEAM_MANAGER, agency: southvale }]');

// One morning, told in its order.
describe('a concern that nobody has answered', () => {
  it('comes before the manager the moment a file marks the child as restricted, and is gone without a word for whoever it was before', async () => {
    await act('raiseConcern', SENIOR, { concern: 'HARM_DISCLOSED', words: 'Invented words of harm.', risk: 'HIGH' });
    expect([await told(SENIOR), await told(MANAGER)]).toEqual([['CONCERN'], []]);
    hub.now = MORNING + 2 * MINUTE;
    await hub.deliver(await sampleOfMosaic('restricted-child', '2026-04-30T07:00:00Z'));
    expect([await told(MANAGER), await waiting(MANAGER)]).toEqual([['CONCERN'], ['Invented words of harm.']]);
    for (const asker of [SENIOR, { as: 'southvale-coordinator' }, { as: 'northmere-coordinator' }, { as: 'brookside-manager' }]) {
      expect([asker, await told(asker), await waiting(asker)]).toEqual([asker, [], []]);
    }
  });

  it('is asked after at the data protection officer once the directory has the only manager let in no longer', async () => {
    await act('restrict', MANAGER, { revision: 0, restricted: true, reason: 'Invented.', admitted: ['southvale-manager@southvale'] });
    expect(await told(OFFICER)).toEqual([]);
    const { code } = await hub.command('directory', 'load', hub.file('directory.yml', WITHOUT_HER));
    // A command goes by the clock on the wall.
    hub.now = Date.now();
    expect([code, await told(OFFICER), await waiting(IN_HER_PLACE)]).toEqual([0, ['NOBODY_LIFTS'], []]);
  });

  it('comes before whom the officer names, and is answered', async () => {
    await act('nameManager', OFFICER, { manager: 'southvale-senior@southvale', reason: 'Invented.' });
    expect([await told(IN_HER_PLACE), await waiting(IN_HER_PLACE)]).toEqual([expect.arrayContaining(['CONCERN']), ['Invented words of harm.']]);
    expect(await waiting({ as: 'southvale-coordinator' })).toEqual([]);
  });
});
