import { randomUUID } from 'node:crypto';
import { gateUnder, type Gate } from '../../src/gate/gate.ts';
import { OWN_AGENCY } from '../../src/policy/rule.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aViewer, gateParts, NOW } from './a-gate.ts';
import { aPolicy, mayRead } from './a-policy.ts';
import { aChild, anEpisode, aWorld, put, type World } from './a-world.ts';
import { aReturnInterview, anIntelligenceItem } from './told-of-a-child.ts';

const SENIOR = aViewer('SENIOR_WORKER', 'north');
const POLICY = aPolicy({
  SENIOR_WORKER: (['Child', 'Episode', 'ReturnInterview', 'IntelligenceItem'] as const).flatMap((family) => [
    mayRead(family, { hosts: OWN_AGENCY }, 'identity', 'notice', 'facts'),
    mayRead(family, { responsible: OWN_AGENCY }, 'identity', 'notice', 'facts'),
    mayRead(family, { responsible: OWN_AGENCY, missingNow: 'YES' }, 'identity', 'notice', 'facts'),
  ]),
});
const STANDING = { responsible: ['north'], missingNow: 'YES' } as const;

describe('why a viewer sees a row', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const ids = { Child: randomUUID(), Episode: randomUUID(), ReturnInterview: randomUUID(), IntelligenceItem: randomUUID() };
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = gateUnder(POLICY, gateParts(db));
    const child = ids.Child;
    await put(world, [
      aChild({ id: child, standing: STANDING }),
      anEpisode({ id: ids.Episode, child, standing: STANDING }),
      ...aReturnInterview({ id: ids.ReturnInterview, child, standing: STANDING }),
      anIntelligenceItem({ id: ids.IntelligenceItem, child, standing: STANDING }),
    ]);
  });
  beforeEach(async () => {
    await world.client.query('truncate disclosure');
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const explain = (family: keyof typeof ids, id: string, viewer = SENIOR): Promise<unknown> =>
    gate.explain(viewer, { family, id, now: NOW, operation: { name: 'ATest', hash: 'a hash' } });
  const left = async (): Promise<unknown[]> => (await world.client.query<object>('select outcome, children, body from disclosure')).rows;

  it.each(['Child', 'Episode', 'ReturnInterview', 'IntelligenceItem'] as const)('is the rules that a row of %s met', async (family) => {
    expect(await explain(family, ids[family])).toEqual({ found: true, bits: 0b110 });
  });

  it('is the same for a row that is not there, is not theirs, or cannot be one', async () => {
    const nothing = { found: false, bits: 0 };
    expect(await explain('Child', randomUUID())).toEqual(nothing);
    expect(await explain('Child', ids.Child, aViewer('SENIOR_WORKER', 'south'))).toEqual(nothing);
    expect(await explain('Child', ids.Child, aViewer('EDT', 'north'))).toEqual(nothing);
    expect(await explain('Child', 'nonsense')).toEqual(nothing);
  });

  it('is written down, with no attribute of the row', async () => {
    await explain('ReturnInterview', ids.ReturnInterview);
    expect(await left()).toMatchObject([{ outcome: 'SHOWN', children: [ids.Child], body: { classes: [{ type: 'ReturnInterview', fields: [] }] } }]);
  });

  it('is written down where nothing is found', async () => {
    await explain('Child', randomUUID());
    await explain('Child', ids.Child, aViewer('EDT', 'north'));
    expect(await left()).toMatchObject([{ outcome: 'NOTHING' }, { outcome: 'REFUSED' }]);
  });
});
