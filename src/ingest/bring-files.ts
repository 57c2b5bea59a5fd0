import { readdirSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { HubError } from '../domain/errors.ts';
import type { IngestServices } from './ingest-services.ts';
import type { Delivery } from './open-delivery.ts';
import { packFiles } from './pack-files.ts';
import { signatureBeside } from './signature-beside.ts';

/** Files of one source system, as if they had been sent. */
export interface FilesToSend extends Pick<Delivery, 'adapter' | 'agency' | 'system' | 'extracted' | 'receivedBy'> {
  readonly files: readonly string[];
  /** Of a source whose documents are sets: are the files one set, rather than each a document of its own? A folder always is one. */
  readonly together?: boolean;
}

/** What the door answered of one document, or why it did not take it. */
export interface AtTheDoor<T> {
  /** The files of the document, as they were named. */
  readonly file: string;
  readonly answer: T | HubError;
}

/** A door that documents are brought to. */
export interface Door<T> {
  /** One answer for each of them, in their order. */
  readonly ask: (deliveries: readonly Delivery[]) => Promise<readonly (T | HubError)[]>;
  readonly onAnswered: (count: number) => void;
}

/** Documents brought together: so many, or so many bytes of them, whichever is reached first. */
const TOGETHER = { documents: 100, bytes: 8 * 1024 * 1024 };

interface Portion {
  readonly files: readonly string[];
  readonly delivery: Delivery | HubError;
}

/** Brings the documents of the files to a door in their order, some at a time; what is refused there does not keep the others out. */
export async function bringFiles<T>(services: IngestServices, job: FilesToSend, door: Door<T>): Promise<AtTheDoor<T>[]> {
  const answers: AtTheDoor<T>[] = [];
  let [portion, bytes]: [Portion[], number] = [[], 0];
  const documents = documentsOf(services, job);
  for (const [place, files] of documents.entries()) {
    const delivery = await deliveryOf(services, job, files);
    portion.push({ files, delivery });
    bytes += delivery instanceof HubError ? 0 : delivery.bytes.length;
    if (portion.length >= TOGETHER.documents || bytes >= TOGETHER.bytes || place === documents.length - 1) {
      answers.push(...(await bring(portion, door)));
      door.onAnswered(portion.length);
      [portion, bytes] = [[], 0];
    }
  }
  return answers;
}

/** What could not even be read keeps its place among what the door answers. */
async function bring<T>(portion: readonly Portion[], door: Door<T>): Promise<AtTheDoor<T>[]> {
  const deliveries = portion.flatMap(({ delivery }) => (delivery instanceof HubError ? [] : delivery));
  const answers = deliveries.length === 0 ? [] : await door.ask(deliveries);
  return portion.flatMap(({ files, delivery }) => {
    const answer = delivery instanceof HubError ? delivery : answers[deliveries.indexOf(delivery)];
    return answer === undefined ? [] : { file: files.join(' '), answer };
  });
}

/** Which files are a document each: all together where that was asked of a source that sends sets. */
export function documentsOf({ adapters }: IngestServices, { adapter, files, together }: FilesToSend): readonly (readonly string[])[] {
  const sendsSets = adapters.get(adapter)?.manifest.files === 'set';
  return together === true && sendsSets && files.length > 1 && files.every(isNoFolder) ? [files] : files.map((file) => [file]);
}

/** The files of one document with the signature that lies beside them; or why they cannot be sent. */
async function deliveryOf(services: IngestServices, job: FilesToSend, files: readonly string[]): Promise<Delivery | HubError> {
  const { adapter, agency, system, extracted, receivedBy } = job;
  const [first = ''] = files;
  const sendsSets = services.adapters.get(adapter)?.manifest.files === 'set';
  const isSet = files.length > 1 || (sendsSets && !isNoFolder(first));
  const bytes = isSet ? await packed(files.length > 1 ? files : filesIn(first), services.maxDocumentBytes) : await contentsOf(first, services.maxDocumentBytes);
  if (bytes instanceof HubError) {
    return bytes;
  }
  const signature = await signatureBeside(first);
  return { adapter, agency, system, extracted, receivedBy, fileName: path.basename(first), bytes, signature, now: services.clock() };
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
