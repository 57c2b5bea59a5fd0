import { CsvError, parse } from 'csv-parse/sync';
import type { AdapterFile, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { TABLES, type Row, type TableName, type TableShape } from './payload.ts';

/** The tables of a set with their rows; a row, or a file, that can't be read is refused by itself. */
export interface Tables {
  readonly rows: ReadonlyMap<TableName, readonly Row[]>;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

interface RawLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
interface Header {
  readonly name: TableName;
  readonly names: readonly string[];
}

const LONGEST_ROW = 1_000_000;
const LONGEST_TEXT = 100_000;
const LONGEST_KEY = 200;
// Safe: the keys of a constant object are exactly its own names.
const NAMES = Object.keys(TABLES) as TableName[];
const SHAPE = 'Give the header row the columns of one table of the set; the adapter README lists them.';

/** A broken case note may be of a child who is missing, whoever it is. */
const SOMEBODY_MISSING = { messageKind: 'CASE_NOTE', givenName: null, familyName: null, dateOfBirth: null, risk: null, absence: 'MISSING', authority: null } as const;

/** Where a line of a file of the set is: file names may hold spaces, places do not. */
export function placeIn(file: AdapterFile, line: number): string {
  return `${file.name.replaceAll(/\s/g, '_')} line ${String(line)}`.trim();
}

function refusal(code: Refusal['code'], place: string, words: { reason: string; remedy: string }): Refusal {
  return { code, place, ...words, readable: null, record: null };
}

function headerOf(first: readonly string[], place: string): Header | Refusal {
  const width = first.findLastIndex((name) => name !== '') + 1;
  const names = first.slice(0, width).map((name) => name.toUpperCase());
  const name = NAMES.find((table) => names.includes(TABLES[table].sign));
  if (name === undefined) {
    return refusal('DOCUMENT_SCHEMA', place, { reason: 'The first row names the columns of no table of the set.', remedy: SHAPE });
  }
  const { needed, optional }: TableShape = TABLES[name];
  const absent = needed.filter((column) => !names.includes(column));
  const twice = [...needed, ...optional].filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (absent.length + twice.length > 0) {
    const reason = absent.length > 0 ? `${name} lacks the columns ${absent.join(', ')}.` : `${name} has more than one column ${twice.join(', ')}.`;
    return refusal('DOCUMENT_SCHEMA', place, { reason, remedy: SHAPE });
  }
  return { name, names };
}

/** A row that can't be told apart from its neighbours, or holds more than its columns can. */
function rowFault(cells: readonly string[], { names }: Header): string | null {
  if (cells.length < names.length || cells.slice(names.length).some((cell) => cell !== '')) {
    return 'The row does not have as many cells as the header row.';
  }
  const tooLong = cells.some((cell, column) => cell.length > (names[column]?.endsWith('_ID') === true ? LONGEST_KEY : LONGEST_TEXT));
  return tooLong ? 'A cell is longer than its column can be.' : null;
}

function readFile(file: AdapterFile): { header: Header | Refusal; lines: readonly RawLine[] } {
  const options = { info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, max_record_size: LONGEST_ROW };
  // Safe: with `info` each row comes with its cells in `record` and its line in `info`.
  const [first, ...lines] = parse(file.text, options) as unknown as RawLine[];
  return { header: headerOf(first?.record ?? [], placeIn(file, 1)), lines: lines.filter(({ record }) => record.some((cell) => cell !== '')) };
}

function malformed(error: CsvError, file: AdapterFile): Refusal {
  const reason = 'A quotation mark that opens a cell on or before this line is never closed, or the row is far too long.';
  const remedy = 'Check that the whole file was sent, export it again and send it.';
  return refusal('DOCUMENT_MALFORMED', placeIn(file, typeof error['lines'] === 'number' ? error['lines'] : 1), { reason, remedy });
}

/** By its number: the name of an unknown column is the sender's own text. */
function unknownColumns({ name, names }: Header, file: AdapterFile): Warning[] {
  const { needed, optional }: TableShape = TABLES[name];
  const known = [...needed, ...optional];
  return names.flatMap((column, index) => {
    const reason = `Column ${String(index + 1)} is not one of ${name}; it was not read.`;
    return known.includes(column) ? [] : [{ code: 'COLUMN_UNKNOWN', place: `${placeIn(file, 1)}, column ${String(index + 1)}`, reason }];
  });
}

/** Reads every file of a set as the table that its header row names. */
export function readTables(files: readonly AdapterFile[]): Tables {
  const rows = new Map<TableName, Row[]>();
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  for (const file of files) {
    const read = readOne(file);
    if ('code' in read) {
      refusals.push(read);
    } else if (rows.has(read.header.name)) {
      refusals.push(refusal('DOCUMENT_SCHEMA', placeIn(file, 1), { reason: `The set has ${read.header.name} twice.`, remedy: 'Send each table once.' }));
    } else {
      const { taken, refused } = rowsOf(read, file);
      rows.set(read.header.name, taken);
      refusals.push(...refused);
      warnings.push(...unknownColumns(read.header, file));
    }
  }
  return { rows, refusals, warnings };
}

function readOne(file: AdapterFile): { header: Header; lines: readonly RawLine[] } | Refusal {
  try {
    const { header, lines } = readFile(file);
    return 'code' in header ? header : { header, lines };
  } catch (error) {
    if (error instanceof CsvError) {
      return malformed(error, file);
    }
    throw error;
  }
}

function rowsOf({ header, lines }: { header: Header; lines: readonly RawLine[] }, file: AdapterFile): { taken: Row[]; refused: Refusal[] } {
  const taken: Row[] = [];
  const refused: Refusal[] = [];
  for (const { record, info } of lines) {
    const place = placeIn(file, info.lines);
    const reason = rowFault(record, header);
    if (reason === null) {
      taken.push({ place, cells: new Map(header.names.map((name, column) => [name, record[column] ?? ''] as const).filter(([, cell]) => cell !== '')) });
    } else {
      const words = { reason, remedy: 'Check the quotation marks of this row and the row before it.' };
      refused.push({ ...refusal('VALUE_INVALID', place, words), readable: header.name === 'CASE_NOTE' ? SOMEBODY_MISSING : null });
    }
  }
  return { taken, refused };
}
