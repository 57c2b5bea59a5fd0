import { randomUUID } from 'node:crypto';
import { gateUnder, type Gate } from '../../src/gate/gate.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer, gateParts, NOW } from './a-gate.ts';
import { aPolicy } from './a-policy.ts';
import { asReader, settingsOf } from './as-reader.ts';
import { aWorld, put, type World } from './a-world.ts';
import { aWhoseChild } from './told-of-a-child.ts';

/** No rule reaches the answer: who may ask is the wall's to say. */
const POLICY = aPolicy({});
const POLICE = aViewer('POLICE_MISSING_TEAM', 'force');

describe('whose child is this', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const [child, twin] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = gateUnder(POLICY, gateParts(db));
    await put(world, [
      aWhoseChild({ child, key: 'a key', authorities: ['south', 'north'] }),
      aWhoseChild({ child: twin, key: 'a key', authorities: ['north'] }),
      aWhoseChild({ child: randomUUID(), key: 'another key', authorities: ['east'] }),
    ]);
  });
  beforeEach(async () => {
    await world.client.query('truncate disclosure');
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const ask = (viewer: Viewer, key: string, parts = gate): Promise<readonly string[]> => parts.whose(viewer, key, { operation: { name: 'ATest', hash: 'a hash' }, now: NOW });
  const left = async (): Promise<unknown[]> => (await world.client.query<object>('select outcome, purpose, children, controllers, body from disclosure')).rows;

  it('row 67: is answered with the authorities and nothing else', async () => {
    expect(await ask(POLICE, 'a key')).toEqual(['north', 'south']);
    expect(await ask(aViewer('EDT', 'west'), 'another key')).toEqual(['east']);
  });

  it('is answered with nothing for a key that nobody has', async () => {
    expect(await ask(POLICE, 'no such key')).toEqual([]);
    expect(await ask(POLICE, '')).toEqual([]);
    expect(await left()).toMatchObject([{ outcome: 'NOTHING', children: [] }, { outcome: 'NOTHING', children: [] }]);
  });

  it('row 67: leaves behind who asked for which child, in sight of its authorities', async () => {
    await ask(POLICE, 'a key');
    expect(await left()).toMatchObject([
      {
        outcome: 'SHOWN',
        purpose: 'POLICING',
        children: [child, twin].sort(),
        controllers: ['north', 'south'],
        body: { classes: [{ type: 'WhoseChild', level: 'WhoseChild', fields: ['authorities'] }] },
      },
    ]);
    expect(JSON.stringify(await left())).not.toContain('a key');
  });

  it.each(['HUB_COORDINATOR', 'PLACEMENT_PROVIDER', 'TEAM_MANAGER', 'AUDITOR', 'PARENT'] as const)('is not for %s to ask', async (role) => {
    expect(await ask(aViewer(role, 'north'), 'a key')).toEqual([]);
    expect(await left()).toMatchObject([{ outcome: 'REFUSED', children: [] }]);
  });

  it('is not for whoever no longer stands', async () => {
    const refusing = gateUnder(POLICY, gateParts(db, { viewerStands: () => 'OFF_SHIFT' }));
    await expect(ask(aViewer('EDT', 'west'), 'a key', refusing)).rejects.toMatchObject({ code: 'OFF_SHIFT' });
    expect(await left()).toMatchObject([{ outcome: 'REFUSED', children: [], body: { objects: [] } }]);
  });

  it('is behind a wall that opens the rows of the one key asked, and without a key none', async () => {
    const seen = (settings: Record<string, string>): Promise<unknown[]> =>
      asReader(world.client, { ...settingsOf(POLICE), ...settings }, async () => (await world.client.query<object>('select key from whose_child')).rows);
    expect(await seen({})).toEqual([]);
    expect(await seen({ asked: '' })).toEqual([]);
    expect(await seen({ asked: 'another key' })).toEqual([{ key: 'another key' }]);
    expect(await seen({ asked: 'another key', ceiling: '{identity}' })).toEqual([]);
  });
});
