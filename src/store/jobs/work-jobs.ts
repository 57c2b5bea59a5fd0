import type { Pool } from 'pg';
import type { Database } from '../database.ts';
import { listenTo } from '../listen-to.ts';
import { IdleWorkers, type Crew } from './idle-workers.ts';
import { bossOn, DUE_CHANNEL, type JobsDatabase } from './jobs.ts';

/** How the jobs of transmissions are worked, by this process. */
export interface JobWork extends Crew {
  /** So often it is asked for what became due, or of which nothing was heard. */
  readonly pollingSeconds: number;
  readonly failed: (error: unknown) => void;
}

/** Work in the background. */
export interface Working {
  /** Takes no more, and ends once what is under way is through. */
  stop(): Promise<void>;
}

/** Our figures: how soon a dead process is noticed, and how long one that stops waits for what it has begun. */
const LOOK_AGAIN = 30;
const PATIENCE = 90_000;

/** Works the jobs of transmissions as they become due, with the writer's rights and through the hub's own connections. */
export async function workTransmissions(database: Database, { pollingSeconds, failed, ...crew }: JobWork): Promise<Working> {
  const boss = bossOn(jobsOf(database.pool), { supervise: true, superviseIntervalSeconds: LOOK_AGAIN, monitorIntervalSeconds: LOOK_AGAIN });
  boss.on('error', failed);
  await boss.start();
  const workers = new IdleWorkers(boss);
  await workers.begin(crew);
  const hearing = new Hearing(database, workers);
  const asking = setInterval(() => {
    workers.wake();
    hearing.begin();
  }, pollingSeconds * 1000);
  hearing.begin();
  return {
    async stop() {
      clearInterval(asking);
      await hearing.stop();
      await boss.stop({ graceful: true, close: false, timeout: PATIENCE });
    },
  };
}

/** Hears of what is due at once. While it hears nothing, it is asked for. */
class Hearing {
  readonly #database: Database;
  readonly #workers: IdleWorkers;
  #heard: Promise<(() => void) | null> | null = null;

  constructor(database: Database, workers: IdleWorkers) {
    this.#database = database;
    this.#workers = workers;
  }

  begin(): void {
    this.#heard ??= this.#listen();
  }

  async stop(): Promise<void> {
    (await this.#heard)?.();
  }

  #listen(): Promise<(() => void) | null> {
    const lost = (): null => (this.#heard = null);
    return listenTo(this.#database, [DUE_CHANNEL], { heard: () => { this.#workers.wake(); }, lost }).catch(lost);
  }
}

/** Each statement of the library in a transaction of its own, with the rights of the writer. */
export function jobsOf(pool: Pool): JobsDatabase {
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      let inDoubt = true;
      try {
        await client.query('begin; set local role homeward_writer');
        const result = await client.query(text, values);
        await client.query('commit');
        inDoubt = false;
        return result;
      } finally {
        client.release(inDoubt);
      }
    },
  };
}
