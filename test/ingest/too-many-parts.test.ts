import { csvLines } from '../../src/ingest/csv-lines.ts';
import { jsonRows } from '../../src/ingest/json-rows.ts';
import { refuseTooManyParts } from '../../src/ingest/count-parts.ts';
import { anIngest, NOW } from './an-ingest.ts';

const file = (text: string, name = ''): { name: string; text: string } => ({ name, text });
const MOST = 3_000_000;

describe('a document that is divided into more parts than the hub reads in one go', () => {
  it.each([
    ['commas', ','],
    ['line ends', '\n'],
    ['elements', '<a/>'],
    ['empty objects', '{},'],
    ['empty lists', '[],'],
    ['attributes', 'a="" '],
  ])('is refused where the limit is passed: %s', (_what, part) => {
    const text = part.repeat(MOST / 2);
    expect(() => { refuseTooManyParts([file(text + text + part)]); }).toThrow(expect.objectContaining({ code: 'DOCUMENT_SCHEMA', message: expect.stringContaining('3,000,000') as string, details: { place: expect.stringMatching(/^line \d+$/) as string } }) as Error);
  });

  it('is so too where it is a set of files, and named is the file in which the limit is passed', () => {
    const half = ','.repeat(MOST / 2);
    expect(() => { refuseTooManyParts([file(half, 'one.csv'), file(`a\n${half}`, 'the other.csv')]); }).toThrow(expect.objectContaining({ details: { place: 'the_other.csv line 2' } }) as Error);
  });

  it('is taken with as many, and with a text of any length', () => {
    expect(() => { refuseTooManyParts([file(','.repeat(MOST)), file('Invented words. '.repeat(100_000))]); }).not.toThrow();
  });

  it('waits in quarantine, and the hub has made nothing of it', async () => {
    const parsed: string[] = [];
    const hub = await anIngest({ maxDocumentBytes: 2 * MOST });
    try {
      const [adapter] = [...hub.services.adapters.values()].filter(({ manifest }) => manifest.id === 'ssda903');
      const watched = new Map(hub.services.adapters);
      if (adapter !== undefined) {
        watched.set('ssda903', { ...adapter, parse: (document) => (parsed.push(document.text.slice(0, 5)), adapter.parse(document)) });
      }
      Object.assign(hub.services, { adapters: watched });
      await hub.ingest({ bytes: `CHILD,DOB,MISSING,MIS_START,MIS_END\n${','.repeat(MOST)}`, adapter: 'ssda903', agency: 'northmere', system: 'northmere-903', extracted: new Date(NOW).toISOString() });
      expect(await hub.rows('select code, place, reason from quarantine')).toEqual([{ code: 'DOCUMENT_SCHEMA', place: 'line 2', reason: expect.stringContaining('Delete columns and rows that are empty') as string }]);
      expect(parsed).toEqual([]);
    } finally {
      await hub.close();
    }
  });
});

test('a table of more than a thousand columns is none, and is told so, unless they are empty', () => {
  const wide = Array.from({ length: 1001 }, (_, nth) => `C${String(nth)}`);
  const fault = { line: 1, reason: expect.stringContaining('1,001 columns, and 1,000 are the most') as string };
  expect(csvLines(`${wide.join(',')}\n1`, 100_000)).toEqual(fault);
  expect(jsonRows(JSON.stringify([Object.fromEntries(wide.map((name) => [name, 'x']))]))).toEqual(fault);
  expect(csvLines(`A,B${','.repeat(5000)}\n1,2${','.repeat(5000)}`, 100_000)).toMatchObject({ columns: ['A', 'B'] });
});

test('a table of more rows than any has is given up, and is told where', () => {
  expect(csvLines(`A\n${'1\n'.repeat(500_002)}`, 100_000)).toMatchObject({ reason: expect.stringContaining('500,000 rows, and so many are the most') as string });
}, 60_000);

test('a table of many rows that have not as many cells as its header is given up, and is told where', () => {
  expect(csvLines(`A,B\n${'1\n'.repeat(20_002)}`, 100_000)).toEqual({ line: 20_002, reason: expect.stringContaining('20,000 rows have not as many cells') as string });
  expect(csvLines(`A,B\n${'1\n'.repeat(1000)}`, 100_000)).toMatchObject({ columns: ['A', 'B'] });
});
