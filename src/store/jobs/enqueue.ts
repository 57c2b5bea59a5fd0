import { bossOn, TRANSMISSION_QUEUE, type TransmissionJob } from './jobs.ts';
import { execute, type Writing } from '../database.ts';

/** Has a worker look at a transmission after these milliseconds: the job is there once the transaction is through, or not at all. */
export async function enqueueTransmission(em: Writing, id: string, wait: number): Promise<void> {
  // It lives as long as the statement: who takes something in by a command has no worker that runs.
  const boss = bossOn({ executeSql: async (text, values) => ({ rows: await execute(em, text, values) }) }, {});
  await boss.start();
  try {
    const job: TransmissionJob = { id };
    await boss.send(TRANSMISSION_QUEUE, job, { startAfter: Math.ceil(wait / 1000) });
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
