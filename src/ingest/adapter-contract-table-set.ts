/** Several tables of one source, each a CSV file that its header row tells from the others: what their adapters share. */
import type { AdapterFile, Refusal, Warning } from './adapter-contract.ts';
import { columnFaults, csvLines, fills, type CsvLine, type CsvLines } from './csv-lines.ts';

/** One table of a set: its columns, and one that no other table has. */
export interface SetTable {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  readonly sign: string;
}

/** The tables of a set by name, and the one whose rows each may be of a child who is missing. */
export interface SetShape<T extends string> {
  readonly tables: Readonly<Record<T, SetTable>>;
  readonly ofMissing: T;
}

/** One row with where it stands; an empty cell says nothing and is not there. */
export interface SetRow {
  /** `file.csv line 12`. */
  readonly place: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** The tables of a set with their rows; a row, or a file, that can't be read is refused by itself. */
export interface TableSet<T extends string> {
  readonly rows: ReadonlyMap<T, readonly SetRow[]>;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** A file that was taken for one of the tables. */
interface ReadFile<T extends string> extends CsvLines {
  readonly file: AdapterFile;
  readonly name: T;
}

const LONGEST_ROW = 1_000_000;
const LONGEST_TEXT = 100_000;
const LONGEST_KEY = 200;
const SHAPE = 'Give the header row the columns of one table of the set; the adapter README lists them.';

/** Where a line of a file of the set is: file names may hold spaces, places do not. */
export function placeIn(file: AdapterFile, line: number): string {
  return `${file.name.replaceAll(/\s/g, '_')} line ${String(line)}`.trim();
}

/** Reads every file of a set as the table that its header row names. */
export function readTableSet<T extends string>(files: readonly AdapterFile[], shape: SetShape<T>): TableSet<T> {
  const rows = new Map<T, SetRow[]>();
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  for (const file of files) {
    const read = readFile(file, shape);
    if ('code' in read) {
      refusals.push(read);
    } else if (rows.has(read.name)) {
      refusals.push(refusal('DOCUMENT_SCHEMA', placeIn(file, 1), { reason: `The set has ${read.name} twice.`, remedy: 'Send each table once.' }));
    } else {
      const { taken, refused } = rowsOf(read, shape);
      rows.set(read.name, taken);
      refusals.push(...refused);
      warnings.push(...unknownColumns(read, shape.tables[read.name]));
    }
  }
  return { rows, refusals, warnings };
}

function refusal(code: Refusal['code'], place: string, words: { reason: string; remedy: string }): Refusal {
  return { code, place, ...words, readable: null, record: null };
}

function readFile<T extends string>(file: AdapterFile, { tables }: SetShape<T>): ReadFile<T> | Refusal {
  const read = csvLines(file.text, LONGEST_ROW);
  if ('reason' in read) {
    return refusal('DOCUMENT_MALFORMED', placeIn(file, read.line), { reason: read.reason, remedy: 'Check that the whole file was sent, export it again and send it.' });
  }
  // Safe: the keys of the tables are exactly their names.
  const name = (Object.keys(tables) as T[]).find((table) => read.columns.includes(tables[table].sign));
  const reason = name === undefined ? 'The first row names the columns of no table of the set.' : headerFault(name, tables[name], read.columns);
  return name === undefined || reason !== null ? refusal('DOCUMENT_SCHEMA', placeIn(file, 1), { reason: reason ?? '', remedy: SHAPE }) : { ...read, file, name };
}

function headerFault(name: string, table: SetTable, columns: readonly string[]): string | null {
  const { lacking, twice } = columnFaults(columns, table);
  if (lacking.length > 0) {
    return `${name} lacks the columns ${lacking.join(', ')}.`;
  }
  return twice.length > 0 ? `${name} has more than one column ${twice.join(', ')}.` : null;
}

/** By its number: the name of an unknown column is the sender's own text. */
function unknownColumns<T extends string>({ file, name, columns }: ReadFile<T>, { needed, optional }: SetTable): Warning[] {
  return columns.flatMap((column, index) => {
    const reason = `Column ${String(index + 1)} is not one of ${name}; it was not read.`;
    const isKnown = needed.includes(column) || optional.includes(column);
    return isKnown ? [] : [{ code: 'COLUMN_UNKNOWN', place: `${placeIn(file, 1)}, column ${String(index + 1)}`, reason }];
  });
}

function rowsOf<T extends string>({ file, name, columns, lines }: ReadFile<T>, { ofMissing }: SetShape<T>): { taken: SetRow[]; refused: Refusal[] } {
  const taken: SetRow[] = [];
  const refused: Refusal[] = [];
  for (const line of lines) {
    const place = placeIn(file, line.line);
    const reason = rowFault(line, columns);
    if (reason === null) {
      taken.push({ place, cells: new Map(columns.map((column, index) => [column, line.cells[index] ?? ''] as const).filter(([, cell]) => cell !== '')) });
    } else {
      const words = { reason, remedy: 'Check the quotation marks of this row and the row before it.' };
      refused.push({ ...refusal('VALUE_INVALID', place, words), readable: name === ofMissing ? somebodyMissing(name) : null });
    }
  }
  return { taken, refused };
}

/** A row that can't be told apart from its neighbours, or holds more than its columns can. */
function rowFault(line: CsvLine, columns: readonly string[]): string | null {
  if (!fills(line, columns)) {
    return 'The row does not have as many cells as the header row.';
  }
  const tooLong = line.cells.some((cell, index) => cell.length > (columns[index]?.endsWith('_ID') === true ? LONGEST_KEY : LONGEST_TEXT));
  return tooLong ? 'A cell is longer than its column can be.' : null;
}

/** A broken row may be of a child who is missing, whoever it is. */
function somebodyMissing(messageKind: string): Refusal['readable'] {
  return { messageKind, givenName: null, familyName: null, dateOfBirth: null, risk: null, absence: 'MISSING', authority: null };
}
