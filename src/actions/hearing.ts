import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../logging/log.ts';
import type { Database } from '../store/database.ts';
import { onChange, type Change } from '../store/write/change-news.ts';

/** Something changed; or changes may have been missed, so that whoever follows looks at everything again. */
export type Heard = Change | { readonly kind: 'MISSED' };

/** Hears for the whole process what changes in the hub, and says it to everybody in it who follows something. */
export interface Hearing {
  /** Until what it gives is called. What is said are ids, to be asked of the gate; none of it may leave. */
  hear(ear: (heard: Heard) => void): () => void;
  /** Lets few of those who follow read at once: people who ask come first. */
  inTurn<T>(read: () => Promise<T>): Promise<T>;
}

/** Of the ten connections a process reads by. */
const READERS = 4;

interface HearingServices {
  readonly database: Database;
  readonly log: Log;
}

/** Hears on one connection, from when somebody follows something; where that is lost, on another, as soon as there is one. */
export class OneEar implements Hearing {
  readonly #services: HearingServices;
  readonly #againMs: number;
  readonly #ears = new Set<(heard: Heard) => void>();
  readonly #waiting: (() => void)[] = [];
  readonly #stopping = new AbortController();
  #reading = 0;
  #underWay: Promise<void> | null = null;
  #hush: (() => void) | null = null;

  constructor(services: HearingServices, { againMs }: { readonly againMs: number }) {
    this.#services = services;
    this.#againMs = againMs;
  }

  hear(ear: (heard: Heard) => void): () => void {
    this.#ears.add(ear);
    this.#underWay ??= this.#connect();
    return () => {
      this.#ears.delete(ear);
    };
  }

  async inTurn<T>(read: () => Promise<T>): Promise<T> {
    if (this.#reading >= READERS) {
      // Whoever ends hands its turn on, so the number stays.
      await new Promise<void>((go) => this.#waiting.push(go));
    } else {
      this.#reading += 1;
    }
    try {
      return await read();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) {
        this.#reading -= 1;
      } else {
        next();
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#underWay;
    this.#hush?.();
  }

  async #connect(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        this.#hush = await onChange(this.#services.database, {
          changed: (change) => {
            this.#say(change);
          },
          lost: () => {
            this.#hush = null;
            this.#underWay = this.#connect();
          },
        });
        // What changed while nobody heard is looked for by those who follow.
        this.#say({ kind: 'MISSED' });
        return;
      } catch (error) {
        this.#services.log.error('hearing-failed', {}, error);
        await sleep(this.#againMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }

  #say(heard: Heard): void {
    for (const ear of this.#ears) {
      ear(heard);
    }
  }
}
