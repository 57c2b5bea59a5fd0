import { asWriter } from '../store/database.ts';
import { documentById, type DocumentOutcome } from '../store/write/document-store.ts';
import { asOnlyOne } from '../store/write/as-only-one.ts';
import { documentsOfOpen } from '../store/write/quarantine-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { isUuid } from './is-uuid.ts';
import { Pace } from './pace.ts';
import { readDocument } from './read-document.ts';
import { takeDocuments } from './take-documents.ts';

/** Whose refusals are read again: the named ones, or all; only of the agency that sent them. */
export interface Replay {
  readonly agency: string;
  readonly ids: readonly string[] | 'all';
  readonly acceptRetractions: boolean;
  readonly by: string;
}

/** Reads the documents of refusals again, and settles what is no longer refused. Ids of other agencies are passed over. */
export async function replayQuarantine(services: IngestServices, { agency, ids, acceptRetractions, by }: Replay): Promise<DocumentOutcome[]> {
  const named = ids === 'all' ? null : ids.filter(isUuid);
  return asOnlyOne(services.database, 'TAKING', async () => {
    await services.refreshDirectory();
    const outcomes: DocumentOutcome[] = [];
    const terms = { acceptRetractions, replayedBy: by, pace: new Pace() };
    for (const id of await asWriter(services.database, (em) => documentsOfOpen(em, agency, named))) {
      const document = await asWriter(services.database, (em) => documentById(em, id));
      if (document !== null) {
        const read = await readDocument(services, document);
        outcomes.push(...(await takeDocuments(services, [read], terms)));
      }
    }
    return outcomes;
  });
}
