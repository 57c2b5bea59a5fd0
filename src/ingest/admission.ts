import { HubError } from '../domain/errors.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../store/database.ts';
import { waitingOf } from '../store/write/document-store.ts';

/** Who is at the door, and how much they say they bring. */
export interface Arrival {
  readonly agency: string;
  readonly system: string;
  /** As declared; what is not declared counts as the largest document. */
  readonly bytes: number;
}

/** How much the hub lets in before what it has is read: of one source system, and of all together. */
export interface AdmissionLimits {
  readonly waitingDocuments: number;
  readonly waitingBytes: number;
  /** Bodies on their way in at once, and their bytes together. */
  readonly underWay: number;
  readonly underWayBytes: number;
}

/** One source may fill a quarter of the door: the others still come in. */
const SHARE = 4;
/** In seconds: a body on its way ends soon, a backlog takes longer to read. */
const SOON = 2;
const LATER = 15;

interface Held {
  count: number;
  bytes: number;
}

/**
 * Who may send now. Whoever may not is told so before a byte of the document is read, and when to try again: nothing that
 * was acknowledged is ever given up, so what cannot be kept up with is not let in.
 */
export class Admission {
  readonly #parts: { readonly database: Database; readonly log: Log; readonly limits: AdmissionLimits };
  readonly #underWay = new Map<string, Held>();

  constructor(parts: { readonly database: Database; readonly log: Log; readonly limits: AdmissionLimits }) {
    this.#parts = parts;
  }

  /** Lets a document in, and gives what to call once it is stored or refused; or fails with BUSY. */
  async admit(arrival: Arrival): Promise<() => void> {
    const leave = this.#enter(arrival);
    try {
      await this.#checkBacklog(arrival);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  #enter({ agency, system, bytes }: Arrival): () => void {
    const { limits } = this.#parts;
    const own = this.#underWay.get(system) ?? { count: 0, bytes: 0 };
    const all = [...this.#underWay.values()];
    const count = all.reduce((sum, held) => sum + held.count, 0);
    const held = all.reduce((sum, each) => sum + each.bytes, 0);
    // The first document of a source is let in however large, or it could never be.
    const crowded = own.count > 0 && (own.count >= limits.underWay / SHARE || own.bytes + bytes > limits.underWayBytes / SHARE);
    if (crowded || count >= limits.underWay || (count > 0 && held + bytes > limits.underWayBytes)) {
      throw this.#busy({ agency, system }, SOON);
    }
    this.#underWay.set(system, { count: own.count + 1, bytes: own.bytes + bytes });
    let left = false;
    return () => {
      if (!left) {
        left = true;
        this.#leave(system, bytes);
      }
    };
  }

  #leave(system: string, bytes: number): void {
    const held = this.#underWay.get(system);
    if (held === undefined || held.count <= 1) {
      this.#underWay.delete(system);
    } else {
      this.#underWay.set(system, { count: held.count - 1, bytes: held.bytes - bytes });
    }
  }

  async #checkBacklog({ agency, system }: Arrival): Promise<void> {
    const { database, limits } = this.#parts;
    const { own, all } = await waitingOf(database, { agency, system });
    const full = (waiting: { documents: number; bytes: number }, share: number): boolean =>
      waiting.documents >= limits.waitingDocuments / share || waiting.bytes >= limits.waitingBytes / share;
    if (full(own, SHARE) || full(all, 1)) {
      throw this.#busy({ agency, system }, LATER);
    }
  }

  #busy(source: { agency: string; system: string }, retryAfter: number): HubError {
    this.#parts.log.warn('document-held-off', source);
    return new HubError('BUSY', `The hub has as much as it can take in just now; nothing was read of this document. Send it again in ${String(retryAfter)} seconds.`, { retryAfter });
  }
}
