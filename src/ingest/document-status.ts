import { HubError } from '../domain/errors.ts';
import { asWriter } from '../store/database.ts';
import { outcomesOf, type DocumentOutcome } from '../store/write/document-store.ts';
import { refusalsByDocument, type RefusedPlace } from '../store/write/quarantine-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { isUuid } from './is-uuid.ts';

/** What became of a document, for the system that sent it: by code and place, never by content. */
export interface DocumentStatus extends DocumentOutcome {
  readonly refusals: readonly RefusedPlace[];
}

interface Sender {
  readonly agency: string;
  readonly system: string;
}

/** Looks up one of a source system's own documents; another's is not found. */
export async function documentStatus(services: IngestServices, { id, ...sender }: Sender & { readonly id: string }): Promise<DocumentStatus> {
  const [status] = isUuid(id) ? await documentStatuses(services, { ...sender, ids: [id] }) : [];
  if (status === undefined) {
    throw new HubError('NOT_FOUND', 'There is no such document from this source system.');
  }
  return status;
}

/** Looks up a source system's own documents; another's are left out. */
export async function documentStatuses({ database }: IngestServices, asked: Sender & { readonly ids: readonly string[] }): Promise<DocumentStatus[]> {
  return asWriter(database, async (em) => {
    const outcomes = await outcomesOf(em, asked);
    const refusals = await refusalsByDocument(em, [...outcomes.keys()]);
    return [...outcomes.values()].map((outcome) => ({ ...outcome, refusals: refusals.get(outcome.id) ?? [] }));
  });
}
