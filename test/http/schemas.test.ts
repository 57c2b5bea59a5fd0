import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { findAdapters } from '../../src/compose.ts';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { aHub, type AHub } from './a-hub.ts';

const ADAPTERS = path.resolve(import.meta.dirname, '../../adapters');
const NAMES = readdirSync(ADAPTERS).sort();
const JSON_ONLY = { accept: 'application/json' };

let adapters: ReadonlyMap<string, Adapter>;
let hub: AHub;
beforeAll(async () => {
  adapters = await findAdapters();
  hub = await aHub({ adapters, production: true });
});
afterAll(() => hub.close());
const get = (place: string, init: RequestInit = {}): Promise<Response> => fetch(hub.url + place, init);

interface Raw {
  readonly status: number;
  readonly text: string;
}

/** As it is written: fetch would tidy the address first, and ask past every cache. */
function raw(place: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(hub.url);
    httpRequest({ port, host: '127.0.0.1', path: place, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the formats a hub reads', () => {
  it('are listed for programs, every adapter with where to send, where its fields are, and its schema', async () => {
    const response = await get('/schemas', { headers: JSON_ONLY });
    expect([response.status, response.headers.get('vary')]).toEqual([200, 'Accept']);
    const { adapters: listed } = (await response.json()) as { adapters: { id: string }[] };
    expect(listed.map(({ id }) => id)).toEqual(NAMES);
    expect(listed.find(({ id }) => id === 'authority-exchange')).toEqual({
      id: 'authority-exchange',
      version: adapters.get('authority-exchange')?.manifest.version,
      title: adapters.get('authority-exchange')?.manifest.title,
      syntaxes: ['xml'],
      files: 'one',
      order: 'sentAt',
      extract: 'delta',
      signed: true,
      send: '/ingest/authority-exchange',
      fields: '/schemas/authority-exchange',
      xsd: '/schemas/authority-exchange.xsd',
    });
    expect(listed.find(({ id }) => id === 'eclipse')).toMatchObject({ files: 'set', signed: false, xsd: null });
  });

  it.each(NAMES)('show of %s every field, mapped or left out, and the names of its samples', async (name) => {
    const sheet = (await (await get(`/schemas/${name}`, { headers: JSON_ONLY })).json()) as { fields: object[]; samples: string[]; settings: string | null };
    const adapter = adapters.get(name);
    expect(sheet.fields).toEqual(JSON.parse(JSON.stringify(adapter?.fields)));
    expect(sheet.settings).toBe(adapter?.settings?.describe ?? null);
    const lying = readdirSync(path.join(ADAPTERS, name, 'samples')).filter((file) => !file.endsWith('.expected.json') && file !== 'settings.json');
    expect(sheet.samples).toEqual(lying.sort());
  });

  it.each(NAMES)('show %s on a page too, linked from the page of all and from the start page', async (name) => {
    const page = await get(`/schemas/${name}`, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    const text = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text.match(/<tr>/g)?.length).toBeGreaterThan(adapters.get(name)?.fields.length ?? 0);
    expect(text).not.toMatch(/<script|style="|onclick|(src|href)="(https?:)?\/\//);
    expect(await (await get('/schemas')).text()).toContain(`href="/schemas/${name}"`);
    expect(await (await get('/')).text()).toContain('href="/schemas"');
  });

  it.each(['police-compact', 'authority-exchange', 'police-intelligence', 'lcs'])('serve the XML Schema of %s byte by byte, under a tag by which it need not be sent again', async (name) => {
    const response = await get(`/schemas/${name}.xsd`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(bytes.equals(Buffer.from(adapters.get(name)?.xsd ?? ''))).toBe(true);
    const tag = response.headers.get('etag') ?? '';
    expect(tag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
    expect(await raw(`/schemas/${name}.xsd`, { 'if-none-match': tag })).toEqual({ status: 304, text: '' });
    expect(await raw(`/schemas/${name}.xsd`, { 'if-none-match': '"another"' })).toEqual({ status: 200, text: bytes.toString() });
  });

  it.each(['/schemas', '/schemas/eclipse', '/schemas/police-compact.xsd'])('answer HEAD at %s as GET, without the body', async (place) => {
    const [head, whole] = [await get(place, { method: 'HEAD' }), await get(place)];
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, whole.headers.get('content-type'), '']);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(await whole.text())));
  });

  it.each([
    ...['/schemas/nobody', '/schemas/nobody.xsd', '/schemas/eclipse.xsd', '/schemas/.xsd', '/schemas/__proto__', '/schemas/constructor.xsd', '/schemas/eclipse/samples'],
    ...['/schemas/../package.json', '/schemas/..%2fpackage.json', '/schemas/%2e%2e%2fadapters%2feclipse%2fcodes.ts', '/schemas/..%5cpackage.json', '/schemas/police-compact%00.xsd', '/schemas/eclipse%2f..%2feclipse'],
  ])('have nothing at %s, which is told as everywhere', async (place) => {
    const { status, text } = await raw(place);
    expect([status, Object.keys(JSON.parse(text) as object)]).toEqual([404, Object.keys((await (await get('/nowhere')).json()) as object)]);
  });
});
