import { setTimeout as sleep } from 'node:timers/promises';
import { connectClient } from '../../src/store/connection.ts';
import type { FaultDatabase } from './fault-run.ts';

/** Where nothing at all is taken for so long, nothing will be. */
const PATIENCE = 120_000;
const LOOK = 200;
const TELL = 10_000;

/** Waits until so few documents wait for a hub to read them; tells of it when that takes long, and gives up where none is taken any more. */
export async function untilWaiting({ superuserUrl }: Pick<FaultDatabase, 'superuserUrl'>, isEnough: (waiting: number) => boolean, progress: (line: string) => void): Promise<void> {
  const client = await connectClient(superuserUrl);
  try {
    let [least, since, told] = [Infinity, Date.now(), Date.now()];
    for (;;) {
      const { rows } = await client.query<{ waiting: number }>(`select count(*)::integer as waiting from source_document where state = 'RECEIVED'`);
      const waiting = rows[0]?.waiting ?? 0;
      if (isEnough(waiting) || Date.now() - since > PATIENCE) {
        return;
      }
      if (waiting < least) {
        [least, since] = [waiting, Date.now()];
      }
      if (Date.now() - told > TELL) {
        progress(`${String(waiting)} documents wait`);
        told = Date.now();
      }
      await sleep(LOOK);
    }
  } finally {
    await client.end();
  }
}
