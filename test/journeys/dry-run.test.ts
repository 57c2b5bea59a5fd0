import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packFiles } from '../../src/ingest/pack-files.ts';
import { aRunningHub, type Answer, type RunningHub, type Sending } from './a-running-hub.ts';
import { aFound, aMissing } from './documents.ts';

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

const BROKEN = 'Not a message at all';

async function tryOut({ bytes, as, adapter, extracted }: Sending, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const asked = extracted === undefined ? '' : `&extracted=${extracted}`;
  const response = await fetch(`${hub.url}/ingest/${adapter}?dryRun${asked}`, { method: 'POST', body: bytes, headers: { authorization: `Bearer ${hub.token(as)}`, ...headers } });
  return { status: response.status, text: await response.text() };
}

describe('trying a document before it is sent', () => {
  let picture: string;
  beforeAll(async () => {
    await hub.deliver(aMissing());
    picture = await hub.picture();
  });
  afterEach(async () => {
    expect([await hub.documents(), await hub.picture()]).toEqual([1, picture]);
  });

  it('over HTTP says what would become of it, with the same token as sending', async () => {
    const { status, text } = await tryOut(aFound());
    expect([status, JSON.parse(text)]).toMatchObject([200, { dryRun: true, state: 'TAKEN', taken: 1, refused: 0, changes: { episode: { added: 0, changed: 1, removed: 0 } } }]);
    expect((await tryOut({ ...aFound(), as: 'mereshire-missing-team' })).status).toBe(403);
  });

  it('over HTTP says why it would be quarantined, without a word of it', async () => {
    const { status, text } = await tryOut({ ...aFound(), bytes: BROKEN });
    expect([status, JSON.parse(text)]).toMatchObject([200, { state: 'QUARANTINED', refused: 1, refusals: [{ place: expect.any(String) as string, remedy: expect.any(String) as string }] }]);
    expect(text).not.toContain(BROKEN);
  });

  it('over HTTP is refused where sending is refused', async () => {
    expect((await tryOut({ ...aFound(), adapter: 'ssda903' })).status).toBe(403);
    expect((await tryOut({ ...aFound(), bytes: new Uint8Array(gzipSync(String(aFound().bytes))) }, { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await tryOut({ ...aFound(), extracted: '2025-11-19' })).status).toBe(400);
  });

  it('over HTTP takes a set as its archive', async () => {
    const set = path.resolve(import.meta.dirname, '../../adapters/eclipse/samples/both-views');
    const archive = new Uint8Array(await packFiles(readdirSync(set).map((name) => ({ name, bytes: readFileSync(path.join(set, name)) }))));
    const { status, text } = await tryOut({ bytes: archive, as: 'northmere-eclipse-client', adapter: 'eclipse', extracted: '2025-11-19' });
    expect([status, JSON.parse(text)]).toMatchObject([200, { adapter: 'eclipse', dryRun: true, state: 'TAKEN', observations: { person: expect.any(Number) as number } }]);
    expect(text).toMatch(/formanswerpersonview\.csv line \d.*person\.csv line \d/s);
  });

  const command = ['ingest', 'police-compact', '--source', 'mereshire-compact', '--dry-run'];

  it('by the command line reads well', async () => {
    const { code, out } = await hub.command(...command, hub.file('found.xml', String(aFound().bytes)));
    expect([code, out]).toEqual([0, expect.stringMatching(/would be TAKEN, as police-compact 1 reads it\n {2}1 records: 1 would be taken, 0 known already, 0 refused\n {2}says: .*\n(.*\n)*This was a dry run: nothing was stored\./) as string]);
  });

  it('by the command line ends with 1 where anything would be refused, and says what and what not', async () => {
    const files = [hub.file('missing.xml', String(aMissing().bytes)), hub.file('empty.xml', ''), hub.file('bad.xml', BROKEN)];
    const { code, out } = await hub.command(...command, ...files);
    expect([code, out]).toEqual([1, expect.stringMatching(/is there already as [0-9a-f-]+ \(TAKEN\)(.*\n)*.*DOCUMENT_EMPTY(.*\n)*.*bad\.xml: would be QUARANTINED/) as string]);
  });
});
