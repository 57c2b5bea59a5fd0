import { messageKey, type Message, type RecordIds } from '../store/write/observation-store.ts';
import { aheadWarnings } from './ahead-warnings.ts';
import type { Adapter, AdapterDocument, Coverage, Mapped, Parsed, ParsedRecord, Refusal, Warning } from './adapter-contract.ts';
import { buildMessage, type Source } from './build-message.ts';
import { contradiction, identityOf, refusal, refusalOf } from './refused-message.ts';

/** What a document says, what of it was refused, and what it speaks for. */
export interface Contents {
  readonly messages: readonly Message[];
  /** How many records the document holds, and how many of them say nothing or repeat another. */
  readonly records: number;
  readonly silent: number;
  readonly repeated: number;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  /** By the kinds of records it speaks for in full. */
  readonly coverage: readonly Coverage[];
}

/** How one document is read. */
export interface ReadingTerms {
  readonly adapter: Adapter;
  readonly document: AdapterDocument;
  readonly source: Source;
  readonly recordId: RecordIds;
  /** A message from after this is refused; null where the sender's stated time was checked at the door. */
  readonly latestOrder: string | null;
}

/** Collects what the records of one document say, record by record. */
export class Reading {
  readonly #terms: ReadingTerms;
  readonly #parsed: Parsed<unknown>;
  readonly #messages = new Map<string, Message>();
  readonly #refusals: Refusal[];
  readonly #warnings: Warning[];
  /** Said before all others, of which a document keeps no more than so many. */
  readonly #ahead: Warning[] = [];
  #silent = 0;
  #repeated = 0;

  constructor(terms: ReadingTerms, parsed: Parsed<unknown>, warnings: readonly Warning[]) {
    this.#terms = terms;
    this.#parsed = parsed;
    this.#refusals = [...parsed.refusals];
    this.#warnings = [...warnings, ...parsed.warnings];
  }

  /** Maps one record; whatever is wrong with it refuses this record alone. */
  take(record: ParsedRecord<unknown>): void {
    try {
      const mapped = this.#terms.adapter.map(record, this.#terms.document);
      this.#refusals.push(...mapped.refusals);
      this.#warnings.push(...mapped.warnings);
      const message = buildMessage(mapped, record.place, this.#terms.source);
      if (message !== null) {
        this.#keep(message, mapped);
      } else if (mapped.refusals.length === 0) {
        this.#silent += 1;
      }
    } catch (error) {
      this.#refusals.push(refusalOf(error, record.place));
    }
  }

  #keep(message: Message, { observations }: Mapped): void {
    const { latestOrder, recordId } = this.#terms;
    if (latestOrder !== null && message.order > latestOrder) {
      const reason = 'The message says that it was sent in the future; it would silence every message after it.';
      this.#refusals.push(refusal('VALUE_INVALID', { place: message.place, reason, readable: identityOf(observations) }));
      return;
    }
    const key = messageKey(message, recordId);
    const before = this.#messages.get(key);
    if (before === undefined) {
      this.#messages.set(key, message);
      this.#ahead.push(...aheadWarnings(message));
    } else if (before.hash === message.hash) {
      this.#repeated += 1;
    } else {
      this.#refusals.push(contradiction(message));
    }
  }

  contents(): Contents {
    const { records, refusals, coverage } = this.#parsed;
    return {
      messages: [...this.#messages.values()],
      records: records.length + refusals.length,
      silent: this.#silent,
      repeated: this.#repeated,
      refusals: this.#refusals,
      warnings: [...this.#ahead, ...this.#warnings],
      coverage: coverages(coverage),
    };
  }
}

function coverages(coverage: Parsed<unknown>['coverage']): readonly Coverage[] {
  if (coverage === null) {
    return [];
  }
  return 'kind' in coverage ? [coverage] : coverage;
}
