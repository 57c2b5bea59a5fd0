import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import { archiveOf } from '../../src/exchange/render-contract-archive.ts';
import { csvBytes } from '../../src/exchange/render-contract-csv.ts';
import { withGuard, withoutGuard } from '../../src/exchange/render-contract-formula.ts';
import { neededTime, plainKey, plainText, timeText } from '../../src/exchange/render-contract-texts.ts';
import { element, xmlBytes } from '../../src/exchange/render-contract-xml.ts';
import { csvLines } from '../../src/ingest/csv-lines.ts';

const MARKS = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\n', '＝', 'a', '1', '"', ','), maxLength: 8 });

describe('a cell', () => {
  it('is never a formula, and is read as it was written', () => {
    fc.assert(fc.property(MARKS, (text) => {
      expect(withGuard(text)).not.toMatch(/^\s*[=+\-@＝]/);
      expect(withoutGuard(withGuard(text))).toBe(text);
    }));
  });

  it.each([['=1+1', "'=1+1"], [' @SUM(A1)', "' @SUM(A1)"], ["'=1", "''=1"], ["O'Testfield", "O'Testfield"], ["'quoted'", "'quoted'"], ['1-2', '1-2']])('that says %s is written as %s', (text, cell) => {
    expect(withGuard(text)).toBe(cell);
  });

  it('loses the apostrophe that another system put there', () => {
    expect(csvLines("KEY,PHONE\n1,'+447700900123\n", 1000)).toMatchObject({ lines: [{ cells: ['1', '+447700900123'] }] });
  });

  it('comes back from its table whatever stands in it', () => {
    fc.assert(fc.property(fc.array(fc.oneof(MARKS, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 }), (texts) => {
      const said = texts.map(plainText);
      const bytes = csvBytes({ name: 't', columns: ['KEY', 'TEXT'], rows: said.map((text, at) => ({ KEY: `k${String(at)}`, TEXT: text })), longestCell: 1000 });
      const read = csvLines(new TextDecoder().decode(bytes), 10_000);
      expect('lines' in read && read.lines.map(({ cells }) => cells)).toEqual(said.map((text, at) => [`k${String(at)}`, text]));
    }));
  });

  it('that is longer than any its reader takes is refused', () => {
    expect(() => csvBytes({ name: 't', columns: ['A'], rows: [{ A: 'four' }], longestCell: 3 })).toThrow('longer than this format can hold');
  });
});

describe('a text', () => {
  it('loses what no file can hold, and nothing else', () => {
    expect(plainText(' a\u0000b\u001bc\uFFFEd\ttab\nline\u{1F6B6} ')).toBe('abcd\ttab\nline\u{1F6B6}');
    expect(plainText('half \ud800 pair')).toBe('half \ufffd pair');
  });

  it('stands in XML as text, however it looks', () => {
    const bytes = xmlBytes({ name: 'a', inside: element('b', '<c d="e">&amp;\r\n]]></c>', { f: '"<&' }) });
    expect(new TextDecoder().decode(bytes)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a>\n <b f="&quot;&lt;&amp;">&lt;c d=&quot;e&quot;&gt;&amp;amp;&#13;\n]]&gt;&lt;/c&gt;</b>\n</a>\n');
  });

  it.each(['', 'with\u0007bell', 'k'.repeat(201)])('is no key where a file cannot hold it as it is', (key) => {
    expect(() => plainKey(key)).toThrow('a key that this format cannot hold');
  });
});

describe('a time', () => {
  const read = (text: string): Interval => readDateTime(text) ?? { from: 0, until: 0, text, precision: 'DATE' };

  it.each(['2026-10-25', '2026-10-25T01:30', '2026-10-25T01:30:00Z', '2026-03-29T01:30', '2026-03-01 22:15:07.25+05:30'])('such as %s is written as its source wrote it', (text) => {
    expect(timeText(read(text))).toBe(text);
  });

  it('whose source wrote it otherwise is written so that it means the same', () => {
    expect(timeText({ ...read('2026-10-25T01:30'), text: 'half past one' })).toBe('2026-10-25T01:30');
    expect(timeText({ ...read('2026-10-25T00:30Z'), text: 'the first half past one' })).toBe('2026-10-25T00:30Z');
    expect(timeText({ ...read('2026-10-25'), text: '25/10/2026' })).toBe('2026-10-25');
  });

  it('that lies between two others is never written as one of them', () => {
    const between = { from: read('2026-03-01').from, until: read('2026-03-04').until, text: '2026-03-01 to 2026-03-04', precision: 'DATE' } as const;
    expect(timeText(between)).toBeNull();
    expect(() => neededTime(between)).toThrow('only to lie between two others');
  });
});

it('an archive holds its files as they are', async () => {
  const table = { name: 'one', columns: ['A'], rows: [{ A: '=x' }], longestCell: 9 };
  const bytes = Buffer.from(archiveOf([table, { ...table, name: 'żwei', rows: [] }]));
  const archive = await fromBufferPromise(bytes, { lazyEntries: false });
  const names: string[] = [];
  for await (const entry of archive.eachEntry()) {
    names.push(entry.fileName);
  }
  expect(names).toEqual(['one.csv', 'żwei.csv']);
  expect(bytes.includes("A\r\n\"'=x\"\r\n")).toBe(true);
});
