import { HubError, type ErrorCode } from '../domain/errors.ts';
import { asWriter } from '../store/database.ts';
import { outcomeOf, type DocumentOutcome } from '../store/write/document-store.ts';
import { refusalsOf } from '../store/write/quarantine-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { isUuid } from './is-uuid.ts';

/** What became of a document, for the system that sent it: by code and place, never by content. */
export interface DocumentStatus extends DocumentOutcome {
  readonly refusals: readonly { readonly code: ErrorCode; readonly place: string; readonly reason: string; readonly remedy: string; readonly state: string }[];
}

/** Looks up one of a source system's own documents; another's is not found. */
export async function documentStatus(
  { database }: IngestServices,
  asked: { readonly agency: string; readonly system: string; readonly id: string },
): Promise<DocumentStatus> {
  const status = isUuid(asked.id)
    ? await asWriter(database, async (em) => {
        const outcome = await outcomeOf(em, asked);
        return outcome && { ...outcome, refusals: await refusalsOf(em, outcome.id) };
      })
    : null;
  if (status === null) {
    throw new HubError('NOT_FOUND', 'There is no such document from this source system.');
  }
  return status;
}
