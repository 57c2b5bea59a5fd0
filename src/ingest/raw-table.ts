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
