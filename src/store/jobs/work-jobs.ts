import type { Pool } from 'pg';
import type { Database } from '../database.ts';
import { bossOn, TRANSMISSION_QUEUE, type JobsDatabase, type TransmissionJob } from './jobs.ts';

/** How the jobs of transmissions are worked. */
export interface JobWork {
  /** Several at once in this process. */
  readonly atOnce: number;
  readonly pollingSeconds: number;
  readonly run: (id: string) => Promise<void>;
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
export async function workTransmissions({ pool }: Database, { atOnce, pollingSeconds, run, failed }: JobWork): Promise<Working> {
  const boss = bossOn(asWriter(pool), { supervise: true, superviseIntervalSeconds: LOOK_AGAIN, monitorIntervalSeconds: LOOK_AGAIN });
  boss.on('error', failed);
  await boss.start();
  await boss.work<TransmissionJob>(TRANSMISSION_QUEUE, { batchSize: 1, localConcurrency: atOnce, pollingIntervalSeconds: pollingSeconds }, async (jobs) => {
    for (const { data } of jobs) {
      await run(data.id);
    }
  });
  return {
    async stop() {
      await boss.stop({ graceful: true, close: false, timeout: PATIENCE });
    },
  };
}

/** Each statement of the library in a transaction of its own, with the rights of the writer. */
function asWriter(pool: Pool): JobsDatabase {
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
