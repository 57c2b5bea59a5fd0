import { csvLines } from '../../src/ingest/csv-lines.ts';

/** The lines that an editor shows the last line of each row on. */
function linesOf(text: string): readonly (readonly [number, string])[] {
  const read = csvLines(text, 1000);
  return 'lines' in read ? read.lines.map(({ line, cells }) => [line, cells[0] ?? '']) : [];
}

describe('a row of a CSV file stands on the line an editor shows', () => {
  const text = 'ID,NOTE\n1,"one\ntwo\nthree"\n\n2,"four\nfive"\n3,six\n';

  it.each([['line feeds', text], ['Windows line breaks', text.replaceAll('\n', '\r\n')], ['both', text.replaceAll('\n', '\r\n').replace('one\r\n', 'one\n')]])('whose rows end in %s', (_, written) => {
    expect(linesOf(written)).toEqual([[4, '1'], [7, '2'], [8, '3']]);
  });

  it('and keeps the line breaks of its cells', () => {
    expect(csvLines('ID,NOTE\r\n1,"one\r\ntwo"\r\n', 1000)).toMatchObject({ lines: [{ cells: ['1', 'one\r\ntwo'] }] });
  });
});
