import { CsvError, parse } from 'csv-parse/sync';
import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { TABLES, type TableName, type TableShape } from './payload.ts';
import { cellFault, columnPlace, type SourceRow } from './source-row.ts';

/** One table of the return as it stands in a file. */
export interface Table {
  readonly rows: readonly SourceRow[];
  readonly warnings: readonly Warning[];
}

/** The header row: which table it is of, where each known column stands and how many cells a row has. */
interface Head {
  readonly name: TableName;
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  readonly warnings: readonly Warning[];
}

const LONGEST_ROW = 100_000;
// Safe: the keys of a constant object are exactly its own names.
const NAMES = Object.keys(TABLES) as TableName[];

interface RawLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function schemaFault(reason: string): Refusal {
  const remedy = 'Give the header row the columns of one table of the return; the adapter README lists them.';
  return { code: 'DOCUMENT_SCHEMA', place: 'line 1', reason, remedy, readable: null, record: null };
}

function readLines(text: string): RawLine[] {
  const options = { info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true };
  // Safe: with `info` each row comes with its cells in `record` and its line in `info`.
  return parse(text, { ...options, max_record_size: LONGEST_ROW }) as unknown as RawLine[];
}

/** Cells that only the header row's width or spreadsheet commas add at the end are nothing. */
function withoutEmptyEnd(cells: readonly string[], width: number): readonly string[] {
  return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : cells;
}

function readHeader(names: readonly string[]): Head | Refusal {
  const name = NAMES.find((table) => TABLES[table].signs.some((sign) => names.includes(sign)));
  if (name === undefined) {
    return schemaFault('The first row names the columns of no table of the return.');
  }
  const { needed, optional }: TableShape = TABLES[name];
  const missing = needed.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return schemaFault(`The ${name} table lacks the columns ${missing.join(', ')}.`);
  }
  const known = [...needed, ...optional];
  const repeated = known.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (repeated.length > 0) {
    return schemaFault(`The ${name} table has more than one column ${repeated.join(', ')}.`);
  }
  const columns = known.map((column) => [column, names.indexOf(column)] as const).filter(([, index]) => index !== -1);
  const warnings = names.flatMap((column, index) => (known.includes(column) ? [] : [unknownColumn(name, index)]));
  return { name, columns: new Map(columns), width: names.length, warnings };
}

/** By its number: the name of an unknown column is the sender's own text. */
function unknownColumn(table: TableName, index: number): Warning {
  const reason = `Column ${String(index + 1)} is not one of the ${table} table; it was not read.`;
  return { code: 'COLUMN_UNKNOWN', place: `line 1, column ${String(index + 1)}`, reason };
}

function malformed(error: CsvError): Refusal {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  return {
    code: 'DOCUMENT_MALFORMED',
    place: `line ${String(line)}`,
    reason: 'A quotation mark that opens a cell on or before this line is never closed, or the row is far too long.',
    remedy: 'Check that the whole file was sent, export it again and send it.',
    readable: null,
    record: null,
  };
}

function sourceRow({ record, info }: RawLine, { name, columns, width }: Head): SourceRow {
  const cells = withoutEmptyEnd(record, width);
  const line = `line ${String(info.lines)}`;
  return {
    table: name,
    fault: rowFault(cells, width),
    text(column) {
      const cell = cells[columns.get(column) ?? -1] ?? '';
      return cell === '' ? null : cell;
    },
    isRepeated: () => false,
    place: (column) => (column === null ? line : columnPlace(line, column)),
  };
}

function rowFault(cells: readonly string[], width: number): SourceRow['fault'] {
  if (cells.length !== width) {
    const reason = 'The row does not have as many cells as the header row.';
    return { code: 'VALUE_INVALID', reason, remedy: 'Give it one cell for each column; put quotation marks around cells that hold commas.' };
  }
  const fault = cellFault(cells);
  return fault && { ...fault, remedy: 'Check the quotation marks of this row and the row before it.' };
}

/** The rows of one file, and which table it is by its header row. */
export function readTable(text: string): Table | Refusal {
  try {
    const [first, ...rest] = readLines(text);
    const names = (first?.record ?? []).map((name) => name.toUpperCase());
    const head = readHeader(names.slice(0, names.findLastIndex((name) => name !== '') + 1));
    if ('code' in head) {
      return head;
    }
    const rows = rest.filter(({ record }) => record.some((cell) => cell !== '')).map((line) => sourceRow(line, head));
    return { rows, warnings: head.warnings };
  } catch (error) {
    if (error instanceof CsvError) {
      return malformed(error);
    }
    throw error;
  }
}
