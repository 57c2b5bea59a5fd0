/** CSV as renderers write it (RFC 4180): no cell is a formula to whoever opens it in a spreadsheet. */
import { withGuard } from './render-contract-formula.ts';
import { cannotSay } from './render-contract-matter.ts';
import { plainText } from './render-contract-texts.ts';

/** One row by its columns; what is null or not there is an empty cell. */
export type CsvRow = Readonly<Record<string, string | null | undefined>>;

/** A table as its file. */
export interface CsvTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** No cell of its reader is longer. */
  readonly longestCell: number;
}

/** The bytes of the table's file, in UTF-8: a header row, and a line for each row. */
export function csvBytes({ columns, rows, longestCell }: CsvTable): Uint8Array {
  const lines = [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column] ?? '', longestCell)))];
  return new TextEncoder().encode(lines.map((cells) => `${cells.join(',')}\r\n`).join(''));
}

function cellOf(said: string, longest: number): string {
  const text = withGuard(plainText(said));
  if (text.length > longest) {
    throw cannotSay('A text is longer than this format can hold.');
  }
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
