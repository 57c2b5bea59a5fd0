import { randomUUID } from 'node:crypto';
import { gateUnder, type Gate } from '../../src/gate/gate.ts';
import { agencyAs, OWN_AGENCY, personAs } from '../../src/policy/rule.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, fields, gateParts, NOW, ofEveryType } from './a-gate.ts';
import { aPolicy, mayRead } from './a-policy.ts';
import { aChild, aWorld, put, type World } from './a-world.ts';
import { aReturnInterview, type InterviewStanding } from './told-of-a-child.ts';

const POLICY = aPolicy({
  PLACEMENT_PROVIDER: [
    mayRead('ReturnInterview', { providers: OWN_AGENCY }, 'notice'),
    mayRead('ReturnInterview', { providers: OWN_AGENCY, shared: agencyAs('REDACTED') }, 'notice', 'redacted'),
  ],
  SOCIAL_WORKER: [mayRead('ReturnInterview', { named: personAs('SOCIAL_WORKER') }, 'notice', 'full')],
  POLICE_MISSING_TEAM: [
    mayRead('ReturnInterview', { forces: OWN_AGENCY }, 'notice'),
    mayRead('ReturnInterview', { forces: OWN_AGENCY, shared: agencyAs('FULL') }, 'notice', 'full'),
    mayRead('Child', { named: personAs('EMERGENCY') }, 'identity', 'home'),
  ],
  EDT: [mayRead('Child', { responsible: OWN_AGENCY, recent: 'YES' }, 'identity')],
});
const HOME = aViewer('PLACEMENT_PROVIDER', 'home');
const WORKER = aViewer('SOCIAL_WORKER', 'north', 'sal');
const POLICE = aViewer('POLICE_MISSING_TEAM', 'force', 'pat');
const EDT = aViewer('EDT', 'north', 'ed');
const ENDS = '2026-11-20T08:00:00Z';
const UNTIL = `[2026-11-20T04:00:00Z,${ENDS})`;
/** The last instant before the end, and the end itself. */
const [BEFORE, AFTER] = [Date.parse(ENDS) - 1, Date.parse(ENDS)];

describe('what has ended is gone with the next request', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = gateUnder(POLICY, gateParts(db));
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const anInterview = async (standing: InterviewStanding): Promise<string> => {
    const id = randomUUID();
    await put(world, aReturnInterview({ id, child: randomUUID(), standing: { responsible: ['north'], providers: ['home'], forces: ['force'], ...standing } }));
    return id;
  };
  const levelFor = async (viewer: Viewer, id: string, now = NOW): Promise<unknown> =>
    (await gate.row(viewer, asking({ name: 'interview', id }, ofEveryType('ReturnInterview', fields('id')), now)))?.['__typename'];
  const childFor = async (viewer: Viewer, id: string, now = NOW): Promise<unknown> =>
    gate.row(viewer, asking({ name: 'child', id }, { Child: fields('homeAddress') }, now));

  it('an override that has expired', async () => {
    const id = await anInterview({ shared: [{ agency: 'REDACTED:home', during: UNTIL }] });
    expect(await levelFor(HOME, id, BEFORE)).toBe('RedactedInterview');
    expect(await levelFor(HOME, id, AFTER)).toBe('InterviewNotice');
  });

  it('an agreement that the child has withdrawn, or a text that is stale', async () => {
    const id = await anInterview({ shared: ['REDACTED:home'] });
    expect(await levelFor(HOME, id)).toBe('RedactedInterview');
    await world.client.query(`update interview set shared = '{}', shared_during = '{}' where id = $1`, [id]);
    expect(await levelFor(HOME, id)).toBe('InterviewNotice');
  });

  it('an agreement between agencies that has ended', async () => {
    const id = await anInterview({ shared: [{ agency: 'FULL:force', during: UNTIL }] });
    expect(await levelFor(POLICE, id, BEFORE)).toBe('FullInterview');
    expect(await levelFor(POLICE, id, AFTER)).toBe('InterviewNotice');
  });

  it('a relationship that has ended', async () => {
    const id = await anInterview({ named: [{ agency: 'SOCIAL_WORKER:sal@north', during: UNTIL }] });
    expect(await levelFor(WORKER, id, BEFORE)).toBe('FullInterview');
    expect(await levelFor(WORKER, id, AFTER)).toBeUndefined();
    expect(await levelFor(aViewer('SOCIAL_WORKER', 'north', 'sam'), id, BEFORE)).toBeUndefined();
    expect(await levelFor({ ...WORKER, agency: 'south' }, id, BEFORE)).toBeUndefined();
  });

  it('row 66: emergency access after its hours', async () => {
    const id = randomUUID();
    await put(world, [aChild({ id, standing: { responsible: ['north'], named: [{ agency: 'EMERGENCY:pat@force', during: UNTIL }] } })]);
    expect(await childFor(POLICE, id, BEFORE)).toEqual({ homeAddress: `home_address of ${id}` });
    expect(await childFor(POLICE, id, AFTER)).toBeNull();
    expect(await childFor({ ...POLICE, person: 'pia' }, id, BEFORE)).toBeNull();
  });

  it('a child who has been back for 72 hours', async () => {
    const id = randomUUID();
    await put(world, [aChild({ id, standing: { responsible: ['north'], recent: UNTIL } })]);
    expect(await childFor(EDT, id, BEFORE)).not.toBeNull();
    expect(await childFor(EDT, id, AFTER)).toBeNull();
  });

  it.each([
    ['GONE', 'TOKEN_REFUSED'],
    ['OFF_SHIFT', 'OFF_SHIFT'],
  ] as const)('somebody who is %s, though they were let in', async (standing, code) => {
    const id = await anInterview({});
    const asked: unknown[] = [];
    await world.client.query('truncate disclosure');
    const refusing = gateUnder(POLICY, gateParts(db, { viewerStands: (viewer, { now }) => (asked.push([viewer.person, now]), standing) }));
    const read = refusing.row(HOME, asking({ name: 'interview', id }, ofEveryType('ReturnInterview', fields('id')), BEFORE));
    await expect(read).rejects.toMatchObject({ code });
    expect(asked).toEqual([['person at home', BEFORE]]);
    const { rows } = await world.client.query('select outcome, children from disclosure');
    expect(rows).toEqual([{ outcome: 'REFUSED', children: [] }]);
  });
});
