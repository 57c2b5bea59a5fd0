import { randomUUID } from 'node:crypto';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { nameManager } from '../../src/actions/name-manager.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { aHubOfOneClock, type DecidingHub } from './a-deciding-hub.ts';
import { raise, readConcern, toldNow } from './concerns.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

let hub: DecidingHub;
let directory: Directory;
beforeEach(async () => {
  directory = aDirectoryOfPeople();
  hub = await aHubOfOneClock(() => directory);
});
afterEach(() => hub.close());

const at = (people: readonly string[]): string[] => people.map((person) => `${person}@northmere`);
const allege = (people: readonly string[], as = 'ren') => raise(hub, { as, concern: 'ALLEGATION', excluded: at(people) });
const shutOut = async (): Promise<unknown> => {
  const [row] = await hub.ingest.rows<{ excluded: unknown }>(`select payload->'excluded' as excluded from decision where kind = 'RESTRICTION' order by revision desc limit 1`);
  return row?.excluded;
};
/** Before whom a concern waits, step by step. */
const before = async (id: string): Promise<string> =>
  (await hub.ingest.rows<{ to: string }>(`select array_to_string("to", ' ') as to from briefing_notice where about = $1 and kind = 'CONCERN' and acknowledged_at is null order by visible_from, step`, [id])).map(({ to }) => to).join(', ');
const without = (...gone: readonly string[]): void => {
  directory = { ...directory, people: new Map([...directory.people].map(([id, person]) => [id, gone.includes(id) ? { ...person, suspended: true } : person])) };
};

describe('allegations of one child', () => {
  test('shut out three people between them, and whoever raises the next is told so', async () => {
    await allege(['mo', 'mae', 'dot']);
    expect((await allege(['sal', 'tess', 'nia'])).warnings).toContainEqual(expect.stringContaining('at most 3 people'));
    const { id, warnings } = await allege(['sia']);
    expect(warnings).toContainEqual(expect.stringContaining('at most 3 people'));
    expect(await shutOut()).toEqual(at(['mae', 'mo', 'sal']));
    expect(await readConcern(hub, 'tess', id)).toMatchObject({ concern: 'ALLEGATION', words: 'Invented words of harm.' });
    expect(await toldNow(hub, 'dot')).toContain('NOBODY_LIFTS');
  });

  test('count somebody once, and leave room for who is shut out already', async () => {
    await allege(['mo', 'rose']);
    expect((await allege(['mo', 'rose', 'sol'])).warnings).toEqual([expect.stringContaining('LADO')]);
    expect(await shutOut()).toEqual(at(['mo', 'rose', 'sol']));
  });

  test('do not count whom a manager shuts out, who may shut out more', async () => {
    await allege(['rose', 'sol', 'bea']);
    const more = { restricted: true, reason: 'Invented.', admitted: ['mo', 'ren'], excluded: ['rose', 'sol', 'ida', 'cyd'], allegation: true };
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 1, ...more }, hub.now);
    await allege(['bea', 'nia']);
    expect(await shutOut()).toEqual(at(['bea', 'cyd', 'ida', 'rose', 'sol']));
  });

  test('leave the officer, of whom one is made too, to name a manager', async () => {
    await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
    const { warnings } = await allege(['mo', 'mae', 'dot'], 'gus');
    expect(warnings).toContainEqual(expect.stringContaining('data protection officer is not shut out'));
    expect(await shutOut()).toEqual(at(['mae', 'mo']));
    expect(await toldNow(hub, 'dot')).toEqual(['LADO', 'NOBODY_LIFTS']);
    directory = { ...directory, people: new Map([...directory.people, ['cyd', { ...actor('cyd').person, roles: actor('mo').person.roles }]]) };
    await nameManager(hub.services, actor('dot'), { key: randomUUID(), child: hub.child, manager: 'cyd', reason: 'Invented.' }, hub.now);
    await restrict(hub.services, { ...actor('mo'), viewer: { ...actor('mo').viewer, person: 'cyd' } }, { key: randomUUID(), child: hub.child, revision: 2, restricted: false, reason: 'Invented.' }, hub.now);
    expect(await shutOut()).toEqual([]);
  });

  test('shut no manager out where neither one nor an officer would be left', async () => {
    without('dot');
    const { warnings } = await allege(['mo', 'mae', 'sol']);
    expect(warnings).toContainEqual(expect.stringContaining('no data protection officer would be left'));
    expect(await shutOut()).toEqual(at(['sol']));
    expect(hub.logged).toEqual([]);
  });

  test('that find nobody to tell are told to the operator by the id alone, and to whoever raises them', async () => {
    without('dot', 'mo', 'mae');
    const { warnings } = await allege(['sol']);
    expect(warnings).toEqual([expect.stringMatching(/\(LADO\)\.$/u), expect.stringContaining('tell them yourself'), expect.stringContaining('ring the operator')]);
    expect(hub.logged).toEqual([
      ['lado-untold', { record: hub.child }],
      ['restriction-unliftable', { record: hub.child }],
    ]);
    expect(await hub.ingest.rows(`select kind from briefing_notice where cardinality("to") = 0`)).toEqual([]);
  });

  test('are not put before whom one names, also where there was no room to shut them out', async () => {
    const first = await allege(['mo', 'mae', 'rose']);
    expect(await before(first.id)).toBe('sal@northmere tess@northmere, nia@northmere');
    const { id, warnings } = await allege(['sal']);
    expect(warnings).toContainEqual(expect.stringContaining('at most 3 people'));
    expect([await before(first.id), await before(id)]).toEqual(['tess@northmere, nia@northmere', 'tess@northmere, nia@northmere']);
    const third = await allege(['tess', 'nia']);
    // Of all who are let in no allegation is made of the social worker alone.
    expect([await before(first.id), await before(id), await before(third.id)]).toEqual(Array.from({ length: 3 }, () => 'sia@northmere'));
  });

  test('let those in who stand in for the managers where every one of these is named and stays', async () => {
    without('dot');
    const { id } = await allege(['mo', 'mae']);
    expect(await shutOut()).toEqual([]);
    expect(await before(id)).toBe('sal@northmere tess@northmere, nia@northmere');
  });
});
