import { request as httpRequest } from 'node:http';
import type { DemonstrationIssuer } from '../../src/auth/demonstration-issuer.ts';
import { HubError } from '../../src/domain/errors.ts';
import { aHub, type AHub } from './a-hub.ts';

const demonstration: DemonstrationIssuer = {
  issuer: { name: 'i', audience: 'a', algorithms: ['ES256'], keys: { find: () => Promise.resolve('KEY_UNKNOWN') } },
  personas: () => [{ id: 'nia', name: 'Nia Invented', roles: [{ role: 'HUB_COORDINATOR', agency: 'northmere', system: null, shifts: [] }] }],
  demonstrationToken: (person) => {
    if (person !== 'nia') {
      throw new HubError('BAD_INPUT', 'No persona of the directory has this name.');
    }
    return 'a token';
  },
};
const command = { title: 'Ask <something>', command: `curl -H "a: b" 'x' && y` };

/** Sends headers that fetch does not let a client choose. */
function raw(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('the pages', () => {
  let hub: AHub;
  beforeAll(async () => {
    hub = await aHub({ demonstration, commands: [command] });
  });
  afterAll(() => hub.close());
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(hub.url + path, { headers });

  it.each(['/', '/health/live', '/health/ready', '/nowhere', '/graphiql', '/demonstration/personas', '/graphql'])('row 40: at %s are kept nowhere, framed nowhere and name no software', async (path) => {
    const { headers } = await get(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each(['/', '/graphiql', '/graphiql/persona-picker.css', '/web/homeward.css'])('at %s load nothing from anywhere else', async (path) => {
    const response = await get(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toMatch(/(src|href|url\()\s*=?\s*["']?(https?:)?\/\//);
    expect(response.headers.get('content-security-policy')).not.toMatch(/https?:|\*/);
  });

  it('begin with what is here, what works, and commands to try, written as they are to be typed', async () => {
    const text = await (await get('/')).text();
    expect(text).toContain('<h1>Homeward</h1>');
    expect(text).toContain('Ask &lt;something&gt;');
    expect(text).toContain('curl -H &quot;a: b&quot; &#39;x&#39; &amp;&amp; y');
    expect(text).toMatch(/database <strong>ready<\/strong>/);
    expect(text).not.toMatch(/<script|onclick|style="/);
  });

  it.each([
    [{ done: 0, of: 0, over: false }, 'being made and stored'],
    [{ done: 120, of: 4000, over: false }, '120 of 4000 files are read'],
    [{ done: 4000, of: 4000, over: false }, 'what its people did is being told'],
    [{ done: 4000, of: 4000, over: true }, 'The demonstration is there'],
  ])('say how much of the demonstration is there: %j', async (reading, said) => {
    const loading = await aHub({ demonstration, reading: () => reading });
    expect(await (await fetch(`${loading.url}/`)).text()).toContain(said);
    await loading.close();
  });

  it('say nothing of a demonstration where none is loaded', async () => {
    expect(await (await get('/')).text()).not.toMatch(/still loading|demonstration is there/);
  });

  it('say what is not ready, to people and to machines', async () => {
    const ill = await aHub({ readiness: () => Promise.resolve({ database: false, migrations: true, directory: true }) });
    const ready = await fetch(`${ill.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, database: false, migrations: true, directory: true });
    expect((await fetch(`${ill.url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${ill.url}/`)).text()).toMatch(/database <strong>not ready<\/strong>/);
    await ill.close();
  });

  it.each(['graphiql.js', 'graphiql.css', 'worker-editor.js', 'worker-json.js', 'worker-graphql.js', 'persona-picker.js'])('serve %s of the editor themselves', async (file) => {
    const response = await get(`/graphiql/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it('give the editor the operations promised to partners', async () => {
    const text = await (await get('/graphiql')).text();
    for (const name of ['MorningBriefing', 'ChildPicture', 'EpisodeList', 'OpenEpisodes', 'EpisodeDetail', 'OurChildren', 'DisclosureLog']) {
      expect(text).toContain(`query ${name}`);
    }
  });

  it('list the operations beside the personas, each under a name of its own', async () => {
    const text = await (await get('/graphiql')).text();
    expect(text).toContain('<select id="operation">');
    const names = [...text.matchAll(/(?:query|mutation|subscription) +(\w+)/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(40);
  });

  it('give tokens to personas and to nobody else', async () => {
    const token = (body: string) => fetch(`${hub.url}/demonstration/token`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(await (await get('/demonstration/personas')).json()).toEqual([{ id: 'nia', name: 'Nia Invented', roles: [{ role: 'HUB_COORDINATOR', agency: 'northmere' }] }]);
    expect(await (await token('{"persona": "nia"}')).json()).toEqual({ token: 'a token' });
    for (const body of ['{"persona": "somebody"}', '{"persona": "nia", "role": "AUDITOR"}', '{}', '[]', '{"persona": {"$ne": null}}', 'null', '{']) {
      expect((await token(body)).status).toBe(400);
    }
  });

  it.each([
    ['under a name that is not this machine’s', { host: 'elsewhere.invalid:4000' }],
    ['under no name of its own but one that begins like it', { host: 'localhost.elsewhere.invalid' }],
    ['by a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('give no token when called %s', async (_how, headers) => {
    expect(await raw(`${hub.url}/demonstration/personas`, headers)).toBe(404);
    expect(await raw(`${hub.url}/graphiql`, headers)).toBe(404);
  });

  it('of the demonstration do not exist in production', async () => {
    const production = await aHub({ production: true, demonstration, commands: [command] });
    for (const path of ['/graphiql', '/graphiql/graphiql.js', '/demonstration/personas', '/demonstration/token']) {
      expect((await fetch(production.url + path)).status).toBe(404);
    }
    const start = await fetch(`${production.url}/`);
    const text = await start.text();
    expect(text).not.toMatch(/graphiql|demonstration|curl/i);
    expect(start.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await production.close();
  });

  it('that are not there say so as a problem, without repeating the address', async () => {
    const response = await get('/nowhere-CANARY');
    const text = await response.text();
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ code: 'NOT_FOUND' });
    expect(text).not.toContain('CANARY');
    expect((await get('/documents/%E0%A4%A')).status).toBe(400);
  });
});
