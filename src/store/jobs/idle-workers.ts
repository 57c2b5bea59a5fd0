import type { PgBoss } from 'pg-boss';
import { TRANSMISSION_QUEUE, type TransmissionJob } from './jobs.ts';

/** What the workers of a queue do, and how many at once. */
export interface Crew {
  readonly atOnce: number;
  readonly run: (id: string) => Promise<void>;
}

/** Each asks by itself only now and then: whoever has work wakes the next, as there may be more. Of one lane one is under way, whoever has it. */
const ONE_AT_A_TIME = { batchSize: 1, localConcurrency: 1, localGroupConcurrency: 1, pollingIntervalSeconds: 30 } as const;

/** The workers of transmissions that have nothing to do. */
export class IdleWorkers {
  readonly #boss: PgBoss;
  readonly #idle = new Set<string>();

  constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /** Has so many work; a job is taken by one of them, and whoever is through with one asks for the next at once. */
  async begin({ atOnce, run }: Crew): Promise<void> {
    for (let nth = 0; nth < atOnce; nth += 1) {
      let worker = '';
      worker = await this.#boss.work<TransmissionJob>(TRANSMISSION_QUEUE, ONE_AT_A_TIME, async (jobs) => {
        this.#idle.delete(worker);
        this.wake();
        try {
          for (const { data } of jobs) {
            await run(data.id);
          }
        } finally {
          this.#idle.add(worker);
          this.#boss.notifyWorker(worker);
        }
      });
      this.#idle.add(worker);
    }
  }

  /** Has one of them ask now, each in turn. */
  wake(): void {
    const [next] = this.#idle;
    if (next !== undefined) {
      this.#idle.delete(next);
      this.#idle.add(next);
      this.#boss.notifyWorker(next);
    }
  }
}
