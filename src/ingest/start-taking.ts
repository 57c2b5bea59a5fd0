import { onDocument } from '../store/write/document-news.ts';
import type { IngestServices } from './ingest-services.ts';
import { takeWaiting } from './take-waiting.ts';

/** A worker in the background. */
export interface Taking {
  /** Ends once the documents under way are taken. */
  stop(): Promise<void>;
}

/** Takes documents as soon as they are received, and looks for forgotten ones at every interval. */
export function startTaking(services: IngestServices, { intervalMs }: { readonly intervalMs: number }): Taking {
  const worker = new Worker(services);
  const timer = setInterval(() => {
    worker.wake();
  }, intervalMs);
  worker.wake();
  return {
    async stop() {
      clearInterval(timer);
      await worker.stop();
    },
  };
}

class Worker {
  readonly #services: IngestServices;
  #underWay: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #hearing: (() => void) | null = null;

  constructor(services: IngestServices) {
    this.#services = services;
  }

  wake(): void {
    if (this.#stopped) {
      return;
    }
    this.#again = true;
    this.#underWay ??= this.#work().finally(() => {
      this.#underWay = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#underWay;
    this.#hearing?.();
  }

  /** A failure is not the end: the documents stay where they are, and the next call or interval tries again. */
  async #work(): Promise<void> {
    try {
      await this.#listen();
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await takeWaiting(this.#services);
      }
    } catch (error) {
      this.#services.log.error('document-failed', {}, error);
    }
  }

  async #listen(): Promise<void> {
    this.#hearing ??= await onDocument(this.#services.database, {
      document: () => {
        this.wake();
      },
      lost: () => {
        this.#hearing = null;
      },
    });
  }
}
