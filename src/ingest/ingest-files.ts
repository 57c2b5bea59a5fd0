import { HubError } from '../domain/errors.ts';
import { bringFiles, documentsOf, type FilesToSend } from './bring-files.ts';
import { documentStatuses, type DocumentStatus } from './document-status.ts';
import type { IngestServices } from './ingest-services.ts';
import { receiveTogether } from './receive.ts';
import { takeWaiting } from './take-waiting.ts';

/** Files of one source system, to be taken as if they had been sent. */
export interface FileJob extends FilesToSend {
  readonly onProgress: (progress: { readonly received: number; readonly taken: number; readonly of: number }) => void;
}

/** What became of one file: its document, or why it was not stored. */
export type FileResult =
  | { readonly file: string; readonly already: boolean; readonly status: DocumentStatus }
  | { readonly file: string; readonly refused: HubError };

/** Documents asked after at a time. */
const ASKED = 1000;

/** Stores the files, takes them, and tells what became of each. Running the same job again takes up where it was cut off. */
export async function ingestFiles(services: IngestServices, job: FileJob): Promise<FileResult[]> {
  const progress = { received: 0, taken: 0, of: documentsOf(services, job).length };
  const onAnswered = (count: number): void => {
    progress.received += count;
    job.onProgress({ ...progress });
  };
  const receipts = await bringFiles(services, job, { ask: (deliveries) => receiveTogether(services, deliveries), onAnswered });
  const ids = receipts.flatMap(({ answer }) => (answer instanceof HubError ? [] : answer.document));
  const ours = new Set(ids);
  await takeWaiting(services, (outcomes) => {
    progress.taken += outcomes.filter(({ id }) => ours.has(id)).length;
    job.onProgress({ ...progress });
  });
  const statuses = await statusesOf(services, job, ids);
  return receipts.map(({ file, answer }) => (answer instanceof HubError ? { file, refused: answer } : { file, already: answer.already, status: found(statuses.get(answer.document)) }));
}

async function statusesOf(services: IngestServices, { agency, system }: FileJob, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentStatus>> {
  const statuses = new Map<string, DocumentStatus>();
  for (let start = 0; start < ids.length; start += ASKED) {
    const asked = { agency, system, ids: ids.slice(start, start + ASKED) };
    (await documentStatuses(services, asked)).forEach((status) => statuses.set(status.id, status));
  }
  return statuses;
}

function found(status: DocumentStatus | undefined): DocumentStatus {
  if (status === undefined) {
    throw new HubError('INTERNAL', 'A document that was stored cannot be found.');
  }
  return status;
}
