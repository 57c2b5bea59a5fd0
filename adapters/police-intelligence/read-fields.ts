import type { Warning } from '../../src/ingest/adapter-contract.ts';
import { ColumnReader, type ColumnRemark } from '../../src/ingest/adapter-contract-columns.ts';
import { readDate, readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import { ROOT, type Value } from './payload.ts';

const DATE: ColumnRemark = { code: 'DATE_UNREADABLE', reason: 'This is not a date of the form 2012-05-31; it was left out.' };
const TIME: ColumnRemark = { code: 'TIME_UNREADABLE', reason: 'This is not an ISO 8601 time, such as 2026-03-01T22:15:00Z; it was left out.' };

/** Reads the values of one element, by their paths in it. */
export class FieldReader<P extends string> extends ColumnReader<P> {
  constructor(values: ReadonlyMap<string, Value>, above: { readonly path: string; readonly line: number }, warnings: Warning[]) {
    const place = (path: P | null): string => {
      const line = (path === null ? undefined : values.get(path)?.line) ?? above.line;
      return `line ${String(line)}, /${ROOT}${above.path}${path === null ? '' : `/${path}`}`;
    };
    super({ text: (path) => values.get(path)?.text ?? null, place }, warnings);
  }

  time(path: P): Interval | null {
    return this.read(path, readDateTime, TIME);
  }

  date(path: P): Interval | null {
    return this.read(path, (text) => readDate(text, 'iso'), DATE);
  }
}
