import { readDate, readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import type { CompactMessage, CompactPath } from './payload.ts';

/** Something about one field that a person should look at. */
export interface Remark {
  readonly code: string;
  readonly path: CompactPath;
  readonly reason: string;
}

/** Reads a message's fields; one that can't be read is left out with a remark, so that a bad detail never costs the message. */
export class FieldReader {
  readonly #message: CompactMessage;
  readonly #remarks = new Map<CompactPath, Remark>();

  constructor(message: CompactMessage) {
    this.#message = message;
  }

  get remarks(): readonly Remark[] {
    return [...this.#remarks.values()];
  }

  /** Once a field: several places may read the same one. */
  remark(code: string, path: CompactPath, reason: string): void {
    this.#remarks.set(path, { code, path, reason });
  }

  text(path: CompactPath): string | undefined {
    return this.#message[path];
  }

  time(path: CompactPath): Interval | undefined {
    const reason = 'This is not an ISO 8601 time, such as 2026-03-01T22:15:00Z; it was left out.';
    return this.#read(path, readDateTime, { code: 'TIME_UNREADABLE', reason });
  }

  date(path: CompactPath): Interval | undefined {
    const reason = 'This is not a date of the form 2012-05-31; it was left out.';
    return this.#read(path, (text) => readDate(text, 'iso'), { code: 'DATE_UNREADABLE', reason });
  }

  count(path: CompactPath): number | undefined {
    const reason = 'This is not a whole number; it was left out.';
    return this.#read(path, (text) => (/^\d{1,4}$/.test(text) ? Number(text) : null), { code: 'NUMBER_UNREADABLE', reason });
  }

  code<T>(path: CompactPath, valueOf: (word: string) => T | null): T | undefined {
    const reason = 'This word is not in the code list of the adapter README; it was left out.';
    return this.#read(path, valueOf, { code: 'CODE_UNKNOWN', reason });
  }

  #read<T>(path: CompactPath, read: (text: string) => T | null, remark: Omit<Remark, 'path'>): T | undefined {
    const text = this.#message[path];
    if (text === undefined) {
      return undefined;
    }
    const value = read(text);
    if (value === null) {
      this.remark(remark.code, path, remark.reason);
      return undefined;
    }
    return value;
  }
}

/** A payload's fields without those the message does not state: an absent field says nothing. */
export function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Safe: only entries that have a value are kept, which is what the type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
