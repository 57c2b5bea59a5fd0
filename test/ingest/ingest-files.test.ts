import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { ingestFiles, type FileJob } from '../../src/ingest/ingest-files.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';
import { anIngest, type TestIngest } from './an-ingest.ts';
import { aFoundMessage, aPoliceMessage } from './documents.ts';

let hub: TestIngest;
let folder: Folder;
beforeAll(async () => {
  hub = await anIngest({ maxDocumentBytes: 5_000 });
  folder = aFolder();
});
afterEach(() => hub.clear());
afterAll(async () => {
  folder.remove();
  await hub.close();
});

function job(files: Record<string, string>, onProgress: FileJob['onProgress'] = () => undefined): FileJob {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(path.join(folder.path, name), text);
    return path.join(folder.path, name);
  });
  const police = { adapter: 'police-compact', agency: 'mereshire-police', system: 'mereshire-compact' };
  return { ...police, extracted: null, receivedBy: 'a test', files: paths, onProgress };
}

it('tells of every file what became of it, and one refused at the door keeps no other out', async () => {
  const progress: unknown[] = [];
  const files = { 'missing.xml': aPoliceMessage(), 'found.xml': aFoundMessage(), 'empty.xml': '', 'great.xml': 'x'.repeat(5_001) };
  const results = await ingestFiles(hub.services, job(files, (step) => progress.push(step)));
  expect(results).toMatchObject([
    { already: false, status: { state: 'TAKEN', taken: 1 } },
    { already: false, status: { state: 'TAKEN', taken: 1 } },
    { already: false, status: { state: 'QUARANTINED', refused: 1, refusals: [{ code: 'DOCUMENT_EMPTY' }] } },
    { refused: { code: 'DOCUMENT_TOO_LARGE' } },
  ]);
  expect(progress.at(-1)).toEqual({ received: 4, taken: 3, of: 4 });
});

it('a file that cannot be read is told of, and keeps no other out', async () => {
  const { files, ...rest } = job({ 'missing.xml': aPoliceMessage() });
  const results = await ingestFiles(hub.services, { ...rest, files: [path.join(folder.path, 'nowhere.xml'), folder.path, ...files] });
  expect(results).toMatchObject([
    { refused: { code: 'BAD_INPUT', message: 'There is no such file.' } },
    { refused: { code: 'BAD_INPUT', message: 'This is no file.' } },
    { status: { state: 'TAKEN', taken: 1 } },
  ]);
});

it('run again finds everything there already', async () => {
  const files = job({ 'missing.xml': aPoliceMessage(), 'found.xml': aFoundMessage() });
  await ingestFiles(hub.services, files);
  const before = await hub.picture();
  expect(await ingestFiles(hub.services, files)).toMatchObject([{ already: true }, { already: true }]);
  expect(await hub.picture()).toEqual(before);
});

it('the same bytes twice among many are one document, and every file is told of in its place', async () => {
  const names = Array.from({ length: 120 }, (_, place) => `${String(place)}.xml`);
  const files = Object.fromEntries(names.map((name, place) => [name, place % 40 === 39 ? 'cut off' : place === 3 ? aPoliceMessage({ MisperId: 'MP-2' }) : aPoliceMessage({ MisperId: `MP-${String(place)}` })]));
  const results = await ingestFiles(hub.services, job(files));
  expect(results.map((result) => ('status' in result ? [path.basename(result.file), result.already, result.status.state] : null))).toEqual(
    names.map((name, place) => [name, [3, 79, 119].includes(place), place % 40 === 39 ? 'QUARANTINED' : 'TAKEN']),
  );
  expect(await hub.rows('select count(*)::int as count from source_document')).toEqual([{ count: 117 }]);
});

it('a document of which something was refused is taken in one turn with those beside it', async () => {
  await ingestFiles(hub.services, job({ '1.xml': aPoliceMessage(), '2.xml': 'cut off', '3.xml': aFoundMessage() }));
  expect(await hub.rows(`select body->>'messages' as messages from audit_event where kind = 'COLLECTION'`)).toEqual([{ messages: '2' }]);
});

describe('of a source that sends sets', () => {
  const sets = (): TestIngest['services'] => {
    const { adapters } = hub.services;
    const known = adapters.get('ssda903');
    // Only how files are gathered is looked at: a 903 table alone is a set of one.
    const set = { ...known, manifest: { ...known?.manifest, files: 'set' } } as Adapter;
    return { ...hub.services, adapters: new Map([['ssda903', set]]) };
  };
  const asked = (files: readonly string[], together: boolean): FileJob => ({
    ...job({}),
    adapter: 'ssda903',
    agency: 'northmere',
    system: 'northmere-903',
    extracted: '2026-04-30',
    files,
    together,
  });
  const written = (): string[] => [...job({ 'header.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n', 'missing.csv': 'CHILD,DOB,MISSING,MIS_START,MIS_END\n' }).files];
  const kept = async (): Promise<number[]> => (await hub.rows<{ length: number }>('select byte_length as length from source_document order by 1')).map(({ length }) => length);

  it('the files named are one document, unless each is to be its own', async () => {
    expect(await ingestFiles(sets(), asked(written(), true))).toHaveLength(1);
    await hub.clear();
    expect(await ingestFiles(sets(), asked(written(), false))).toHaveLength(2);
    expect(await kept()).toEqual([36, 39]);
  });

  it('a folder is one document, the same as its files named one by one', async () => {
    const inside = path.join(folder.path, 'a-day');
    mkdirSync(inside);
    const files = written().map((file) => {
      const moved = path.join(inside, path.basename(file));
      renameSync(file, moved);
      return moved;
    });
    await ingestFiles(sets(), asked([inside], true));
    expect(await ingestFiles(sets(), asked(files, true))).toMatchObject([{ already: true }]);
  });

  it('a file of the set that cannot be read refuses the set, and says which', async () => {
    const missing = path.join(folder.path, 'nowhere.csv');
    const [result] = await ingestFiles(sets(), asked([...written(), missing], true));
    expect(result).toMatchObject({ refused: { code: 'BAD_INPUT' } });
  });
});
