import type { Heard } from './hearing.ts';

/** More ids than this are not kept for a reader who is slow to take them: everything is looked at again instead. */
const MOST_IDS = 1000;

/** What has changed of what one reader follows and has not been looked at yet: each thing once, however often it changed. */
export class Pending {
  readonly #touched: (heard: Heard) => readonly string[];
  #ids = new Set<string>();
  #all = false;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(touched: (heard: Heard) => readonly string[]) {
    this.#touched = touched;
  }

  note(heard: Heard): void {
    if (heard.kind === 'MISSED') {
      this.#all = true;
    } else {
      this.#touched(heard).forEach((id) => this.#ids.add(id));
      this.#all ||= this.#ids.size > MOST_IDS;
    }
    if (this.#all || this.#ids.size > 0) {
      this.#wake();
    }
  }

  /** Waits until there is something; false once it has ended. */
  async wait(): Promise<boolean> {
    while (!this.#ended && !this.#all && this.#ids.size === 0) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    return !this.#ended;
  }

  /** The ids to look at; null for everything. */
  take(): readonly string[] | null {
    const ids = this.#all ? null : [...this.#ids];
    this.#ids = new Set();
    this.#all = false;
    return ids;
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }
}
