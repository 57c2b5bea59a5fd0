import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { composeServices } from '@theguild/federation-composition';
import { parse, print, type DocumentNode } from 'graphql';
import { aRunningHub, type RunningHub } from './a-running-hub.ts';
import { aSchoolRegister, type SchoolRegister } from './a-school-register.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const KEY = randomBytes(32).toString('base64url');
const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const [COORDINATOR, WORKER, SENIOR, HOME, STRANGER] = ['northmere-coordinator', 'northmere-worker', 'northmere-senior', 'larkfield-manager', 'brookside-manager'] as const;
const SCHOOL = 'Invented Academy';
/** What another hub might have given somebody: nothing here. */
const NOBODY = '00000000-0000-8000-8000-000000000000';

let hub: RunningHub;
let register: SchoolRegister;
let gateway: { readonly url: string; close(): Promise<void> };
let child: string;
let episode: string;
beforeAll(async () => {
  hub = await aRunningHub({ routerKey: KEY });
  register = await aSchoolRegister();
  await hub.deliver(aMissing(PLACED), aFound(PLACED));
  const { episodes } = await hub.ask<{ episodes: { nodes: { id: string; child: { id: string } }[] } }>('{ episodes(first: 1) { nodes { id child { id } } } }', { as: COORDINATOR });
  [child, episode] = [episodes.nodes[0]?.child.id ?? '', episodes.nodes[0]?.id ?? ''];
  const act = (mutation: string, as: string, input: object) => hub.ask(`mutation M($input: ${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { id } }`, { as }, { input: { key: randomUUID(), ...input } });
  await act('assignWorker', COORDINATOR, { child, revision: 0, worker: WORKER });
  await act('recordInterview', WORKER, { child, episodes: [episode], state: 'COMPLETED', at: '2025-11-20T07:30:00Z', answers: { reasons: 'Invented words.' } });
  register.schools.set(child, SCHOOL).set(NOBODY, SCHOOL);
  register.episodes.push(episode);
  gateway = await aGateway();
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await register.close();
  await hub.close();
});

/** How the router asks a subgraph: one POST each, with the headers that are meant for it. */
const OVER_HTTP = {
  getSubgraphExecutor:
    ({ transportEntry }: { readonly transportEntry: { readonly location?: string } }) =>
    async ({ document, variables, extensions }: { readonly document: DocumentNode; readonly variables?: unknown; readonly extensions?: { readonly headers?: Record<string, string> } }) => {
      const headers = { 'content-type': 'application/json', ...extensions?.headers };
      const answer = await fetch(transportEntry.location ?? '', { method: 'POST', headers, body: JSON.stringify({ query: print(document), variables }) });
      return (await answer.json()) as object;
    },
};

/** A router that composes the two and passes on who asks, as any federation router can. */
async function aGateway(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { data } = (await (await askSubgraph('{ _service { sdl } }', {})).json()) as { data: { _service: { sdl: string } } };
  const { supergraphSdl, errors } = composeServices([
    { name: 'hub', url: `${hub.url}/federation`, typeDefs: parse(data._service.sdl) },
    { name: 'register', url: register.url, typeDefs: parse(register.sdl) },
  ]);
  expect(errors ?? []).toEqual([]);
  const runtime = createGatewayRuntime({
    supergraph: supergraphSdl ?? '',
    logging: false,
    transports: { http: OVER_HTTP },
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        subgraphName.toLowerCase() === 'hub' ? { authorization: request.headers.get('authorization') ?? '', 'homeward-router': KEY } : {},
    },
  });
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the gateway answers the response itself
  const server = createServer(runtime);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/graphql`,
    async close() {
      await runtime[Symbol.asyncDispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function through(as: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.token(as)}` };
  return (await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
}

/** Straight to the hub's own side of the federation; `as`: whose token goes with it. */
function askSubgraph(query: string, { as, key = KEY, variables = {} }: { readonly as?: string; readonly key?: string | null; readonly variables?: object }): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(key !== null && { 'homeward-router': key }), ...(as !== undefined && { authorization: `Bearer ${hub.token(as)}` }) };
  return fetch(`${hub.url}/federation`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
}

const ENTITIES = 'query E($of: [_Any!]!) { _entities(representations: $of) { ... on Child { id givenName } ... on Episode { id status } } }';
async function entities(as: string, of: readonly object[], query = ENTITIES): Promise<{ data?: { _entities?: unknown }; codes: string[] }> {
  const { data, errors = [] } = (await (await askSubgraph(query, { as, variables: { of } })).json()) as { data?: { _entities?: unknown }; errors?: { extensions: { code: string } }[] };
  return { ...(data !== undefined && { data }), codes: errors.map(({ extensions }) => extensions.code) };
}

describe('through a router, beside somebody else’s subgraph', () => {
  it.each([
    [SENIOR, { givenName: 'Wrenna', interviews: [{ __typename: 'FullInterview' }] }],
    [HOME, { givenName: 'Wrenna', interviews: [{ __typename: 'InterviewNotice' }] }],
    [STRANGER, { givenName: null, interviews: null }],
  ])('%s reads of a child whom the other names just what is theirs', async (as, shown) => {
    const answer = await through(as, `{ pupils(school: "${SCHOOL}") { id school givenName interviews { __typename } } }`);
    expect(answer).toEqual({
      data: {
        pupils: [
          { id: child, school: SCHOOL, ...shown },
          { id: NOBODY, school: SCHOOL, givenName: null, interviews: null },
        ],
      },
    });
  });

  it('the other adds to what the hub answers, and an episode it names is read the same way', async () => {
    const asked = '{ episodes(first: 1) { nodes { child { givenName school } } } lessonsMissed { id status } }';
    expect(await through(COORDINATOR, asked)).toEqual({
      data: { episodes: { nodes: [{ child: { givenName: 'Wrenna', school: SCHOOL } }] }, lessonsMissed: [{ id: episode, status: 'RETURNED' }] },
    });
  });

  it('row 23: what the hub always says of what it shows empties no answer where it shows nothing', async () => {
    const asked = `{ pupils(school: "${SCHOOL}") { school disclosure { onwardSharing } } }`;
    expect(await through(STRANGER, asked)).toEqual({ data: { pupils: [{ school: SCHOOL, disclosure: null }, { school: SCHOOL, disclosure: null }] } });
    expect(await through(SENIOR, asked)).toMatchObject({ data: { pupils: [{ disclosure: { onwardSharing: expect.anything() as unknown } }, { disclosure: null }] } });
  });

  it('every answer is in the log of what was disclosed to whom', async () => {
    const log = () => hub.ask<{ disclosures: { nodes: { actor: string }[] } }>(`{ disclosures(child: "${child}", first: 100) { nodes { actor } } }`, { as: 'northmere-auditor' });
    const count = async (): Promise<number> => (await log()).disclosures.nodes.filter(({ actor }) => actor === HOME).length;
    const before = await count();
    await through(HOME, `{ pupils(school: "${SCHOOL}") { givenName } }`);
    expect(await count()).toBe(before + 1);
  });
});

describe('the hub’s own side of it', () => {
  it.each([
    ['nothing', null],
    ['another key', randomBytes(32).toString('base64url')],
    ['the beginning of the key', KEY.slice(0, -4)],
    ['an empty key', ''],
  ])('row 53: is not there for one who shows %s, whoever they are', async (_what, key) => {
    const answer = await askSubgraph('{ _service { sdl } }', { as: COORDINATOR, key });
    const elsewhere = await fetch(`${hub.url}/nowhere`, { method: 'POST' });
    expect([answer.status, elsewhere.status]).toEqual([404, 404]);
    const [told, same] = [(await answer.json()) as { code: string }, (await elsewhere.json()) as { code: string }];
    expect({ ...told, reference: '' }).toEqual({ ...same, reference: '' });
  });

  it.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])('asks nothing of it at /graphql: %s', async (query) => {
    const { text } = await hub.post(query, { as: COORDINATOR });
    expect(JSON.parse(text)).toMatchObject({ errors: [{ message: 'There is no such field (Query).', extensions: { code: 'BAD_INPUT' } }] });
  });

  it.each([ENTITIES, '{ _service { sdl } viewer { name } }', 'mutation { __typename }', '{ ...F } fragment F on Query { viewer { name } }', '{ __schema { types { name } } }'])(
    'tells a router without a viewer its schema and nothing else: %s',
    async (query) => {
      const answer = await askSubgraph(query, { variables: { of: [{ __typename: 'Child', id: child }] } });
      expect([answer.status, await answer.json()]).toMatchObject([401, { errors: [{ extensions: { code: 'TOKEN_REQUIRED' } }] }]);
    },
  );

  it('row 29: asks anew for each of a batch, and what is not theirs looks like what is not there', async () => {
    const of = [child, NOBODY, 'no id', child].map((id) => ({ __typename: 'Child', id }));
    const wrenna = { id: child, givenName: 'Wrenna' };
    expect(await entities(COORDINATOR, [...of, { __typename: 'Episode', id: episode }])).toEqual({ data: { _entities: [wrenna, null, null, wrenna, { id: episode, status: 'RETURNED' }] }, codes: [] });
    expect(await entities(STRANGER, of)).toEqual({ data: { _entities: [null, null, null, null] }, codes: [] });
  });

  it('row 29: counts a batch, however it is spread over a request', async () => {
    const many = (count: number): object[] => Array.from({ length: count }, () => ({ __typename: 'Child', id: randomUUID() }));
    expect((await entities(COORDINATOR, many(100))).codes).toEqual([]);
    expect((await entities(COORDINATOR, many(101))).codes).toEqual(['QUERY_REFUSED']);
    const twice = 'query E($of: [_Any!]!) { a: _entities(representations: $of) { __typename } b: _entities(representations: $of) { __typename } }';
    expect((await entities(COORDINATOR, many(51), twice)).codes).toEqual(['QUERY_REFUSED']);
    const deep = 'query E($of: [_Any!]!) { _entities(representations: $of) { ... on Child { episodes(first: 50) { child { episodes(first: 50) { id } } } } } }';
    expect((await entities(COORDINATOR, many(100), deep)).codes).toEqual(['QUERY_REFUSED']);
  });

  it.each([[{ __typename: 'CANARY', id: 'x' }], [{ __typename: 'Child' }], [{ __typename: 'Placement', id: 'x' }], ['CANARY']])('repeats nothing of what is no child and no episode: %j', async (of) => {
    const answer = await askSubgraph(ENTITIES, { as: COORDINATOR, variables: { of: [of] } });
    const text = await answer.text();
    expect(text).toContain('BAD_INPUT');
    expect(text).not.toContain('CANARY');
  });
});
