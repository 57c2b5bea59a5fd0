import { readdirSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { HubError } from '../domain/errors.ts';
import { documentStatus, type DocumentStatus } from './document-status.ts';
import type { IngestServices } from './ingest-services.ts';
import { packFiles } from './pack-files.ts';
import { signatureBeside } from './signature-beside.ts';
import { receive, type Delivery, type Receipt } from './receive.ts';
import { takeWaiting } from './take-waiting.ts';

/** Files of one source system, to be taken as if they had been sent. */
export interface FileJob extends Pick<Delivery, 'adapter' | 'agency' | 'system' | 'extracted' | 'receivedBy'> {
  readonly files: readonly string[];
  /** Of a source whose documents are sets: are the files one set, rather than each a document of its own? A folder always is one. */
  readonly together?: boolean;
  readonly onProgress: (progress: { readonly received: number; readonly taken: number; readonly of: number }) => void;
}

/** What became of one file: its document, or why it was not stored. */
export type FileResult =
  | { readonly file: string; readonly already: boolean; readonly status: DocumentStatus }
  | { readonly file: string; readonly refused: HubError };

/** Stores the files, takes them, and tells what became of each. Running the same job again takes up where it was cut off. */
export async function ingestFiles(services: IngestServices, job: FileJob): Promise<FileResult[]> {
  const documents = documentsOf(services, job);
  const progress = { received: 0, taken: 0, of: documents.length };
  const receipts: { file: string; receipt: Receipt | HubError }[] = [];
  for (const files of documents) {
    receipts.push({ file: files.join(' '), receipt: await receiveFiles(services, job, files) });
    progress.received += 1;
    job.onProgress({ ...progress });
  }
  const ours = new Set(receipts.map(({ receipt }) => (receipt instanceof HubError ? null : receipt.document)));
  await takeWaiting(services, (outcomes) => {
    progress.taken += outcomes.filter(({ id }) => ours.has(id)).length;
    job.onProgress({ ...progress });
  });
  return Promise.all(
    receipts.map(async ({ file, receipt }) => {
      if (receipt instanceof HubError) {
        return { file, refused: receipt };
      }
      const { agency, system } = job;
      return { file, already: receipt.already, status: await documentStatus(services, { agency, system, id: receipt.document }) };
    }),
  );
}

/** Which files are a document each: all together where that was asked of a source that sends sets. */
function documentsOf({ adapters }: IngestServices, { adapter, files, together }: FileJob): readonly (readonly string[])[] {
  const sendsSets = adapters.get(adapter)?.manifest.files === 'set';
  return together === true && sendsSets && files.length > 1 && files.every(isNoFolder) ? [files] : files.map((file) => [file]);
}

/** One document at the door; what is refused there does not keep the others out. */
async function receiveFiles(services: IngestServices, job: FileJob, files: readonly string[]): Promise<Receipt | HubError> {
  const { adapter, agency, system, extracted, receivedBy } = job;
  const [first = ''] = files;
  const sendsSets = services.adapters.get(adapter)?.manifest.files === 'set';
  const isSet = files.length > 1 || (sendsSets && !isNoFolder(first));
  const bytes = isSet ? await packed(files.length > 1 ? files : filesIn(first), services.maxDocumentBytes) : await contentsOf(first, services.maxDocumentBytes);
  if (bytes instanceof HubError) {
    return bytes;
  }
  const signature = await signatureBeside(first);
  return orUnsigned(receive(services, { adapter, agency, system, extracted, receivedBy, fileName: path.basename(first), bytes, signature, now: services.clock() }));
}

/** One file without its signature is no reason to leave the others unread. */
async function orUnsigned(receiving: Promise<Receipt>): Promise<Receipt | HubError> {
  try {
    return await receiving;
  } catch (error) {
    if (error instanceof HubError && (error.code === 'SIGNATURE_REQUIRED' || error.code === 'SIGNATURE_INVALID')) {
      return error;
    }
    throw error;
  }
}

async function packed(files: readonly string[], limit: number): Promise<Buffer | HubError> {
  const contents: { name: string; bytes: Buffer }[] = [];
  let room = limit;
  for (const file of files) {
    const bytes = await contentsOf(file, room);
    if (bytes instanceof HubError) {
      return bytes;
    }
    room -= bytes.length;
    contents.push({ name: path.basename(file), bytes });
  }
  return packFiles(contents);
}

function isNoFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => path.join(folder, name));
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'This user may not read the file.',
  EPERM: 'This user may not read the file.',
};

async function contentsOf(file: string, limit: number): Promise<Buffer | HubError> {
  try {
    const found = await stat(file);
    // A folder holds no document, and reading a pipe might never end.
    if (!found.isFile()) {
      return new HubError('BAD_INPUT', 'This is no file.');
    }
    return found.size > limit ? new HubError('DOCUMENT_TOO_LARGE', `The file is larger than ${String(limit)} bytes.`) : await readFile(file);
  } catch (error) {
    // What Node's file functions reject with carries the system's code.
    const { code = '' } = error as { readonly code?: string };
    return new HubError('BAD_INPUT', UNREADABLE[code] ?? 'The file cannot be read.');
  }
}
