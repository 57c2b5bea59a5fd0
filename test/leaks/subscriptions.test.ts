import { aRunningHub, type RunningHub } from '../journeys/a-running-hub.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';
import { bySocket, byStream, type Followed } from './a-follower.ts';

const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const EPISODE = 'subscription E($id: ID!) { episodeChanged(episode: $id) { id status risk circumstances missingSince { text } child { id givenName } disclosure { withheld { field } } } }';
const QUERY = 'query E($id: ID!) { episode(id: $id) { id status risk circumstances missingSince { text } child { id givenName } disclosure { withheld { field } } } }';
const WAYS = [['a WebSocket', bySocket], ['an event stream', byStream]] as const;

let hub: RunningHub;
let id: string;
const following: Followed[] = [];
beforeEach(async () => {
  hub = await aRunningHub();
  await hub.deliver(aMissing(PLACED));
  const { episodes } = await hub.ask<{ episodes: { nodes: { id: string }[] } }>('{ episodes(first: 1) { nodes { id } } }', { as: 'northmere-coordinator' });
  id = episodes.nodes[0]?.id ?? '';
});
afterEach(async () => {
  await Promise.all(following.splice(0).map((one) => one.stop()));
  await hub.close();
});

function follow(way: typeof bySocket, as: string, query = EPISODE): Followed {
  const one = way({ url: hub.url, token: hub.token(as), query, variables: query.includes('$id') ? { id } : {} });
  following.push(one);
  return one;
}

const asks = async (as: string): Promise<unknown> => (await hub.ask<{ episode: unknown }>(QUERY, { as }, { id })).episode;

describe.each(WAYS)('over %s', (_name, way) => {
  it('row 42: each is told what they would be answered at that moment, as it stands and whenever it changes', async () => {
    const coordinator = follow(way, 'northmere-coordinator');
    const home = follow(way, 'larkfield-manager');
    const [first] = await coordinator.until(1);
    expect(first).toEqual({ episodeChanged: await asks('northmere-coordinator') });
    expect((await home.until(1))[0]).toEqual({ episodeChanged: await asks('larkfield-manager') });
    await hub.deliver(aFound(PLACED));
    expect((await coordinator.until(2))[1]).toEqual({ episodeChanged: await asks('northmere-coordinator') });
    expect((await home.until(2))[1]).toEqual({ episodeChanged: await asks('larkfield-manager') });
    expect(home.told).not.toEqual(coordinator.told);
  });
});
