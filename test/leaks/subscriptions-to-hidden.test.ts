import { randomUUID } from 'node:crypto';
import { HubError } from '../../src/domain/errors.ts';
import { aChild, anEpisode, put } from '../gate/a-world.ts';
import { aHubWithChildren, ask, callerOf } from '../http/a-hub.ts';
import { bySocket, byStream, type Followed } from './a-follower.ts';
import { AnEar } from './an-ear.ts';

const STANDING = { responsible: ['northmere'], forces: ['mereshire-police'], providers: ['larkfield'], missingNow: 'YES' } as const;
const EPISODE = 'status circumstances risk child { id givenName familyAddress } disclosure { withheld { field } }';
const FOLLOW = `subscription E($id: ID!) { episodeChanged(episode: $id) { ${EPISODE} } }`;
const COORDINATOR = 'coordinator@northmere';
const HOME = 'provider@larkfield';

describe.each([['a WebSocket', bySocket], ['an event stream', byStream]] as const)('who follows over %s', (_name, way) => {
  const ear = new AnEar();
  const refused = new Map<string, HubError>();
  let hub: Awaited<ReturnType<typeof aHubWithChildren>>;
  let child = '';
  let id = '';
  const following: Followed[] = [];
  beforeAll(async () => {
    hub = await aHubWithChildren({
      hearing: ear,
      live: { standingMs: 20, ofOnePerson: 3 },
      authenticate: ({ authorization = '' }) => {
        const refusal = refused.get(authorization.replace('Bearer ', ''));
        return refusal === undefined ? Promise.resolve(callerOf(authorization)) : Promise.reject(refusal);
      },
    });
  });
  beforeEach(async () => {
    [child, id] = [randomUUID(), randomUUID()];
    await put(hub.world, [aChild({ id: child, standing: STANDING }), anEpisode({ id, child, standing: STANDING })]);
  });
  afterEach(async () => {
    refused.clear();
    await Promise.all(following.splice(0).map((one) => one.stop()));
  });
  afterAll(() => hub.close());

  const follow = (as: string, query = FOLLOW): Followed => {
    const one = way({ url: hub.url, token: as, query, variables: query === FOLLOW ? { id } : {} });
    following.push(one);
    return one;
  };
  const asks = async (as: string): Promise<unknown> => (await ask(hub, `{ episode(id: "${id}") { ${EPISODE} } }`, { as })).data?.['episode'];
  const write = (table: string, column: string, value: string): Promise<unknown> => hub.world.client.query(`update ${table} set ${column} = $1 where id = any ($2)`, [value, [id, child]]);
  const disclosed = async (as: string): Promise<number> => {
    const { rows } = await hub.world.client.query<{ count: number }>(`select count(*)::integer as count from disclosure where actor = $1 and $2 = any (children)`, [as.replace('@', '-'), child]);
    return rows[0]?.count ?? 0;
  };
  const changed = { kind: 'PICTURE' as const };

  it('row 43: hears nothing of a change in what is hidden from them, and nothing is written down of it', async () => {
    const [coordinator, home] = [follow(COORDINATOR), follow(HOME)];
    await Promise.all([coordinator.until(1), home.until(1)]);
    expect(home.told[0]).toMatchObject({ episodeChanged: { circumstances: null, child: { familyAddress: null } } });
    const before = await disclosed(HOME);
    await write('episode_circumstances', 'circumstances', 'other hidden words');
    await ear.say({ ...changed, children: [child] }, 2);
    expect((await coordinator.until(2))[1]).toMatchObject({ episodeChanged: { circumstances: 'other hidden words' } });
    await write('child_address', 'family_address', 'another hidden place');
    await ear.say({ ...changed, children: [child] }, 2);
    await write('episode', 'risk', 'LOW');
    await ear.say({ ...changed, children: [child] }, 2);
    expect((await home.until(2))[1]).toEqual({ episodeChanged: await asks(HOME) });
    expect([home.told.length, (await coordinator.until(4)).length]).toEqual([2, 4]);
    // One for what was told, one for the question just asked.
    expect(await disclosed(HOME)).toBe(before + 2);
  });

  it('row 42: hears nothing more once the child is closed to them, and again from when it is open', async () => {
    const home = follow(HOME);
    await home.until(1);
    await hub.world.client.query(`update episode set providers = '{}', providers_during = '{}' where id = $1`, [id]);
    await write('episode', 'status', 'LOCATED');
    await ear.say({ ...changed, children: [child] }, 1);
    expect(await asks(HOME)).toBeNull();
    await hub.world.client.query(`update episode set providers = '{larkfield}', providers_during = array['{(,)}'::tstzmultirange] where id = $1`, [id]);
    await ear.say({ ...changed, children: [child] }, 1);
    expect(await home.until(2)).toHaveLength(2);
    expect(home.told[1]).toEqual({ episodeChanged: await asks(HOME) });
  });

  it('row 44: is asked for by themselves, so that each is told and written down once for each', async () => {
    const those = [follow('coordinator@northmere'), follow('coordinator@northmere'), follow('police@mereshire-police')];
    await Promise.all(those.map((one) => one.until(1)));
    await write('episode', 'risk', 'LOW');
    await ear.say({ ...changed, children: [child] }, 3);
    await Promise.all(those.map((one) => one.until(2)));
    expect([await disclosed('coordinator@northmere'), await disclosed('police@mereshire-police')]).toEqual([4, 2]);
    expect(those[0]?.told).toEqual(those[1]?.told);
    expect(those[2]?.told[1]).toEqual({ episodeChanged: await asks('police@mereshire-police') });
  });

  it('row 45: is told what the gate answers at the end, though it changed again after it was heard', async () => {
    const home = follow(HOME);
    await home.until(1);
    await write('episode', 'risk', 'LOW');
    await write('episode_circumstances', 'circumstances', 'hidden');
    await write('episode', 'risk', 'VERY_LOW');
    await ear.say({ ...changed, children: [child] }, 1);
    expect((await home.until(2))[1]).toMatchObject({ episodeChanged: { risk: 'VERY_LOW', circumstances: null } });
  });

  it('rows 16, 42: is refused alike what is hidden and what is not there', async () => {
    const stranger = follow('provider@ashgrove');
    await stranger.until(1);
    expect([stranger.told, stranger.refused]).toEqual([[], ['NOT_FOUND']]);
    id = randomUUID();
    const nothing = follow(COORDINATOR);
    await nothing.until(1);
    expect([nothing.told, nothing.refused]).toEqual([[], ['NOT_FOUND']]);
  });

  it.each([
    ['rows 46, 54: is closed as soon as it is seen that their token was taken back or they were suspended', 'TOKEN_REFUSED', 4401],
    ['row 46: is closed when their shift ends', 'OFF_SHIFT', 4403],
    ['row 46: is closed when their role ends', 'ROLE_REQUIRED', 4403],
  ] as const)('%s, though nothing happens', async (_what, code, closed) => {
    const home = follow(HOME);
    await home.until(1);
    refused.set(HOME, new HubError(code, 'No longer.'));
    await ear.say({ kind: 'STANDING' });
    expect(await home.closed).toEqual({ code: way === bySocket ? closed : 0, reason: code });
    expect(home.told).toHaveLength(1);
  });

  it('rows 46, 54: is told nothing of what changed in the same moment', async () => {
    const home = follow(HOME);
    await home.until(1);
    refused.set(HOME, new HubError('TOKEN_REFUSED', 'No longer.'));
    await write('episode', 'risk', 'LOW');
    await ear.say({ ...changed, children: [child] });
    expect(await home.closed).toEqual({ code: way === bySocket ? 4401 : 0, reason: 'TOKEN_REFUSED' });
    expect(home.told).toHaveLength(1);
  });

  it('row 47: is refused where it is not whole who they are', async () => {
    const half = follow('coordinator@');
    expect(await half.closed).toEqual({ code: way === bySocket ? 4403 : 0, reason: 'FORBIDDEN' });
    expect(half.told).toEqual([]);
  });

  it.each([
    ['too deep', `subscription { alertRaised { child { ${'episodes(first: 1) { child { '.repeat(5)} id ${'} }'.repeat(5)} } } }`, 'QUERY_REFUSED'],
    ['of no such field', 'subscription { everythingChanged { id } }', 'BAD_INPUT'],
    ['that asks a question', '{ viewer { name } }', 'BAD_INPUT'],
    ['that does something', 'mutation { acknowledgeNotice(input: { key: "1", notice: "1" }) { id } }', 'BAD_INPUT'],
    ['of two things', 'subscription { alertRaised { id } interviewReceived { id } }', 'BAD_INPUT'],
  ])('row 30: is refused a subscription %s', async (_what, query, code) => {
    const one = follow(COORDINATOR, query);
    await one.until(1);
    expect(new Set(one.refused)).toEqual(new Set([code]));
  });

  it('row 30: follows a few things at once, and another once one is ended', async () => {
    const few = [follow(COORDINATOR), follow(COORDINATOR), follow(COORDINATOR)];
    await Promise.all(few.map((one) => one.until(1)));
    expect(ear.ears).toBeGreaterThanOrEqual(3);
    const more = follow(COORDINATOR);
    await more.closed;
    expect(more.told).toEqual([]);
    await few[0]?.stop();
    await few[0]?.closed;
    const again = follow(COORDINATOR);
    await again.until(1);
    expect(again.told).toHaveLength(1);
  });
});

test('row 53: a subscription that is sent where queries are answered tells nothing', async () => {
  const hub = await aHubWithChildren();
  const { data, errors } = await ask(hub, 'subscription { alertRaised { id } }');
  await hub.close();
  expect([data ?? null, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['BAD_INPUT']]);
});
