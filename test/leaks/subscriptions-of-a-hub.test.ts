import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { aRunningHub, type RunningHub } from '../journeys/a-running-hub.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';
import { bySocket, byStream, type Followed } from './a-follower.ts';

const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const ENTRY = 'inWords strategy { reached reasons } nextStep { code } episode { id status risk } child { id givenName placement { homeName } }';
const BRIEFING = `subscription B { briefingChanged(authority: "northmere") { authority list entry { ${ENTRY} } } }`;
const INTERVIEW = 'subscription I { interviewReceived { __typename id state ... on FullInterview { reasons } } }';
const ALERT = 'subscription A { alertRaised { id kind text step child { id } } }';
const LISTS = { AUTHORITY_UNKNOWN: 'authorityUnknown', MISSING: 'missing', LOCATED_NOT_BACK: 'locatedNotBack', RETURNED: 'returned' } as const;

let hub: RunningHub;
const following: Followed[] = [];
beforeEach(async () => {
  hub = await aRunningHub();
});
afterEach(async () => {
  await Promise.all(following.splice(0).map((one) => one.stop()));
  await hub.close();
});

function follow(way: typeof bySocket, as: string, query: string): Followed {
  const one = way({ url: hub.url, token: hub.token(as), query });
  following.push(one);
  return one;
}

async function does(as: string, mutation: string, input: object): Promise<{ id: string; revision: number }> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await hub.ask<Record<string, { id: string; revision: number }>>(`mutation Act($input: ${type}!) { ${mutation}(input: $input) { id revision } }`, { as }, { input: { key: randomUUID(), ...input } });
  return data[mutation] ?? { id: '', revision: 0 };
}

/** Nobody is told that they follow by now: what they wait for is done again until they are told of it. */
async function provoke(one: Followed, act: (nth: number) => Promise<unknown>): Promise<void> {
  for (let nth = 1; one.told.length === 0 && one.refused.length === 0; nth += 1) {
    await act(nth);
    await Promise.race([one.until(1), sleep(500)]);
  }
}
const reported = (nth: number): Promise<unknown> =>
  hub.deliver(aMissing({ ...PLACED, 'Header/MessageId': `M-A${String(nth)}`, 'Header/SentAt': `2025-11-19T22:${String(30 + nth)}:00Z`, 'Report/CurrentRiskLevel': nth % 2 === 0 ? 'Medium' : 'High' }));

async function entriesAsked(as: string): Promise<unknown[]> {
  const { briefing } = await hub.ask<{ briefing: Record<string, object[]> }>(`{ briefing(authority: "northmere") { authority ${Object.values(LISTS).map((list) => `${list} { ${ENTRY} }`).join(' ')} } }`, { as });
  return Object.entries(LISTS).flatMap(([list, name]) => (briefing[name] ?? []).map((entry) => ({ briefingChanged: { authority: 'northmere', list, entry } })));
}


describe.each([['a WebSocket', bySocket], ['an event stream', byStream]] as const)('over %s', (_name, way) => {
  it('row 42: a briefing is told entry by entry, each as the same reader is answered at that moment', async () => {
    await hub.deliver(aMissing({ ...PLACED, 'Report/MisperId': 'MP-7', 'Person/PersonId': 'P-7', 'Header/MessageId': 'M-70', 'Person/GivenName': 'Elsewhere', 'Person/Surname': 'Otherfield', 'Person/DateOfBirth': '2010-02-03' }));
    const [coordinator, police, stranger] = [follow(way, 'northmere-coordinator', BRIEFING), follow(way, 'mereshire-missing-team', BRIEFING), follow(way, 'westhaven-coordinator', BRIEFING)];
    await provoke(coordinator, reported);
    await provoke(police, (nth) => reported(10 + nth));
    expect(await entriesAsked('northmere-coordinator')).toContainEqual(coordinator.told.at(-1));
    await hub.deliver(aFound(PLACED));
    const isBack = (one: Followed): boolean => one.told.some((told) => JSON.stringify(told).includes('RETURNED'));
    for (const one of [coordinator, police]) {
      for (let count = 1; !isBack(one); count += 1) {
        await one.until(count + 1);
      }
    }
    expect(coordinator.told.at(-1)).toMatchObject({ briefingChanged: { list: 'RETURNED', entry: { episode: { status: 'RETURNED' }, child: { givenName: 'Wrenna' } } } });
    expect(await entriesAsked('northmere-coordinator')).toContainEqual(coordinator.told.at(-1));
    expect(await entriesAsked('mereshire-missing-team')).toContainEqual(police.told.at(-1));
    expect([stranger.told, stranger.refused]).toEqual([[], []]);
  });

  it('row 42: an interview that another agency held comes to the authority that answers for the child, and to nobody who held it', async () => {
    await hub.deliver(aMissing(PLACED), aFound(PLACED));
    const { episodes } = await hub.ask<{ episodes: { nodes: { id: string; child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { id child { id } } } }', { as: 'northmere-coordinator' });
    const { id: episode, child } = episodes.nodes[0] ?? { id: '', child: { id: '' } };
    const [placing, host] = [follow(way, 'northmere-senior', INTERVIEW), follow(way, 'southvale-coordinator', INTERVIEW)];
    await does('southvale-coordinator', 'assignWorker', { child: child.id, revision: 0, worker: 'southvale-worker' });
    const held: string[] = [];
    await provoke(placing, async () => {
      held.push((await does('southvale-worker', 'recordInterview', { child: child.id, episodes: [episode], state: 'COMPLETED', at: '2025-11-20T07:30:00Z', answers: { reasons: 'Invented words.' } })).id);
    });
    const [told] = placing.told as readonly { readonly interviewReceived: { readonly id: string } }[];
    const id = told?.interviewReceived.id ?? '';
    expect(held).toContain(id);
    const asked = await hub.ask<{ interview: unknown }>(`{ interview(id: "${id}") { __typename id state ... on FullInterview { reasons } } }`, { as: 'northmere-senior' });
    expect(told).toEqual({ interviewReceived: asked.interview });
    expect(host.told).toEqual([]);
  });

  it('row 42: an alert comes before those whose step of the duty chain it is, and before nobody else', async () => {
    await hub.deliver(aMissing(PLACED));
    const { episodes } = await hub.ask<{ episodes: { nodes: { child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { child { id } } } }', { as: 'northmere-coordinator' });
    const child = episodes.nodes[0]?.child.id ?? '';
    const [senior, home] = [follow(way, 'northmere-senior', ALERT), follow(way, 'larkfield-manager', ALERT)];
    await does('northmere-coordinator', 'assignWorker', { child, revision: 0, worker: 'northmere-worker' });
    await provoke(senior, () => does('northmere-worker', 'raiseConcern', { child, concern: 'HARM_DISCLOSED', words: 'Invented words.' }));
    const [told] = senior.told;
    expect(told).toMatchObject({ alertRaised: { step: 1, child: { id: child } } });
    expect([home.told, home.refused]).toEqual([[], []]);
  });

  it('rows 46, 54: a stream ends when a directory suspends who holds it, and when the hub stops', async () => {
    await hub.deliver(aMissing(PLACED));
    const { episodes } = await hub.ask<{ episodes: { nodes: { id: string }[] } }>('{ episodes(first: 1) { nodes { id } } }', { as: 'northmere-coordinator' });
    const query = `subscription E { episodeChanged(episode: "${episodes.nodes[0]?.id ?? ''}") { status } }`;
    const [coordinator, home] = [follow(way, 'northmere-coordinator', query), follow(way, 'larkfield-manager', query)];
    await Promise.all([coordinator.until(1), home.until(1)]);
    const suspended = demonstrationDirectory.replace('subject: northmere-coordinator\n', 'subject: northmere-coordinator\n    suspended: true\n');
    expect((await hub.command('directory', 'load', hub.file('directory.yml', suspended))).code).toBe(0);
    expect(await coordinator.closed).toEqual({ code: way === bySocket ? 4401 : 0, reason: 'TOKEN_REFUSED' });
    expect(home.refused).toEqual([]);
    await hub.sleepUntil(hub.now);
    expect(await home.closed).toMatchObject({ code: way === bySocket ? 1001 : 0 });
  });
});

