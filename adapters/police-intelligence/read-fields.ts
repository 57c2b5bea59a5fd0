import type { Warning } from '../../src/ingest/adapter-contract.ts';
import { readDate, readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import { ROOT, type Value } from './payload.ts';

const CODE = { code: 'CODE_UNKNOWN', reason: 'This word is not in the code list of the adapter README; it was left out.' };
const DATE = { code: 'DATE_UNREADABLE', reason: 'This is not a date of the form 2012-05-31; it was left out.' };
const TIME = { code: 'TIME_UNREADABLE', reason: 'This is not an ISO 8601 time, such as 2026-03-01T22:15:00Z; it was left out.' };

/** Reads the values of one element; one that can't be read is left out with a warning, so that a bad detail never costs the report. */
export class FieldReader<P extends string> {
  readonly #values: ReadonlyMap<string, Value>;
  readonly #above: { readonly path: string; readonly line: number };
  readonly #warnings: Warning[];

  constructor(values: ReadonlyMap<string, Value>, above: { readonly path: string; readonly line: number }, warnings: Warning[]) {
    this.#values = values;
    this.#above = above;
    this.#warnings = warnings;
  }

  text(path: P): string | null {
    return this.#values.get(path)?.text ?? null;
  }

  place(path: P): string {
    return `line ${String(this.#values.get(path)?.line ?? this.#above.line)}, /${ROOT}${this.#above.path}/${path}`;
  }

  warn(code: string, path: P, reason: string): void {
    this.#warnings.push({ code, place: this.place(path), reason });
  }

  time(path: P): Interval | null {
    return this.read(path, readDateTime, TIME);
  }

  date(path: P): Interval | null {
    return this.read(path, (text) => readDate(text, 'iso'), DATE);
  }

  read<T>(path: P, readText: (text: string) => T | null, { code, reason }: { readonly code: string; readonly reason: string } = CODE): T | null {
    const text = this.text(path);
    const value = text === null ? null : readText(text);
    if (text !== null && value === null) {
      this.warn(code, path, reason);
    }
    return value;
  }
}
