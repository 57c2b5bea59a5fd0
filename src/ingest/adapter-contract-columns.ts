/** One row, whatever it is written in: what adapters share in reading its columns. */
import type { Warning } from './adapter-contract.ts';

/** A row as its source has it. */
export interface ColumnSource<C extends string> {
  /** What the column holds; null where it is empty or not there. */
  text(column: C): string | null;
  /** Where the column stands, or the row itself. */
  place(column: C | null): string;
}

/** What to say of a column that can't be read. */
export type ColumnRemark = Pick<Warning, 'code' | 'reason'>;

const CODE: ColumnRemark = { code: 'CODE_UNKNOWN', reason: 'This word is not in the code list of the adapter README; it was left out.' };

/** Reads one row's columns; one that can't be read is left out with a warning, so that a bad detail never costs the row. */
export class ColumnReader<C extends string> {
  readonly #source: ColumnSource<C>;
  readonly #warnings: Warning[];

  constructor(source: ColumnSource<C>, warnings: Warning[]) {
    this.#source = source;
    this.#warnings = warnings;
  }

  text(column: C): string | null {
    return this.#source.text(column);
  }

  place(column: C | null): string {
    return this.#source.place(column);
  }

  warn(code: string, column: C, reason: string): void {
    this.#warnings.push({ code, place: this.place(column), reason });
  }

  code<T>(column: C, valueOf: (word: string) => T | null): T | null {
    return this.read(column, valueOf, CODE);
  }

  read<T>(column: C, readText: (text: string) => T | null, { code, reason }: ColumnRemark): T | null {
    const text = this.text(column);
    const value = text === null ? null : readText(text);
    if (text !== null && value === null) {
      this.warn(code, column, reason);
    }
    return value;
  }
}
