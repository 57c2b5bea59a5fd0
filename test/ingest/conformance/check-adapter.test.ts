import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '../../../src/ingest/adapter-contract.ts';
import { checkAdapter, type CheckResult } from '../../../src/ingest/conformance/check-adapter.ts';
import { reportLines } from '../../../src/ingest/conformance/report.ts';
import { readBytes } from '../../../src/ingest/conformance/read-outcome.ts';
import { loadSubject, subjectOf, type Subject } from '../../../src/ingest/conformance/samples.ts';
import { aFolder, type Folder } from '../../support/a-folder.ts';

let folder: Folder;
beforeAll(() => {
  folder = aFolder();
});
afterAll(() => {
  folder.remove();
});

/** The careless adapter with one fault, and a sample that expects just what it gives. */
async function careless(fault: string): Promise<Subject> {
  const samples = path.join(folder.path, fault.replaceAll(' ', '-'));
  mkdirSync(samples, { recursive: true });
  writeFileSync(path.join(samples, 'settings.json'), JSON.stringify(fault));
  writeFileSync(path.join(samples, 'two-rows.csv'), 'KEY,NAME\n0001,Wrenna\n0002,Otterly\n');
  const place = { door: path.join(import.meta.dirname, 'a-careless-adapter.ts'), samples };
  const subject = await loadSubject(place);
  const [sample] = subject.samples;
  writeFileSync(path.join(samples, 'two-rows.expected.json'), JSON.stringify(await readBytes(subject, sample?.bytes ?? Buffer.alloc(0))));
  return loadSubject(place);
}

async function failing(fault: string, check: string): Promise<CheckResult> {
  const [result] = await checkAdapter(await careless(fault), [check]);
  return result ?? { name: '', sentence: '', state: 'SKIPPED', cases: 0, milliseconds: 0, findings: [], because: null };
}

const words = ({ findings }: CheckResult): string => JSON.stringify(findings);

describe('an adapter', () => {
  it.each(['samples', 'fields', 'order', 'identifiers', 'canaries', 'alone'])('without a fault passes %s', async (check) => {
    expect((await failing('nothing', check)).findings).toEqual([]);
  }, 60_000);

  it.each([
    ['file', 'readFileSync'],
    ['network', 'fetch'],
    ['swallows', 'Math.random'],
    ['speaks', 'stderr.write'],
    ['clock', 'another time'],
    ['zone', 'another time zone'],
  ])('that reaches out (%s) does not read alone', async (fault, named) => {
    const result = await failing(fault, 'alone');
    expect(result.state).toBe('FAILED');
    expect(words(result)).toContain(named);
  }, 60_000);

  it.each([
    ['numbers', 'identifiers', '007890 does not come out'],
    ['repeats', 'canaries', 'repeats the value'],
    ['first row counts', 'order', 'in another order'],
    ['remembers', 'order', 'Read again'],
  ])('that %s fails %s', async (fault, check, named) => {
    const result = await failing(fault, check);
    expect(result.state).toBe('FAILED');
    expect(words(result)).toContain(named);
  });

  it('is not blamed for the memory of whoever checks it', async () => {
    const held = Buffer.alloc(700_000_000, 1);
    const subject = await careless('nothing');
    expect((await checkAdapter({ ...subject, bulk: 100 }, ['memory']))[0]?.findings.filter(({ wrong }) => wrong.includes('MB'))).toEqual([]);
    expect(held.at(-1)).toBe(1);
  });

  it('that takes more memory than it states fails', async () => {
    const subject = await careless('memory');
    const adapter: Adapter = { ...subject.adapter, manifest: { ...subject.adapter.manifest, memoryMb: 20 } };
    expect((await checkAdapter({ ...subject, adapter }, ['memory']))[0]?.state).toBe('FAILED');
  }, 60_000);

  it('fails where a sample gives something else, or nothing says what it must give', async () => {
    const subject = await careless('other');
    const [sample] = subject.samples;
    const other = { ...subject, samples: sample ? [{ ...sample, expected: { observations: [] } }, { ...sample, name: 'new.csv', expected: null }] : [] };
    expect((await checkAdapter(other, ['samples']))[0]?.findings.map(({ wrong }) => wrong)).toEqual([
      'It gives something else at /observations/0.',
      'Nothing beside it says what it must give.',
    ]);
  });

  it('fails where a field is in no list, is shown by no sample, or becomes what nothing is', async () => {
    const subject = await careless('fields');
    const fields = [
      { name: 'NAME', becomes: ['person.nickname'], precision: null, meaning: '' },
      { name: 'OTHER', ignored: 'Nobody needs it for anything.' },
    ];
    const [result] = await checkAdapter({ ...subject, adapter: { ...subject.adapter, fields } }, ['fields']);
    expect(result?.findings.map(({ wrong }) => wrong)).toEqual(['KEY is in no list.', 'No sample shows OTHER.', 'person.nickname is no field of an observation.']);
  });

  it('fails where half a row is read as a whole one', async () => {
    const subject = await careless('halves');
    const adapter: Adapter = { ...subject.adapter, parse: (document) => ({ ...subject.adapter.parse(document), refusals: [] }) };
    expect((await checkAdapter({ ...subject, adapter }, ['damaged']))[0]?.findings.map(({ where }) => where)).toContain('two-rows.csv, cut off');
  });
});

describe('what is skipped', () => {
  it('passes with its reason, which stands in the report', async () => {
    const results = await checkAdapter(await careless('skipped'), ['encodings']);
    expect(results).toMatchObject([{ state: 'SKIPPED', because: expect.stringContaining('one respect') as string }]);
    expect(reportLines('careless', results).join('\n')).toContain('skipped: This adapter is there');
  });

  it('fails without a reason, or when there is no such check', async () => {
    const subject = await careless('skips');
    const skips = [
      { check: 'order', because: '' },
      { check: 'everything', because: 'It has always been like this with us.' },
    ];
    const results = await checkAdapter(await subjectOf({ ...subject.adapter, skips }, subject.place), ['order']);
    expect(results.map(({ name, state }) => [name, state])).toEqual([['order', 'PASSED'], ['skips', 'FAILED']]);
  });
});
