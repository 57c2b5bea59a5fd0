/** A row as its syntax gives it, before its columns are known. */
export interface RawRow {
  readonly line: number;
  /** By place in the header row, or by name. */
  readonly cells: readonly (readonly [column: string, text: string])[];
  readonly isWhole: boolean;
}
export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}
/** Why a text is no table, and on which line. */
export interface RawFault {
  readonly line: number;
  readonly reason: string;
}

/** Our figure: no source has a table of so many columns. */
const MOST_COLUMNS = 1000;

/** Why a table of so many named columns is none; null where it may be one. */
export function widthFault({ length }: readonly string[]): RawFault | null {
  const [columns, most] = [length, MOST_COLUMNS].map((count) => count.toLocaleString('en-GB'));
  return length > MOST_COLUMNS ? { line: 1, reason: `The table has ${columns ?? ''} columns, and ${most ?? ''} are the most. Delete those that are none of this table.` } : null;
}
