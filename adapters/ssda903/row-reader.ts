import type { ErrorCode } from '../../src/domain/errors.ts';
import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';
import { CODES } from './codes.ts';
import type { Table, TableLine } from './read-table.ts';

/** Why a row can't be taken. */
export interface RowFault {
  readonly code: ErrorCode;
  /** Null where the row as a whole is at fault. */
  readonly column: string | null;
  readonly reason: string;
  readonly remedy: string;
  readonly record: Refusal['record'];
}

const LONGEST_CELL = 200;

/** Reads one row's cells by column; a cell worth a person's eye leaves a warning. */
export class RowReader {
  readonly #table: Table;
  readonly #line: TableLine;
  readonly #warnings: Warning[] = [];
  /** When the file was extracted, in epoch milliseconds and as the order of everything it says. */
  readonly extracted: { readonly at: number; readonly order: string };

  constructor(table: Table, line: TableLine, extracted: RowReader['extracted']) {
    this.#table = table;
    this.#line = line;
    this.extracted = extracted;
  }

  get warnings(): readonly Warning[] {
    return this.#warnings;
  }

  /** A cell's text as it was sent; null when it is empty. */
  text(column: string): string | null {
    const cell = this.#line.cells[this.#table.columns.get(column) ?? -1] ?? '';
    return cell === '' ? null : cell;
  }

  place(column: string | null): string {
    const line = `line ${String(this.#line.line)}`;
    return column === null ? line : `${line}, ${column}`;
  }

  warn(code: string, column: string, reason: string): void {
    this.#warnings.push({ code, place: this.place(column), reason });
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
    const fault = { code: 'VALUE_INVALID', column: null, record: null } as const;
    if (!this.#line.isWhole) {
      const reason = 'The row does not have as many cells as the header row.';
      return { ...fault, reason, remedy: 'Give it one cell for each column; put quotation marks around cells that hold commas.' };
    }
    if (this.#line.cells.some((cell) => cell.length > LONGEST_CELL || /\p{Cc}/u.test(cell))) {
      const reason = 'A cell is longer than any the return has, or holds a line break.';
      return { ...fault, reason, remedy: 'Check the quotation marks of this row and the row before it.' };
    }
    const noChild = { ...fault, code: 'RECORD_KEY_MISSING', column: 'CHILD', reason: 'The row names no child.' } as const;
    return this.text('CHILD') === null ? { ...noChild, remedy: 'Give the child its CHILD number.' } : null;
  }

  /** Like `text`, for a column that `shapeFault` has found filled. */
  child(): string {
    return this.text('CHILD') ?? '';
  }
}
