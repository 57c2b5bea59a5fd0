import type { SourceValue } from './source-value.ts';

/** A cell with where it stands, quotation marks included. */
export interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const QUOTED = /"(?:[^"]|"")*"/y;
const CELL = /"((?:[^"]|"")*)"[^,\r\n]*|[^,\r\n]*/y;

/** The rows of a table, blank lines left out; null where a quotation mark is never closed. */
export function csvRows(text: string): readonly (readonly Cell[])[] | null {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (let at = 0; at <= text.length; ) {
    QUOTED.lastIndex = at;
    if (text[at] === '"' && !QUOTED.test(text)) {
      return null;
    }
    const cell = cellAt(text, at);
    row.push(cell);
    const next = text[cell.end];
    if (next !== ',') {
      rows.push(row);
      row = [];
    }
    at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
  }
  return rows.filter((cells) => cells.some(({ value }) => value.trim() !== ''));
}

function cellAt(text: string, start: number): Cell {
  CELL.lastIndex = start;
  const found = CELL.exec(text);
  const end = start + (found?.[0].length ?? 0);
  return { value: found?.[1]?.replaceAll('""', '"') ?? text.slice(start, end), start, end };
}

/** The cells of a table under the names in its first row, and those names themselves. */
export function csvValues(text: string): SourceValue[] {
  const [names = [], ...rows] = csvRows(text) ?? [];
  const of = (cells: readonly Cell[], isName: boolean): SourceValue[] =>
    cells.flatMap(({ value, start, end }, column) => (value === '' ? [] : [{ path: [names[column]?.value.trim() ?? ''], value, start, end, isName }]));
  return [...of(names, true), ...rows.flatMap((row) => of(row, false))];
}
