/** Reporting warehouses with FACT_ and DIM_ tables, whatever their extracts are written in: what their adapters share. */
import { readDate, readDateTime, type Interval } from '../../domain/observation/source-time.ts';
import type { Warning } from '../adapter-contract.ts';
import { ColumnReader } from '../adapter-contract-columns.ts';
import type { SetRow } from '../adapter-contract-table-set.ts';

/** A time as extracts write it: ISO or day first, with or without a time of day. */
export function timeOf(text: string): Interval | null {
  return readDateTime(text) ?? readDate(text, 'dd/mm/yyyy');
}

/** A date that its column holds as midnight of the day; the time of day says nothing. */
function dayOf(text: string): Interval | null {
  const [day = ''] = text.split(/[T ]/);
  return readDate(day, 'iso') ?? readDate(day, 'dd/mm/yyyy');
}

/** Reads one row of a warehouse. */
export class WarehouseReader<C extends string> extends ColumnReader<C> {
  /** A key; a warehouse's stand-in for "unknown", a negative number, is none. */
  key(column: C): string | null {
    const key = this.text(column);
    return key === null || /^-\d+$/.test(key) ? null : key;
  }

  time(column: C): Interval | null {
    return this.read(column, timeOf, { code: 'TIME_UNREADABLE', reason: 'This is not a time such as 2026-03-01T22:15:00; it was left out.' });
  }

  date(column: C): Interval | null {
    return this.read(column, dayOf, { code: 'DATE_UNREADABLE', reason: 'This is not a date such as 2012-05-31; it was left out.' });
  }
}

/** Reads one row of a set of tables. */
export function readRow<C extends string>({ place, cells }: SetRow, warnings: Warning[]): WarehouseReader<C> {
  const source = { text: (column: C) => cells.get(column) ?? null, place: (column: C | null) => (column === null ? place : `${place}, ${column}`) };
  return new WarehouseReader(source, warnings);
}

/** Each warning once: several readers may look at the same column. */
export function onceEach(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [`${warning.code} ${warning.place}`, warning])).values()];
}
