import { bossOn, DUE_CHANNEL, TRANSMISSION_QUEUE, type TransmissionJob } from './jobs.ts';
import { execute, type Writing } from '../database.ts';

/** A transmission, what it is of, and over which way it goes. */
export interface DueTransmission {
  readonly id: string;
  readonly records: readonly string[];
  readonly channel: string;
}

/** Our figure: so many go to one partner at once, over however many ways, so that a receiver that does not answer holds up few workers. */
const LANES = 3;

/** The lane of a transmission: in one there is one at a time, and what is of the same records is in the same. */
function laneOf(partner: string, { records }: DueTransmission): string {
  return `${partner} ${String(Number.parseInt(records[0]?.slice(-4) ?? '0', 16) % LANES)}`;
}

/**
 * Who answers at the end of a way, as the directory in force says: the hub, which may stand for several agencies, the origin of a
 * webhook, or whose folder it is. Of a way that it does not know, the way itself.
 */
async function partnerOf(em: Writing, channel: string): Promise<string> {
  const [row] = await execute<{ partner: string | null }>(
    em,
    `select coalesce('hub ' || (way ->> 'hub'), substring(way ->> 'url' from '^[a-z]+://[^/]+'), 'folders of ' || (way ->> 'agency')) as partner
     from (select body from directory_version order by version desc limit 1) as directory, json_array_elements(directory.body -> 'channels') as way where way ->> 'id' = $1`,
    [channel],
  );
  return row?.partner ?? channel;
}

/** Has a worker look at a transmission after these milliseconds: the job is there once the transaction is through, or not at all. */
export async function enqueueTransmission(em: Writing, due: DueTransmission, wait: number): Promise<void> {
  const lane = laneOf(await partnerOf(em, due.channel), due);
  // It lives as long as the statement: who takes something in by a command has no worker that runs.
  const boss = bossOn({ executeSql: async (text, values) => ({ rows: await execute(em, text, values) }) }, {});
  await boss.start();
  try {
    const job: TransmissionJob = { id: due.id };
    await boss.send(TRANSMISSION_QUEUE, job, { startAfter: Math.ceil(wait / 1000), group: { id: lane } });
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  await (wait > 0 ? undefined : execute(em, `notify ${DUE_CHANNEL}`));
}
