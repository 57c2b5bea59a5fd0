import { adapter } from '../../adapters/ssda903/adapter.ts';
import { XmlFormat } from '../../src/ingest/adapter-contract-xml.ts';
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
    for (const sample of (await samplesOf(adapter)).filter(({ name }) => name.endsWith('.csv'))) {
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

describe('a return in XML', () => {
  const aChild = (cells: string, after = ''): string => `<EXPSSDA903><CHILD><HEADER>${cells}</HEADER>${after}</CHILD></EXPSSDA903>`;
  const anAbsence = (start: string, end = ''): string => `<AMISSING><MISSING>M</MISSING><MIS_START>${start}</MIS_START><MIS_END>${end}</MIS_END></AMISSING>`;
  const codes = (text: string): string[] => readText(adapter, text).refusals.map(({ code }) => code);

  it('says of the same children what the tables of the return say, and covers what they cover', async () => {
    const samples = new Map((await samplesOf(adapter)).map(({ name, files }) => [name, files[0]?.text ?? '']));
    const header = `${samples.get('header.csv') ?? ''}0009001,1,01/01/2010,AOTH,UN1,,\n`;
    const tables = [header, ...['episodes.csv', 'missing.csv', 'uasc.csv'].map((name) => samples.get(name) ?? '')].map((text) => readText(adapter, text));
    const whole = readText(adapter, samples.get('xml-whole-return.xml') ?? '');
    const words = (said: readonly object[]): string[] => said.map((each) => JSON.stringify({ ...each, place: '' })).sort();
    expect(words(whole.observations)).toEqual(words(tables.flatMap(({ observations }) => observations)));
    expect(words(whole.periods.filter((period) => period !== null))).toEqual(words(tables.flatMap(({ periods }) => periods.filter((period) => period !== null))));
    expect(words([whole.coverage ?? []].flat())).toEqual(words(tables.flatMap(({ coverage }) => coverage ?? [])));
  });

  it('has the shape of its schema, where nothing of it is refused', async () => {
    const { root, xsd, reasons, remedies } = { root: 'EXPSSDA903', xsd: adapter.xsd ?? '', reasons: {}, remedies: 'Mend it.' };
    const format = new XmlFormat({ root, xsd, reasons, remedies });
    const faulty = (await samplesOf(adapter)).filter(({ name }) => name.startsWith('xml-')).flatMap(({ name, files }) => ('code' in format.openValid(files[0]?.text ?? '', () => ({})) ? [name] : []));
    expect(faulty).toEqual(['xml-with-faults.xml', 'xml-worth-a-look.xml']);
  });

  it('speaks for each of its tables over the year of that table', () => {
    const { coverage } = readText(adapter, aChild(`<CHILDID>0001</CHILDID>${anAbsence('01/03/2026')}`, '<EPISODE><DECOM>01/06/2024</DECOM></EPISODE>'));
    expect([coverage ?? []].flat().map(({ kind, during }) => [kind, during.text])).toEqual([['episode', '2025-2026'], ['placement', '2024-2025']]);
  });

  it('speaks for nothing while one of its rows cannot be named', () => {
    const { coverage } = readText(adapter, aChild(`<CHILDID>0001</CHILDID>${anAbsence('sometime')}`, '<EPISODE><DECOM>01/06/2024</DECOM></EPISODE>'));
    expect(coverage).toBeNull();
  });

  it.each([
    ['a longer text than any cell has', `<CHILDID>${'0'.repeat(201)}</CHILDID>${anAbsence('01/03/2026')}`, ['VALUE_INVALID', 'VALUE_INVALID']],
    ['a line break in a cell', '<CHILDID>00\n01</CHILDID>', ['VALUE_INVALID']],
    ['a cell twice', '<CHILDID>0001</CHILDID><CHILDID>0001</CHILDID>', ['DOCUMENT_SCHEMA']],
    ['no child', '<SEX>1</SEX>', ['RECORD_KEY_MISSING']],
  ])('is refused in its rows for %s', (_what, cells, expected) => {
    expect(codes(aChild(cells))).toEqual(expected);
  });

  it('shows who is missing in a row that names no child', () => {
    const { refusals } = readText(adapter, aChild(`<DOB>14/05/2011</DOB>${anAbsence('01/03/2026')}`));
    expect(refusals.map(({ readable }) => readable?.absence)).toEqual([undefined, 'MISSING']);
  });

  it('takes the rows of a child to whom two headers lay claim for nobody’s', () => {
    const { observations, refusals } = readText(adapter, aChild('<CHILDID>0001</CHILDID>', '<HEADER><CHILDID>0002</CHILDID></HEADER><EPISODE><DECOM>01/06/2024</DECOM></EPISODE>'));
    expect({ observations, codes: refusals.map(({ code }) => code) }).toEqual({ observations: [], codes: ['DOCUMENT_SCHEMA', 'RECORD_KEY_MISSING'] });
  });

  it('tells an element that it does not have once, by its place and never by its name', () => {
    const { warnings } = readText(adapter, aChild('<CHILDID>0001</CHILDID><WRENNA>x</WRENNA>', '<EPISODE><DECOM>01/06/2024</DECOM></EPISODE></CHILD><CHILD><HEADER><CHILDID>0002</CHILDID><WRENNA>x</WRENNA></HEADER>'));
    expect(warnings).toEqual([{ code: 'ELEMENT_UNKNOWN', place: 'line 1, /EXPSSDA903/CHILD[1]/HEADER/*', reason: expect.not.stringContaining('WRENNA') as string }]);
  });

  it.each([
    ['<UASC>1</UASC>', true],
    ['<UASC>0</UASC>', false],
    ['<UASC/>', false],
    ['<DUC>01/01/2028</DUC>', true],
  ])('with %s says that the child came unaccompanied: %s', (mark, expected) => {
    const { observations } = readText(adapter, aChild(`<CHILDID>0001</CHILDID>${mark}`));
    expect(observations.some(({ part }) => part === 'uasc')).toBe(expected);
  });
});
