import type { Warning } from '../../src/ingest/adapter-contract.ts';
import { readDate, readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import type { Column, Row } from './payload.ts';

/** A time as exports write it: ISO or day first, with or without a time of day. */
function timeOf(text: string): Interval | null {
  return readDateTime(text) ?? readDate(text, 'dd/mm/yyyy');
}

/** A date that its column holds as midnight of the day; the time of day says nothing. */
function dayOf(text: string): Interval | null {
  const [day = ''] = text.split(/[T ]/);
  return readDate(day, 'iso') ?? readDate(day, 'dd/mm/yyyy');
}

/** Reads one row's columns; one that can't be read is left out with a warning, so that a bad detail never costs the episode. */
export class FieldReader {
  readonly row: Row;
  readonly #warnings: Warning[];

  constructor(row: Row, warnings: Warning[]) {
    this.row = row;
    this.#warnings = warnings;
  }

  text(column: Column): string | null {
    return this.row.cells.get(column) ?? null;
  }

  place(column: Column): string {
    return `${this.row.place}, ${column}`;
  }

  warn(code: string, column: Column, reason: string): void {
    this.#warnings.push({ code, place: this.place(column), reason });
  }

  /** A key; a warehouse's stand-in for "unknown", a negative number, is none. */
  key(column: Column): string | null {
    const key = this.text(column);
    return key === null || /^-\d+$/.test(key) ? null : key;
  }

  time(column: Column): Interval | null {
    return this.#read(column, timeOf, { code: 'TIME_UNREADABLE', reason: 'This is not a time such as 2026-03-01T22:15:00; it was left out.' });
  }

  date(column: Column): Interval | null {
    return this.#read(column, dayOf, { code: 'DATE_UNREADABLE', reason: 'This is not a date such as 2012-05-31; it was left out.' });
  }

  code<T>(column: Column, valueOf: (word: string) => T | null): T | null {
    const reason = 'This word is not in the code list of the adapter README; it was left out.';
    return this.#read(column, valueOf, { code: 'CODE_UNKNOWN', reason });
  }

  #read<T>(column: Column, read: (text: string) => T | null, { code, reason }: { code: string; reason: string }): T | null {
    const text = this.text(column);
    const value = text === null ? null : read(text);
    if (text !== null && value === null) {
      this.warn(code, column, reason);
    }
    return value;
  }
}
