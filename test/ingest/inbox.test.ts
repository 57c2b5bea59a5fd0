import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { adapter as ssda903 } from '../../adapters/ssda903/adapter.ts';
import { HubError } from '../../src/domain/errors.ts';
import { inboxEntries } from '../../src/ingest/inbox/inbox-entries.ts';
import { readEntry } from '../../src/ingest/inbox/read-entry.ts';
import { notStored, notTaken } from '../../src/ingest/inbox/reason-text.ts';
import { Inbox } from '../../src/ingest/inbox/watch-inbox.ts';
import { receive } from '../../src/ingest/receive.ts';
import { anIngest, NOW, type TestIngest } from './an-ingest.ts';
import { aPoliceMessage } from './documents.ts';

const SETTLED = 10_000;
const MISSING_903 = 'CHILD,DOB,MISSING,MIS_START,MIS_END\n0001,14/05/2011,M,28/10/2025,30/10/2025\n';

describe('a folder that files are put into', () => {
  let hub: TestIngest;
  let folder: string;
  let inbox: Inbox;
  let now = NOW;
  beforeAll(async () => {
    hub = await anIngest({ clock: () => now });
  });
  beforeEach(async () => {
    await hub.clear();
    folder = await mkdtemp(path.join(tmpdir(), 'homeward-inbox-'));
    inbox = new Inbox(hub.services, { folder, intervalMs: 1, settledMs: SETTLED });
    await inbox.look();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => hub.close());

  const put = (name: string, text: string | Buffer, system = 'mereshire-compact'): Promise<void> => writeFile(path.join(folder, system, name), text);
  const within = async (inside: string, system = 'mereshire-compact'): Promise<string[]> => {
    try {
      return (await readdir(path.join(folder, system, inside))).sort();
    } catch {
      return [];
    }
  };
  const lookTwice = async (): Promise<void> => {
    await inbox.look();
    now += SETTLED;
    await inbox.look();
  };
  const documents = async (): Promise<number> => (await hub.rows('select id from source_document')).length;

  it('has a place for every source system of the directory', async () => {
    expect((await readdir(folder)).sort()).toEqual(['mereshire-compact', 'northmere-903', 'southvale-903']);
  });

  it('gives a child to the picture, and the file to done', async () => {
    await put('report.xml', aPoliceMessage());
    await lookTwice();

    expect(await hub.rows('select given_name from child')).toEqual([{ given_name: 'Wrenna' }]);
    expect([await within('done'), await within('')]).toEqual([['report.xml'], ['done']]);
  });

  it('leaves a file alone while it is written', async () => {
    await put('report.xml', aPoliceMessage().slice(0, 100));
    await inbox.look();
    now += SETTLED - 1;
    await inbox.look();
    await put('report.xml', aPoliceMessage());
    now += SETTLED - 1;
    await inbox.look();
    expect(await documents()).toBe(0);

    now += SETTLED;
    await inbox.look();
    expect(await within('done')).toEqual(['report.xml']);
  });

  it.each(['report.xml.part', 'report.tmp', '.report.xml', '~report.xml', 'report.xml.crdownload', 'Thumbs.db', 'report.xml.jws'])('does not take %s', async (name) => {
    await put(name, aPoliceMessage());
    await lookTwice();
    expect([await documents(), await within('')]).toEqual([0, [name]]);
  });

  it('takes a file that is renamed into its name when it is complete', async () => {
    await put('report.part', aPoliceMessage());
    await rename(path.join(folder, 'mereshire-compact', 'report.part'), path.join(folder, 'mereshire-compact', 'report.xml'));
    await lookTwice();
    expect(await within('done')).toEqual(['report.xml']);
  });

  it('lays the reason beside what it refuses: what, where and how to mend it, and nothing of the child', async () => {
    await put('report.xml', aPoliceMessage({ MissingSince: 'CANARYGULL', GivenName: 'CANARYGULL' }).replace('</MissingPoliceCompact>', ''));
    await lookTwice();

    expect(await within('refused')).toEqual(['report.xml', 'report.xml.reason.txt']);
    const reason = await readFile(path.join(folder, 'mereshire-compact/refused/report.xml.reason.txt'), 'utf8');
    expect(reason).toMatch(/DOCUMENT_MALFORMED at line \d+.*\n.*put it into the folder again/);
    expect(reason).not.toContain('CANARYGULL');
    expect(await hub.rows('select state from source_document')).toEqual([{ state: 'QUARANTINED' }]);
  });

  it('says of a file that never came in that nothing was stored', async () => {
    await put('empty-day.csv', MISSING_903, 'northmere-903');
    await lookTwice();

    const reason = await readFile(path.join(folder, 'northmere-903/refused/empty-day.csv.reason.txt'), 'utf8');
    expect(reason).toMatch(/nothing of it was stored[^]*EXTRACTED_REQUIRED: Begin the file's name with the day/);
    expect(await documents()).toBe(0);
  });

  it.each([
    ['2026-05-01-missing.csv', null, '2026-04-30T23:00:00.000Z'],
    ['2026-05-01T0630 missing.csv', null, '2026-05-01T05:30:00.000Z'],
    ['missing.csv', '2026-05-02T06:00:00Z\n', '2026-05-02T06:00:00.000Z'],
  ])('reads when %s was extracted from its name or from beside it', async (name, beside, extracted) => {
    await put(name, MISSING_903, 'northmere-903');
    if (beside !== null) {
      await put(`${name}.extracted`, beside, 'northmere-903');
    }
    await lookTwice();

    expect(await hub.rows('select extracted from source_document')).toEqual([{ extracted }]);
    expect(await within('done', 'northmere-903')).toEqual(beside === null ? [name] : [name, `${name}.extracted`].sort());
  });

  it('takes what it had stored when it was cut off, and does not double it', async () => {
    const bytes = Buffer.from(aPoliceMessage());
    await put('report.xml', bytes);
    await receive(hub.services, { adapter: 'police-compact', agency: 'mereshire-police', system: 'mereshire-compact', extracted: null, fileName: 'report.xml', receivedBy: 'inbox', bytes, signature: null, now });
    await lookTwice();

    expect([await documents(), await within('done')]).toEqual([1, ['report.xml']]);
  });

  it('overwrites nothing that was done before', async () => {
    await put('report.xml', aPoliceMessage());
    await lookTwice();
    await put('report.xml', aPoliceMessage({ MessageId: 'M-7', MisperId: 'MP-7', PersonId: 'P-7' }));
    await lookTwice();

    expect(await within('done')).toEqual(['report-2.xml', 'report.xml']);
    expect(await documents()).toBe(2);
  });

  it('follows no link, and takes no folder from a source that sends single files', async () => {
    await writeFile(path.join(folder, 'outside.xml'), aPoliceMessage());
    await symlink(path.join(folder, 'outside.xml'), path.join(folder, 'mereshire-compact', 'report.xml'));
    await mkdir(path.join(folder, 'mereshire-compact', 'more'));
    await put('more/report.xml', aPoliceMessage());
    await lookTwice();
    expect([await documents(), await within('refused')]).toEqual([0, []]);
  });

  it.each(['done', 'refused'])('F1: moves nothing through a link in the place of %s: a sender would put files into the folder of another', async (place) => {
    await symlink(path.join('..', 'mereshire-compact'), path.join(folder, 'southvale-903', place));
    await put(place === 'done' ? '2026-05-01.csv' : 'no-date.csv', MISSING_903, 'southvale-903');
    await lookTwice();
    await lookTwice();

    expect(await within('', 'mereshire-compact')).toEqual([]);
    expect(await hub.rows(`select id from source_document where system = 'mereshire-compact'`)).toEqual([]);
  });

  (process.platform === 'win32' ? it.skip : it)('F1: waits for nobody at a pipe beside a file, and reads no time through a link', async () => {
    await put('pipe.csv', MISSING_903, 'northmere-903');
    execFileSync('mkfifo', [path.join(folder, 'northmere-903', 'pipe.csv.extracted')]);
    await writeFile(path.join(folder, 'a-day'), '2026-05-01');
    await put('link.csv', MISSING_903, 'northmere-903');
    await symlink(path.join(folder, 'a-day'), path.join(folder, 'northmere-903', 'link.csv.extracted'));
    await put('report.xml', aPoliceMessage());
    await lookTwice();

    expect(await within('done')).toEqual(['report.xml']);
    expect(await within('done', 'northmere-903')).toEqual([]);
    expect((await within('refused', 'northmere-903')).filter((name) => name.endsWith('.csv'))).toEqual(['link.csv', 'pipe.csv']);
  });

  (process.platform === 'win32' ? it.skip : it)('F1: reads no file in the place of the one it looked at', async () => {
    await writeFile(path.join(folder, 'theirs.xml'), aPoliceMessage());
    await put('report.xml', aPoliceMessage({ MessageId: 'M-7' }));
    const [entry] = await inboxEntries(path.join(folder, 'mereshire-compact'), false);
    await rename(path.join(folder, 'theirs.xml'), path.join(folder, 'mereshire-compact', 'report.xml'));

    const { adapters, maxDocumentBytes } = hub.services;
    const manifest = adapters.get('police-compact')?.manifest;
    expect(entry && manifest && (await readEntry(entry, manifest, maxDocumentBytes))).toBeNull();
  });

  it('S1: writes no control characters of a document into the reason', () => {
    const escape = '\u001b[2J\u202e';
    expect(notStored(new HubError('DOCUMENT_MALFORMED', `broken at ${escape}`))).not.toMatch(/[\u001b\u202e]/);
  });

  it('says that nothing is open any more of what a later message settled', () => {
    const refusal = { code: 'DOCUMENT_MALFORMED' as const, place: 'line 9', reason: 'It breaks off.', remedy: 'Send it whole.', state: 'REPLAYED' as const };
    const reason = notTaken({ id: 'D1', state: 'QUARANTINED', records: 1, taken: 0, already: 0, refused: 1, warnings: [], refusals: [refusal] });
    expect(reason).toContain('Nothing of it is open any more');
    expect(reason).not.toContain('Mend the file');
  });

  it('says once of a folder that it bears the name of no source system', async () => {
    const said: string[] = [];
    const log = { ...hub.services.log, warn: (event: string): void => void said.push(event) };
    const watched = new Inbox({ ...hub.services, log }, { folder, intervalMs: 1, settledMs: SETTLED });
    await mkdir(path.join(folder, 'mereshire-compcat'));
    await watched.look();
    await watched.look();
    expect(said).toEqual(['inbox-folder-unknown']);
  });

  it('puts each file away once where two processes look at the same time', async () => {
    const errors: string[] = [];
    const log = { ...hub.services.log, error: (event: string): void => void errors.push(event) };
    const two = [1, 2].map(() => new Inbox({ ...hub.services, log }, { folder, intervalMs: 1, settledMs: 0 }));
    const names = ['a.xml', 'b.xml', 'c.xml', 'd.xml'];
    await Promise.all(names.map((name) => put(name, `${aPoliceMessage()}<!-- ${name} -->`)));
    await Promise.all(two.map((each) => each.look()));
    expect([await within('done'), await within(''), errors]).toEqual([names, ['done'], []]);
  });

  it('goes on with the other folders where one cannot be read', async () => {
    await rm(path.join(folder, 'mereshire-compact'), { recursive: true });
    await writeFile(path.join(folder, 'mereshire-compact'), 'no folder');
    await put('2026-05-01.csv', MISSING_903, 'northmere-903');
    await lookTwice();
    expect(await within('done', 'northmere-903')).toEqual(['2026-05-01.csv']);
  });

  it('takes a folder as one set from a source that sends sets', async () => {
    // A 903 table by itself is a set of one: only how files are gathered is looked at.
    const set: Adapter = { ...ssda903, manifest: { ...ssda903.manifest, files: 'set' } };
    const taking = new Inbox({ ...hub.services, adapters: new Map([['ssda903', set]]) }, { folder, intervalMs: 1, settledMs: 0 });
    await mkdir(path.join(folder, 'northmere-903', '2026-05-01'));
    await put('2026-05-01/missing.csv', MISSING_903, 'northmere-903');
    await taking.look();

    expect(await within('done/2026-05-01', 'northmere-903')).toEqual(['missing.csv']);
    const [document] = await hub.rows<{ bytes: Buffer }>('select bytes from source_document');
    expect(document?.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses a file it may not read, with the reason', async () => {
    await put('report.xml', aPoliceMessage());
    await chmod(path.join(folder, 'mereshire-compact', 'report.xml'), 0o000);
    await lookTwice();
    // The superuser of the machine reads everything.
    expect(await within('refused')).toEqual(process.getuid?.() === 0 ? [] : ['report.xml', 'report.xml.reason.txt']);
  });
});
