import { CsvError, parse } from 'csv-parse/sync';
import { withoutGuard } from '../exchange/render-contract-formula.ts';
import { widthFault, type RawFault } from './raw-table.ts';

/** One line of a CSV file that holds anything, as it is divided into cells. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}
/** A CSV file: the names of its columns in capitals, and the lines below them. */
export interface CsvLines {
  readonly columns: readonly string[];
  readonly lines: readonly CsvLine[];
}

interface ParsedLine {
  readonly raw: string;
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Divides a CSV text into lines; cells that only spreadsheet commas add to the header row are nothing, and so is an apostrophe that keeps
 * a cell from being a formula.
 */
export function csvLines(text: string, longestRow: number): CsvLines | RawFault {
  try {
    const options = { info: true, raw: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, max_record_size: longestRow, on_record: untilTooMany };
    // Safe: with `info` and `raw` each row comes with its cells in `record`, its text in `raw` and its line in `info`.
    const [first, ...rest] = parse(text, options) as unknown as ParsedLine[];
    const lineOf = trueLines();
    const names = (first?.record ?? []).map((name) => name.toUpperCase());
    const columns = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
    const tooWide = widthFault(columns);
    if (tooWide !== null) {
      return tooWide;
    }
    const lines = rest.map((row) => ({ line: lineOf(row), cells: row.record.map(withoutGuard) }));
    return { columns, lines: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (error instanceof TooMany) {
      return { line: error.line, reason: error.message };
    }
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
      return { line, reason: 'A quotation mark that opens a cell on or before this line is never closed, or the row is far too long.' };
    }
    throw error;
  }
}

/** Our figures: no table has as many rows; and one whose cells are more or fewer than the header row's costs the parser as much as ten others. */
const MOST_ROWS = 500_000;
const MOST_UNEVEN = 20_000;

/** Reading a table is given up on this line. */
class TooMany extends Error {
  constructor(readonly line: number, why: string) {
    super(why);
  }
}

/** Gives up reading where the table has too many rows, or too many that are not as long as the header row. */
function untilTooMany<T>(row: T, { invalid_field_length: uneven, records, lines }: { readonly invalid_field_length: number; readonly records: number; readonly lines: number }): T {
  if (uneven > MOST_UNEVEN) {
    throw new TooMany(lines, `By this line ${MOST_UNEVEN.toLocaleString('en-GB')} rows have not as many cells as the header row. Export the table again, with one cell for each column.`);
  }
  if (records > MOST_ROWS) {
    throw new TooMany(lines, `By this line the table has ${MOST_ROWS.toLocaleString('en-GB')} rows, and so many are the most. Send it in smaller files.`);
  }
  return row;
}

/** The line on which a row ends, as an editor counts: the parser counts a Windows line break between quotes twice. */
function trueLines(): (row: ParsedLine) => number {
  let countedTwice = 0;
  return ({ raw, info }) => {
    countedTwice += raw.split('\r\n').length - 1;
    return info.lines - countedTwice;
  };
}

/** Does a line fill the columns and no more? Cells that only spreadsheet commas add at its end are nothing. */
export function fills({ cells }: CsvLine, columns: readonly string[]): boolean {
  return cells.length >= columns.length && cells.slice(columns.length).every((cell) => cell === '');
}

/** What a header row lacks of the columns of a table, and which of them it has more than once. */
export function columnFaults(columns: readonly string[], { needed, optional }: { readonly needed: readonly string[]; readonly optional: readonly string[] }): { lacking: string[]; twice: string[] } {
  return {
    lacking: needed.filter((column) => !columns.includes(column)),
    twice: [...needed, ...optional].filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column)),
  };
}
