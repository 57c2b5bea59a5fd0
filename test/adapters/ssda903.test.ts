import { adapter } from '../../adapters/ssda903/adapter.ts';
import { aDocument, EXTRACTED, readText, samplesOf } from './read-sample.ts';

const HEADER = 'CHILD,DOB,MISSING,MIS_START,MIS_END';

function missing(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

function firstDay(text: string): string | undefined {
  const { coverage } = readText(adapter, text);
  return coverage === null || !('kind' in coverage) ? undefined : new Date(coverage.during.from).toISOString();
}

describe('a return', () => {
  it('says the same whatever order its rows have', async () => {
    for (const sample of await samplesOf(adapter)) {
      const [header = '', ...rows] = sample.bytes.toString('latin1').trimEnd().split(/\r?\n/);
      const said = (lines: readonly string[]): string[] =>
        readText(adapter, `${[header, ...lines].join('\n')}\n`)
          .observations.map((observation) => JSON.stringify({ ...observation, place: '' }))
          .sort();
      // A quotation mark that is never closed takes in the rows after it.
      if (!sample.name.includes('open-quote')) {
        expect(said(rows.toReversed())).toEqual(said(rows));
      }
    }
  });

  it('is refused without the time of its extraction', () => {
    const parsed = adapter.parse({ ...aDocument(adapter, [{ name: '', text: missing() }]), extracted: null });
    expect(parsed.refusals).toMatchObject([{ code: 'EXTRACTED_REQUIRED' }]);
  });

  it('orders everything it says by its extraction', () => {
    const { observations } = readText(adapter, missing('0001,14/05/2011,M,28/10/2025,30/10/2025'));
    expect(new Set(observations.map(({ order }) => order))).toEqual(new Set([EXTRACTED]));
  });

  it('knows its columns whatever their order and case', () => {
    const moved = 'mis_end,Missing,MIS_START,child,dob\n30/10/2025,M,28/10/2025,0001,14/05/2011\n';
    expect(readText(adapter, moved)).toEqual(readText(adapter, missing('0001,14/05/2011,M,28/10/2025,30/10/2025')));
  });

  it('keeps a child number as it was sent', () => {
    const { observations } = readText(adapter, missing('0001,14/05/2011,M,28/10/2025,', '1e5,14/05/2011,M,28/10/2025,', '07700900123,,M,28/10/2025,'));
    expect(new Set(observations.map(({ subjectKey }) => subjectKey))).toEqual(new Set(['0001', '1e5', '07700900123']));
  });

  it('gives two rows one key only when they name the same episode', () => {
    const { observations } = readText(adapter, missing('1,,M,28/10/2025,', '"1"",""M",,A,28/10/2025,', '1,,A,28/10/2025,'));
    const keys = observations.filter(({ kind }) => kind === 'report').map(({ record }) => record.key);
    expect(new Set(keys).size).toBe(3);
  });

  it('refuses a row that breaks off, and takes the others', () => {
    const { observations, refusals } = readText(adapter, missing('0001,14/05/2011,M,28/10/2025,', '0002,14/05/2011,M,28/10/20').trimEnd());
    expect(new Set(observations.map(({ subjectKey }) => subjectKey))).toEqual(new Set(['0001']));
    expect(refusals).toMatchObject([{ code: 'VALUE_INVALID', place: 'line 3', readable: { dateOfBirth: '2011-05-14', absence: 'MISSING' } }]);
  });

  it('names the line of a row after blank lines and quoted cells', () => {
    const { refusals } = readText(adapter, `${HEADER}\r\n\r\n"0001","14/05/2011","M","28/10/2025",""\r\n\r\n0002,14/05/2011,X,28/10/2025,\r\n`);
    expect(refusals).toMatchObject([{ place: 'line 5, MISSING' }]);
  });

  it('refuses a cell longer than any the return has', () => {
    const { observations, refusals } = readText(adapter, missing(`${'0'.repeat(201)},14/05/2011,M,28/10/2025,`));
    expect({ observations, codes: refusals.map(({ code }) => code) }).toEqual({ observations: [], codes: ['VALUE_INVALID'] });
  });

  it.each(['constructor', '__proto__', 'toString'])('takes %s for no code', (word) => {
    expect(readText(adapter, missing(`0001,14/05/2011,${word},28/10/2025,`)).refusals).toMatchObject([{ code: 'VALUE_INVALID' }]);
    const { warnings } = readText(adapter, `CHILD,SEX,DOB,ETHNIC\n0001,${word},14/05/2011,${word}\n`);
    expect(warnings.map(({ code }) => code)).toEqual(['CODE_UNKNOWN', 'CODE_UNKNOWN']);
  });

  it('says nothing of a return that is still to come', () => {
    const { observations } = readText(adapter, missing('0001,14/05/2011,M,28/04/2026,02/05/2026'));
    expect(observations.map(({ kind }) => kind)).toEqual(['report', 'status', 'person']);
  });
});

describe('what a return speaks for in full', () => {
  it.each([
    ['31/03/2026', '2025-03-31T23:00:00.000Z'],
    ['01/04/2026', '2026-03-31T23:00:00.000Z'],
    ['31/12/2025', '2025-03-31T23:00:00.000Z'],
  ])('is for a latest start on %s the year from %s', (start, expected) => {
    expect(firstDay(missing(`0001,14/05/2011,M,${start},`, '0002,14/05/2011,M,01/06/2024,02/06/2024'))).toBe(expected);
  });

  it('is not moved by a start in the future', () => {
    expect(firstDay(missing('0001,14/05/2011,M,01/03/2026,', '0002,14/05/2011,M,01/04/2027,'))).toBe('2025-03-31T23:00:00.000Z');
  });

  it('is nothing while a row cannot be named, which might be any', () => {
    expect(firstDay(missing('0001,14/05/2011,M,01/03/2026,', '0002,14/05/2011,M,sometime,'))).toBeUndefined();
  });

  it('stays when a refused row can be named, which is then not absent', () => {
    const text = missing('0001,14/05/2011,M,01/03/2026,', '0002,14/05/2011,M,02/03/2026,sometime');
    expect(firstDay(text)).toBe('2025-03-31T23:00:00.000Z');
    expect(readText(adapter, text).refusals[0]?.record).toEqual({ kind: 'episode', key: '["0002","M","02/03/2026"]', part: '', order: EXTRACTED });
  });

  it('is nothing for the tables that list children and not events', () => {
    expect(firstDay('CHILD,SEX,DOB,ETHNIC\n0001,1,14/05/2011,WBRI\n')).toBeUndefined();
    expect(firstDay('CHILD,SEX,DOB,DUC\n0001,1,14/05/2011,14/05/2029\n')).toBeUndefined();
  });
});
