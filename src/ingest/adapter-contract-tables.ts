/** Tables of rows, as CSV or as a JSON array of flat objects: what adapters of such sources share in reading them. */
import type { AdapterFile, Refusal, Warning } from './adapter-contract.ts';
import { columnFaults, csvLines, fills, type CsvLine } from './csv-lines.ts';
import { jsonRows } from './json-rows.ts';
import type { RawFault, RawRow, RawTable } from './raw-table.ts';

/** One table of a source: its columns in capitals, and those that tell it from the others. */
export interface TableShape {
  readonly name: string;
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  readonly signs: readonly string[];
}

/** One row; a column it does not fill is not there. */
export interface TableRow {
  readonly place: string;
  readonly cells: ReadonlyMap<string, string>;
  /** What is wrong with the row as a whole, before any of its cells matters. */
  readonly fault: Pick<Refusal, 'code' | 'reason' | 'remedy'> | null;
}

export interface SourceTable {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly warnings: readonly Warning[];
}

const LONGEST_ROW = 100_000;
const LONGEST_CELL = 20_000;

/** Reads one file as one of these tables, known by its columns; `isAlone`: no other file stands beside it. */
export function readTable(file: AdapterFile, shapes: readonly TableShape[], isAlone: boolean): SourceTable | Refusal {
  const isJson = /^\s*[[{]/.test(file.text);
  const raw = isJson ? jsonRows(file.text) : csvRows(file.text);
  // Names the sender chose are not repeated: the table's own name is.
  const placed = (name: string): string => (isAlone ? '' : `${name}.${isJson ? 'json' : 'csv'} `);
  if ('reason' in raw) {
    return refused({ code: 'DOCUMENT_MALFORMED', place: `${placed('unknown')}line ${String(raw.line)}`, reason: raw.reason, remedy: 'Check that the whole file was sent, export it again and send it.' });
  }
  const shape = shapes.find(({ signs }) => signs.some((sign) => raw.columns.includes(sign)));
  const fault = shape === undefined ? `The file has the columns of no table of this format.` : shapeFault(raw.columns, shape);
  if (shape === undefined || fault !== null) {
    const place = `${placed(shape?.name ?? 'unknown')}line 1`;
    return refused({ code: 'DOCUMENT_SCHEMA', place, reason: fault ?? '', remedy: 'Give the file the columns of one table; the adapter README lists them.' });
  }
  const known = [...shape.needed, ...shape.optional];
  const rows = raw.rows.map((row) => tableRow(row, { place: `${placed(shape.name)}line ${String(row.line)}`, known }));
  return { name: shape.name, rows, warnings: unknownColumns(raw.columns, known, `${placed(shape.name)}line 1`) };
}

function refused(words: Pick<Refusal, 'code' | 'place' | 'reason' | 'remedy'>): Refusal {
  return { ...words, readable: null, record: null };
}

function shapeFault(columns: readonly string[], shape: TableShape): string | null {
  const { lacking, twice } = columnFaults(columns, shape);
  if (lacking.length > 0) {
    return `The ${shape.name} table lacks the columns ${lacking.join(', ')}.`;
  }
  return twice.length > 0 ? `The ${shape.name} table has more than one column ${twice.join(', ')}.` : null;
}

/** By their numbers: the name of an unknown column is the sender's own text. */
function unknownColumns(columns: readonly string[], known: readonly string[], place: string): Warning[] {
  return columns.flatMap((column, index) => {
    const number = String(index + 1);
    const reason = `Column ${number} is not one of this table; it was not read.`;
    return known.includes(column) ? [] : [{ code: 'COLUMN_UNKNOWN', place: `${place}, column ${number}`, reason }];
  });
}

function tableRow({ cells, isWhole }: RawRow, { place, known }: { place: string; known: readonly string[] }): TableRow {
  const filled = new Map(cells.filter(([column, text]) => text !== '' && known.includes(column)));
  return { place, cells: filled, fault: rowFault([...filled.values()], isWhole) };
}

function rowFault(cells: readonly string[], isWhole: boolean): TableRow['fault'] {
  if (!isWhole) {
    const reason = 'The row does not have one plain cell for each column.';
    return { code: 'VALUE_INVALID', reason, remedy: 'Give it one cell for each column; put quotation marks around cells that hold commas.' };
  }
  // Line breaks and tabs belong to a narrative; other control characters to nothing a person wrote.
  if (cells.some((cell) => cell.length > LONGEST_CELL || /[^\P{Cc}\n\r\t]/u.test(cell))) {
    const reason = 'A cell is longer than any the source has, or holds a character that is no text.';
    return { code: 'VALUE_INVALID', reason, remedy: 'Check the quotation marks of this row and the row before it.' };
  }
  return null;
}

function csvRows(text: string): RawTable | RawFault {
  const read = csvLines(text, LONGEST_ROW);
  return 'reason' in read ? read : { columns: read.columns, rows: read.lines.map((line) => csvRow(line, read.columns)) };
}

function csvRow(line: CsvLine, columns: readonly string[]): RawRow {
  return { line: line.line, cells: columns.map((column, index) => [column, line.cells[index] ?? '']), isWhole: fills(line, columns) };
}
