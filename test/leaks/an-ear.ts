import type { Heard, Hearing } from '../../src/actions/hearing.ts';

/** What a process hears, said by the test; and whether everybody who follows has looked. */
export class AnEar implements Hearing {
  readonly #ears = new Set<(heard: Heard) => void>();
  #looks = 0;
  readonly #waiting: (() => void)[] = [];

  hear(ear: (heard: Heard) => void): () => void {
    this.#ears.add(ear);
    return () => {
      this.#ears.delete(ear);
    };
  }

  async inTurn<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } finally {
      this.#looks += 1;
      this.#waiting.splice(0).forEach((look) => { look(); });
    }
  }

  /** How many hear, and how many looks have been taken. */
  get ears(): number {
    return this.#ears.size;
  }
  get looks(): number {
    return this.#looks;
  }

  /** Says it, and waits until so many more looks have been taken. */
  async say(heard: Heard, looks = 0): Promise<void> {
    const enough = this.#looks + looks;
    this.#ears.forEach((ear) => { ear(heard); });
    await this.looked(enough);
  }

  async looked(enough: number): Promise<void> {
    while (this.#looks < enough) {
      await new Promise<void>((look) => this.#waiting.push(look));
    }
  }
}
