import { randomUUID } from 'node:crypto';
import { attributesOf } from '../../src/policy/attributes.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { OWN_AGENCY } from '../../src/policy/rule.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer, NOW } from './a-gate.ts';
import { aPolicy, mayRead } from './a-policy.ts';
import { everyRow } from './as-reader.ts';
import { aChild, aWorld, put, type World } from './a-world.ts';
import { aReturnInterview } from './told-of-a-child.ts';

const [DESCRIBES = ''] = attributesOf('Child', 'description');
const HOME = aViewer('PLACEMENT_PROVIDER', 'home');

describe('the first wall before a row, with the second taken out', () => {
  let db: TestDatabase;
  let world: World;
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  // Whoever asks so passes every policy of the database.
  const rowOf = async (policy: Policy, family: 'Child' | 'ReturnInterview', id: string): Promise<Record<string, unknown> | undefined> =>
    (await everyRow(world.client, policy, { viewer: HOME, family })).get(id);

  it('keeps a row that met no rule', async () => {
    const id = randomUUID();
    await put(world, [aChild({ id, standing: { hosts: ['home'] } })]);
    expect(await rowOf(aPolicy({ PLACEMENT_PROVIDER: [mayRead('Child', { hosts: OWN_AGENCY }, 'identity')] }), 'Child', id)).toBeDefined();
    expect(await rowOf(aPolicy({ PLACEMENT_PROVIDER: [mayRead('Child', { providers: OWN_AGENCY }, 'identity')] }), 'Child', id)).toBeUndefined();
  });

  it('keeps an attribute that no rule the row met opens', async () => {
    const id = randomUUID();
    await put(world, [aChild({ id, standing: { providers: ['home'] } })]);
    const rules = [mayRead('Child', { providers: OWN_AGENCY }, 'identity'), mayRead('Child', { hosts: OWN_AGENCY }, 'identity', 'description')];
    const policy = aPolicy({ PLACEMENT_PROVIDER: rules });
    expect((await rowOf(policy, 'Child', id))?.[DESCRIBES]).toBeNull();
    await world.client.query(`update child set hosts = providers, hosts_during = providers_during where id = $1`, [id]);
    expect((await rowOf(policy, 'Child', id))?.[DESCRIBES]).not.toBeNull();
  });

  it('keeps a redacted text whose release is over', async () => {
    const text = async (during: string): Promise<unknown> => {
      const id = randomUUID();
      await put(world, aReturnInterview({ id, child: randomUUID(), standing: { providers: ['home'], shared: [{ agency: 'REDACTED:home', during }] } }));
      return (await rowOf(aPolicy({ PLACEMENT_PROVIDER: [mayRead('ReturnInterview', { providers: OWN_AGENCY }, 'notice', 'redacted')] }), 'ReturnInterview', id))?.['redactedText'];
    };
    const end = new Date(NOW).toISOString();
    expect(await text(`[2026-01-01T00:00:00Z,${end})`)).toBeNull();
    expect(await text(`[2026-01-01T00:00:00Z,${end}]`)).toMatch(/^text for home/);
  });
});
