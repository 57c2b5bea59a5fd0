import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { MINUTE } from '../domain/interval/durations.ts';
import type { DeliverServices } from './deliver-services.ts';
import { halfBegunAt } from './half-file.ts';

/** What sweeping the folders that things go into rests on. */
export type SweepingServices = Pick<DeliverServices, 'directory' | 'outbox' | 'mark' | 'clock'> & { readonly log: Pick<DeliverServices['log'], 'info' | 'error'> };

/** Our figure: much longer than a try lasts, after which whoever began it is gone. */
const LEFT_AFTER = 10 * MINUTE;

/** Takes away what a worker that was killed left half written in the folders of receivers: nothing but what this hub itself began there. */
export async function sweepFolders({ directory, outbox, mark, clock, log }: SweepingServices): Promise<void> {
  const { channels } = await directory();
  const folders = new Set([...channels.values()].flatMap((channel) => (channel.kind === 'FOLDER' ? [path.join(outbox, channel.folder)] : [])));
  const before = clock() - LEFT_AFTER;
  let count = 0;
  for (const folder of folders) {
    // One that is not mounted is looked through another time.
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => (halfBegunAt(one, mark) ?? Infinity) < before)) {
      count += Number(await takenAway(path.join(folder, name)));
    }
  }
  if (count > 0) {
    log.info('halves-swept', { count });
  }
}

/** The name alone: where somebody put a link in its place, what the link leads to stays. */
async function takenAway(file: string): Promise<boolean> {
  return unlink(file).then(() => true, () => false);
}
