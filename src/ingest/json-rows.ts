import { widthFault, type RawFault, type RawRow, type RawTable } from './raw-table.ts';

/** What keeps the brackets of a text in sight and its strings out of it; every part of the pattern stops at a quotation mark. */
const SIGNS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]\n]/g;

/** A JSON array of flat objects as rows; a number is kept as it was written, so that `1e5` stays `1e5`. */
export function jsonRows(text: string): RawTable | RawFault {
  const parsed = parsedAsWritten(text);
  if (!Array.isArray(parsed)) {
    return { line: 1, reason: 'The file is no well-formed JSON array of rows.' };
  }
  const lines = linesOfRows(text);
  const rows = parsed.map((row: unknown, index) => rawRow(row, lines[index] ?? 1));
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(([column]) => column)))];
  return widthFault(columns) ?? { columns, rows };
}

function parsedAsWritten(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => (typeof value === 'number' ? (context?.source ?? String(value)) : value));
  } catch (error) {
    // A text nested too deeply for the reader is no table either.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}

function rawRow(row: unknown, line: number): RawRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { line, cells: [], isWhole: false };
  }
  const entries = Object.entries(row).map(([column, value]: [string, unknown]) => [column.toUpperCase(), value] as const);
  const cells = entries.map(([column, value]) => [column, isPlain(value) ? String(value ?? '').trim() : ''] as const);
  const isWhole = entries.every(([, value]) => isPlain(value)) && new Set(entries.map(([column]) => column)).size === entries.length;
  return { line, cells, isWhole };
}

function isPlain(value: unknown): value is string | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/** On which line each entry of the outer array that is an object begins. */
function linesOfRows(text: string): number[] {
  const found: number[] = [];
  let [line, depth] = [1, 0];
  for (const [sign] of text.matchAll(SIGNS)) {
    if (sign === '{' && depth === 1) {
      found.push(line);
    }
    line += sign === '\n' ? 1 : 0;
    depth += sign === '{' || sign === '[' ? 1 : sign === '}' || sign === ']' ? -1 : 0;
  }
  return found;
}
