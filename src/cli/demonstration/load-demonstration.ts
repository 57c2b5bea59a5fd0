import { loadDirectory } from '../../directory/load-directory.ts';
import type { Delivery } from '../../ingest/open-delivery.ts';
import { receiveTogether, sha256Of } from '../../ingest/receive.ts';
import { takeWaiting } from '../../ingest/take-waiting.ts';
import type { Log } from '../../logging/log.ts';
import { asWriter } from '../../store/database.ts';
import { placesKnown } from '../../store/write/document-store.ts';
import { latestVersion } from '../../store/write/directory-store.ts';
import type { CliHub } from '../hub.ts';
import { progressBar } from '../progress-bar.ts';
import type { DemonstrationDocument } from './demonstration-document.ts';
import { demonstrationDirectoryWith } from './demonstration-directory.ts';
import { tellInterviews } from './tell-interviews.ts';
import { bytesOf, demonstrationDocuments, USUAL_SIZE, type DemonstrationSize } from './documents.ts';
import type { SenderKeys } from './sender-keys.ts';

const BY = 'demonstration';
/** Documents that are stored at a time. */
const TOGETHER = 100;

interface LoadedHub extends Pick<CliHub, 'database' | 'directory' | 'ingest' | 'actions' | 'gate'> {
  readonly senderKeys: SenderKeys;
  readonly log: Pick<Log, 'warn'>;
  /** Told how many of the files are taken in, and of how many. */
  readonly read?: (so: { readonly done: number; readonly of: number }) => void;
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
  const deliveries = await unknownOf(hub, await deliveriesOf(hub, documents, toldAt));
  await storeAll(hub, deliveries);
  const bar = progressBar('Loading the demonstration');
  let taken = 0;
  await takeWaiting(hub.ingest, (outcomes) => {
    taken += outcomes.length;
    const done = Math.min(taken, documents.length);
    bar.update(done, documents.length);
    hub.read?.({ done, of: documents.length });
  });
  bar.stop();
  await tellInterviews(hub, toldAt);
}

async function storeAll({ ingest }: LoadedHub, deliveries: readonly Delivery[]): Promise<void> {
  const bar = progressBar('Storing the files of the demonstration');
  for (let start = 0; start < deliveries.length; start += TOGETHER) {
    bar.update(start, deliveries.length);
    await receiveTogether(ingest, deliveries.slice(start, start + TOGETHER));
  }
  bar.stop();
}

/** As if each had come a moment after the one before it, the last of them when the story is told. */
async function deliveriesOf({ directory, senderKeys }: LoadedHub, documents: readonly DemonstrationDocument[], toldAt: number): Promise<Delivery[]> {
  const { systems } = directory.current();
  const deliveries: Delivery[] = [];
  for (const [place, document] of documents.entries()) {
    const { adapter, system, extracted, name } = document;
    const bytes = await bytesOf(document);
    const now = toldAt - (documents.length - 1 - place);
    const agency = systems.get(system)?.agency ?? '';
    deliveries.push({ adapter, agency, system, extracted, fileName: name, bytes, signature: await senderKeys.signatureOf(system, bytes), receivedBy: BY, now });
  }
  return deliveries;
}

/** A later start asks once for all of them, rather than sending every one again. */
async function unknownOf({ database }: LoadedHub, deliveries: readonly Delivery[]): Promise<Delivery[]> {
  const names = deliveries.map(({ agency, system, adapter, extracted, bytes }) => ({ agency, system, adapter, extracted, sha256: sha256Of(bytes) }));
  const known = await placesKnown(database, names);
  return deliveries.filter((_delivery, place) => !known.has(place));
}
