import { startServing, type ServingProcess, type ServingTerms } from '../serving-process.ts';

/** One of the two hubs, in a process of its own. When it is killed it is started again. */
export class HubSide {
  readonly #terms: ServingTerms;
  /** Null while it starts. */
  #serving: ServingProcess | null = null;
  #starting: Promise<void> = Promise.resolve();
  #stopped = false;
  #fault: unknown = null;

  private constructor(terms: ServingTerms) {
    this.#terms = terms;
  }

  static async start(terms: ServingTerms): Promise<HubSide> {
    const side = new HubSide(terms);
    side.#starting = side.#start();
    await side.#starting;
    return side;
  }

  /** Where it takes calls now; null while it starts. */
  get port(): number | null {
    if (this.#fault !== null) {
      throw this.#fault; // eslint-disable-line @typescript-eslint/only-throw-error -- as it was thrown when the hub was started
    }
    return this.#serving?.port ?? null;
  }

  /** At once and without a word. False where it is not up. */
  kill(): boolean {
    const before = this.#serving;
    if (before === null || this.#stopped) {
      return false;
    }
    this.#serving = null;
    before.kill();
    this.#starting = before.exited.then(() => this.#start());
    return true;
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#starting;
    await this.#serving?.stop();
  }

  async #start(): Promise<void> {
    try {
      this.#serving = this.#stopped ? null : await startServing(this.#terms);
    } catch (error) {
      this.#fault = error;
    }
  }
}
