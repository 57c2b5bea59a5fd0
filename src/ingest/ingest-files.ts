import { HubError } from '../domain/errors.ts';
import { bringFiles, documentsOf, type FilesToSend } from './bring-files.ts';
import { documentStatus, type DocumentStatus } from './document-status.ts';
import type { IngestServices } from './ingest-services.ts';
import { receive } from './receive.ts';
import { takeWaiting } from './take-waiting.ts';

/** Files of one source system, to be taken as if they had been sent. */
export interface FileJob extends FilesToSend {
  readonly onProgress: (progress: { readonly received: number; readonly taken: number; readonly of: number }) => void;
}

/** What became of one file: its document, or why it was not stored. */
export type FileResult =
  | { readonly file: string; readonly already: boolean; readonly status: DocumentStatus }
  | { readonly file: string; readonly refused: HubError };

/** Stores the files, takes them, and tells what became of each. Running the same job again takes up where it was cut off. */
export async function ingestFiles(services: IngestServices, job: FileJob): Promise<FileResult[]> {
  const progress = { received: 0, taken: 0, of: documentsOf(services, job).length };
  const onAnswered = (): void => {
    progress.received += 1;
    job.onProgress({ ...progress });
  };
  const receipts = await bringFiles(services, job, { ask: (delivery) => receive(services, delivery), onAnswered });
  const ours = new Set(receipts.map(({ answer }) => (answer instanceof HubError ? null : answer.document)));
  await takeWaiting(services, (outcomes) => {
    progress.taken += outcomes.filter(({ id }) => ours.has(id)).length;
    job.onProgress({ ...progress });
  });
  return Promise.all(
    receipts.map(async ({ file, answer: receipt }) => {
      if (receipt instanceof HubError) {
        return { file, refused: receipt };
      }
      const { agency, system } = job;
      return { file, already: receipt.already, status: await documentStatus(services, { agency, system, id: receipt.document }) };
    }),
  );
}
