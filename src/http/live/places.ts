import { HubError } from '../../domain/errors.ts';

/** How much is open of each person, and of all. */
export class Places {
  readonly #most: { readonly ofOnePerson: number; readonly ofAll: number };
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(most: { readonly ofOnePerson: number; readonly ofAll: number }) {
    this.#most = most;
  }

  /** Takes a place, and gives what to call once when it is free again. */
  take(person: string): () => void {
    const taken = this.#taken.get(person) ?? 0;
    if (taken >= this.#most.ofOnePerson || this.#all >= this.#most.ofAll) {
      throw new HubError('TOO_MANY_STREAMS', `One person follows up to ${String(this.#most.ofOnePerson)} things at once.`);
    }
    this.#count(person, 1);
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.#count(person, -1);
      }
    };
  }

  #count(person: string, by: 1 | -1): void {
    const left = (this.#taken.get(person) ?? 0) + by;
    this.#all += by;
    if (left === 0) {
      this.#taken.delete(person);
    } else {
      this.#taken.set(person, left);
    }
  }
}
