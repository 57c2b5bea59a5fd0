import { asWriter } from '../store/database.ts';
import { waitingDocuments, type DocumentOutcome } from '../store/write/document-store.ts';
import { asOnlyOne } from '../store/write/as-only-one.ts';
import type { IngestServices } from './ingest-services.ts';
import { Pace } from './pace.ts';
import { readDocument, type ReadDocument } from './read-document.ts';
import { takeDocuments } from './take-documents.ts';

const AT_A_TIME = { documents: 100, bytes: 8 * 1024 * 1024 };

/** Takes every document that waits, oldest first; while another process is at it, waits for its turn. */
export async function takeWaiting(
  services: IngestServices,
  onTaken: (outcomes: readonly DocumentOutcome[]) => void = () => undefined,
): Promise<DocumentOutcome[]> {
  return asOnlyOne(services.database, 'TAKING', async () => {
    const outcomes: DocumentOutcome[] = [];
    const terms = { replayedBy: null, acceptRetractions: false, pace: new Pace() };
    for (;;) {
      const waiting = await asWriter(services.database, (em) => waitingDocuments(em, AT_A_TIME));
      if (waiting.length === 0) {
        return outcomes;
      }
      // Another process may have loaded a directory since.
      await services.refreshDirectory();
      const reads: ReadDocument[] = [];
      for (const document of waiting) {
        reads.push(await readDocument(services, document));
      }
      const taken = await takeDocuments(services, reads, terms);
      outcomes.push(...taken);
      onTaken(taken);
    }
  });
}
