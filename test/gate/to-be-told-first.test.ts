import { gateUnder, type Gate } from '../../src/gate/gate.ts';
import { agencyAs, OWN_PERSON } from '../../src/policy/rule.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, gateParts } from './a-gate.ts';
import { aPolicy, mayRead } from './a-policy.ts';
import { aWorld, put, type World } from './a-world.ts';
import { aNotice } from './told-of-a-child.ts';

const ROLES = ['TEAM_MANAGER', 'EDT', 'SENIOR_WORKER', 'AUDITOR'] as const;
const POLICY = aPolicy(Object.fromEntries(ROLES.map((role) => [role, [mayRead('BriefingNotice', { to: { $in: [OWN_PERSON, agencyAs(role)] } }, 'notice')]])));
const MO = aViewer('TEAM_MANAGER', 'north', 'mo');

describe('what somebody is to be told first', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = gateUnder(POLICY, gateParts(db));
    await put(world, [
      aNotice({ to: ['mo@north'], columns: { text: 'to the person' } }),
      aNotice({ to: ['TEAM_MANAGER:north', 'EDT:north'], columns: { text: 'to the role', raised_at: '2026-11-02T00:00:00Z' } }),
      aNotice({ to: ['mo@south', 'TEAM_MANAGER:south', 'mo', 'north'], columns: { text: 'to others' } }),
      aNotice({ to: ['mo@north'], columns: { text: 'known', acknowledged_at: '2026-11-03T00:00:00Z' } }),
      aNotice({ to: ['mo@north'], columns: { text: 'not yet', visible_from: '2026-11-21T00:00:00Z' } }),
    ]);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const told = async (viewer: Viewer, now?: string): Promise<unknown[]> => {
    const request = asking({ name: 'notices' }, { BriefingNotice: everythingOf('BriefingNotice') });
    const rows = await gate.rows(viewer, now === undefined ? request : { ...request, now: Date.parse(now) });
    return rows.map(({ text }) => text);
  };

  it('is what names the person or the role at the agency, latest first, until they say that they know', async () => {
    expect(await told(MO)).toEqual(['to the role', 'to the person']);
  });

  it('is nothing of another person, role or agency', async () => {
    expect(await told(aViewer('TEAM_MANAGER', 'north', 'ann'))).toEqual(['to the role']);
    expect(await told(aViewer('EDT', 'north', 'mo'))).toEqual(['to the role', 'to the person']);
    expect(await told(aViewer('SENIOR_WORKER', 'north', 'ann'))).toEqual([]);
    expect(await told(aViewer('AUDITOR', 'west', 'mo'))).toEqual([]);
  });

  it('waits for its time', async () => {
    expect(await told(MO, '2026-11-21T00:00:00Z')).toContain('not yet');
    expect(await told(MO, '2026-11-20T23:59:59Z')).not.toContain('not yet');
  });
});
