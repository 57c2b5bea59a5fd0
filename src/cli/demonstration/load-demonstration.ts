import { loadDirectory } from '../../directory/load-directory.ts';
import { receive } from '../../ingest/receive.ts';
import { takeWaiting } from '../../ingest/take-waiting.ts';
import { asWriter } from '../../store/database.ts';
import { latestVersion } from '../../store/write/directory-store.ts';
import type { CliHub } from '../hub.ts';
import { progressBar } from '../progress-bar.ts';
import { demonstrationDirectoryWith } from './demonstration-directory.ts';
import { tellInterviews } from './tell-interviews.ts';
import { bytesOf, demonstrationDocuments, USUAL_SIZE, type DemonstrationSize } from './documents.ts';
import type { SenderKeys } from './sender-keys.ts';

const BY = 'demonstration';

interface LoadedHub extends Pick<CliHub, 'database' | 'directory' | 'ingest' | 'actions' | 'gate'> {
  readonly senderKeys: SenderKeys;
}

/**
 * On a hub that knows nobody yet, puts the invented directory in force and takes the invented files in as anyone's.
 * While that directory is in force a later start does so again: the files are told as of when it was loaded, so those
 * that the hub has are left as they are, and a load that was cut off is completed. Of systems that the directory was loaded without,
 * and of those whose keys are no longer the ones it names, nothing is told.
 */
export async function loadDemonstration(hub: LoadedHub, now: number, size: DemonstrationSize = USUAL_SIZE): Promise<void> {
  const begun = await asWriter(hub.database, latestVersion);
  if (begun !== null && begun.loadedBy !== BY) {
    return;
  }
  if (begun === null) {
    await loadDirectory(hub.database, demonstrationDirectoryWith(hub.senderKeys.published), { by: BY, now });
  }
  const { systems } = await hub.directory.refresh();
  const toldAt = begun?.loadedAt.getTime() ?? now;
  const documents = demonstrationDocuments(toldAt, size).filter(({ system }) => hub.senderKeys.areKnown(systems.get(system)));
  const bar = progressBar('Loading the demonstration');
  let taken = 0;
  for (const document of documents) {
    const { adapter, system, extracted, name } = document;
    const agency = systems.get(system)?.agency ?? '';
    const bytes = await bytesOf(document);
    const signature = await hub.senderKeys.signatureOf(system, bytes);
    await receive(hub.ingest, { adapter, agency, system, extracted, fileName: name, bytes, signature, receivedBy: BY, now: toldAt });
  }
  await takeWaiting(hub.ingest, (outcomes) => {
    taken += outcomes.length;
    bar.update(Math.min(taken, documents.length), documents.length);
  });
  bar.stop();
  await tellInterviews(hub, toldAt);
}
