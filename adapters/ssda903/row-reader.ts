import type { Warning } from '../../src/ingest/adapter-contract.ts';
import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';
import { CODES } from './codes.ts';
import type { RowFault, SourceRow } from './source-row.ts';

/** Reads one row's cells by column; a cell worth a person's eye leaves a warning. */
export class RowReader {
  readonly #row: SourceRow;
  readonly #warnings: Warning[] = [];
  /** When the file was extracted, in epoch milliseconds and as the order of everything it says. */
  readonly extracted: { readonly at: number; readonly order: string };

  constructor(row: SourceRow, extracted: RowReader['extracted']) {
    this.#row = row;
    this.extracted = extracted;
  }

  get warnings(): readonly Warning[] {
    return this.#warnings;
  }

  text(column: string): string | null {
    return this.#row.text(column);
  }

  place(column: string | null): string {
    return this.#row.place(column);
  }

  warn(code: string, column: string, reason: string): void {
    if (!this.#row.isRepeated(column)) {
      this.#warnings.push({ code, place: this.place(column), reason });
    }
  }

  /** A date, or null when the cell is empty or holds none. */
  dateOrNull(column: string): Interval | null {
    return readDate(this.text(column) ?? '', 'dd/mm/yyyy');
  }

  /** A date the record can do without: an unreadable one is left out with a warning. */
  optionalDate(column: string): Interval | null {
    const date = this.dateOrNull(column);
    if (date === null && this.text(column) !== null) {
      this.warn('DATE_UNREADABLE', column, 'This is not a date of the form dd/mm/yyyy; it was left out.');
    }
    return date;
  }

  /** A code as it was sent; one that is not in the DfE's set is kept with a warning. */
  code(column: string, code: string | null = this.text(column)): string | null {
    if (code !== null && CODES[column]?.has(code) === false) {
      this.warn('CODE_UNKNOWN', column, 'This code is not in the code set of its column; it was kept as it came.');
    }
    return code;
  }

  /** A column whose date lies after the file was extracted. */
  warnIfFuture(column: string, date: Interval | null): boolean {
    const isFuture = date !== null && date.from > this.extracted.at;
    if (isFuture) {
      this.warn('DATE_IN_FUTURE', column, 'This date lies after the file was extracted.');
    }
    return isFuture;
  }

  /** A fault of the row itself, before any of its cells matters. */
  shapeFault(): RowFault | null {
    const { fault } = this.#row;
    if (fault !== null) {
      return { ...fault, column: null, record: null };
    }
    const noChild = { code: 'RECORD_KEY_MISSING', column: 'CHILD', reason: 'The row names no child.', record: null } as const;
    return this.text('CHILD') === null ? { ...noChild, remedy: 'Give the child its CHILD number.' } : null;
  }

  /** Like `text`, for a column that `shapeFault` has found filled. */
  child(): string {
    return this.text('CHILD') ?? '';
  }
}
