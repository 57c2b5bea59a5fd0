import { loadDirectory } from '../../directory/load-directory.ts';
import { receive } from '../../ingest/receive.ts';
import { takeWaiting } from '../../ingest/take-waiting.ts';
import type { CliHub } from '../hub.ts';
import { progressBar } from '../progress-bar.ts';
import { demonstrationDirectory } from './demonstration-directory.ts';
import { demonstrationDocuments } from './documents.ts';

/** On a hub that knows nobody yet, puts the invented directory in force and takes the invented files in as anyone's. */
export async function loadDemonstration(hub: Pick<CliHub, 'database' | 'directory' | 'ingest'>, now: number): Promise<void> {
  if (hub.directory.current().version > 0) {
    return;
  }
  await loadDirectory(hub.database, demonstrationDirectory, { by: 'demonstration', now });
  const { systems } = await hub.directory.refresh();
  const documents = demonstrationDocuments(now);
  const bar = progressBar('Loading the demonstration');
  let taken = 0;
  for (const { adapter, system, extracted, fileName, text } of documents) {
    const agency = systems.get(system)?.agency ?? '';
    const bytes = Buffer.from(text);
    await receive(hub.ingest, { adapter, agency, system, extracted, fileName, bytes, receivedBy: 'demonstration', now });
  }
  await takeWaiting(hub.ingest, (outcomes) => {
    taken += outcomes.length;
    bar.update(Math.min(taken, documents.length), documents.length);
  });
  bar.stop();
}
