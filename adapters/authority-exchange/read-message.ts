import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';
import { HubError, type ErrorCode } from '../../src/domain/errors.ts';
import type { ExchangeMessage, ExchangePath } from './payload.ts';
import { readTimeOrSpan } from './read-span.ts';

/** Something about one field that a person should look at. */
export interface Remark {
  readonly code: string;
  readonly path: string;
  readonly reason: string;
}

/** Why a message can't be taken at all; thrown while it is mapped and turned into a refusal there. */
export function messageFault({ code, path, reason, remedy }: Remark & { readonly code: ErrorCode; readonly remedy: string }): HubError {
  return new HubError(code, reason, { path, remedy });
}

const TIME = { code: 'TIME_UNREADABLE', reason: 'This is not an ISO 8601 time, such as 2026-03-01T22:15:00Z; it was left out.' };
const DATE = { code: 'DATE_UNREADABLE', reason: 'This is not a date of the form 2012-05-31; it was left out.' };
const CODE = { code: 'CODE_UNKNOWN', reason: 'This word is not in the code list of the adapter README; it was left out.' };

/** Reads a message's fields; one that can't be read is left out with a remark, so that a bad detail never costs the message. */
export class MessageReader {
  readonly #values = new Map<string, string[]>();
  readonly #remarks = new Map<string, Remark>();

  constructor(message: ExchangeMessage) {
    for (const { path, value } of message) {
      this.#values.set(path, [...(this.#values.get(path) ?? []), value]);
    }
  }

  get remarks(): readonly Remark[] {
    return [...this.#remarks.values()];
  }

  /** Once a field: several places may read the same one. */
  remark(remark: Remark): void {
    this.#remarks.set(remark.path, remark);
  }

  /** Does anything stand below this element? */
  has(element: string): boolean {
    return [...this.#values.keys()].some((path) => path.startsWith(`${element}/`));
  }

  /** Every value under a path, in the order of the message. */
  all(path: string): readonly string[] {
    return this.#values.get(path) ?? [];
  }

  text(path: ExchangePath): string | undefined {
    return this.all(path)[0];
  }

  /** Of a payload that always states every field. */
  textOrNull(path: ExchangePath): string | null {
    return this.text(path) ?? null;
  }

  time(path: ExchangePath): Interval | undefined {
    return this.read(path, readTimeOrSpan, TIME);
  }

  date(path: ExchangePath): Interval | undefined {
    return this.read(path, (text) => readDate(text, 'iso'), DATE);
  }

  code<T>(path: ExchangePath, valueOf: (word: string) => T | null): T | undefined {
    return this.read(path, valueOf, CODE);
  }

  /** Each value under a path that can be read; a remark for the others. */
  each<T>(path: string, read: (text: string) => T | null, remark: Omit<Remark, 'path'> = CODE): T[] {
    return this.all(path).flatMap((text) => this.#readOne(path, { text, read, remark }));
  }

  read<T>(path: string, read: (text: string) => T | null, remark: Omit<Remark, 'path'> = CODE): T | undefined {
    return this.each(path, read, remark)[0];
  }

  /** A date as text of the form 2012-05-31. */
  day(path: string): string | undefined {
    return this.read(path, (text) => (readDate(text, 'iso') === null ? null : text), DATE);
  }

  /** A key without which nobody can say which record is meant. */
  key(path: ExchangePath): string {
    const key = this.text(path);
    if (key === undefined) {
      throw messageFault({ code: 'RECORD_KEY_MISSING', path, reason: 'The message does not say which record of the sender it is about.', remedy: "Give the sender's own key of the record." });
    }
    return key;
  }

  /** A time without which the record says nothing. */
  neededTime(path: ExchangePath): Interval {
    const time = this.time(path);
    if (time === undefined) {
      throw messageFault({ code: 'VALUE_INVALID', path, reason: 'The time is missing or is no ISO 8601 date or time.', remedy: 'Give it, such as 2026-03-01T22:15:00Z or 2026-03-01.' });
    }
    return time;
  }

  #readOne<T>(path: string, { text, read, remark }: { readonly text: string; readonly read: (text: string) => T | null; readonly remark: Omit<Remark, 'path'> }): T[] {
    const value = read(text);
    if (value === null) {
      this.remark({ ...remark, path });
      return [];
    }
    return [value];
  }
}

/** A payload's fields without those the message does not state: an absent field says nothing. */
export function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Safe: only entries that have a value are kept, which is what the type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
