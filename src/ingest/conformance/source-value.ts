/** One value of a source file: what it is called there, and where it stands. */
export interface SourceValue {
  /** Names from the outermost in: elements below the root, keys, or the one column. */
  readonly path: readonly string[];
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** A cell that names a column is nobody's value. */
  readonly isName: boolean;
}
