import type { Client } from 'pg';
import { bossOn, JOB_GRANTS, QUEUE, TRANSMISSION_QUEUE } from './jobs.ts';

/** Brings the tables of the jobs to the version of the library as their owner, with the queue and what the writer may do; inside the migration's lock. */
export async function prepareJobs(owner: Client): Promise<void> {
  // Several statements at once give one result each, which the library tells apart itself.
  const boss = bossOn({ executeSql: (text, values) => owner.query(text, values) }, { migrate: true });
  await boss.start();
  try {
    const queue = await boss.getQueue(TRANSMISSION_QUEUE);
    await (queue === null ? boss.createQueue(TRANSMISSION_QUEUE, QUEUE) : undefined);
    await owner.query(JOB_GRANTS);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
