import { crc32 } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { HubError } from '../domain/errors.ts';
import type { AdapterFile, AdapterManifest, Warning } from './adapter-contract.ts';
import { decodeDocument } from './decode-document.ts';

/** A document's files as text, with what is worth a look in them. */
export interface OpenedFiles {
  readonly files: readonly AdapterFile[];
  readonly warnings: readonly Warning[];
}

/** How a document is to be opened. */
export interface OpeningTerms {
  readonly manifest: Pick<AdapterManifest, 'files' | 'syntaxes'>;
  readonly fileName: string | null;
  /** All files of an archive together hold at most this. */
  readonly mostBytes: number;
}

/** A source's set holds a handful of tables; an archive of thousands is no set. */
const MOST_FILES = 100;
const ZIP = 'PK';

/** Opens a document: one text, or the files of a set from its ZIP archive, sorted by name so that packing them in another order changes nothing. */
export async function openFiles(bytes: Buffer, terms: OpeningTerms): Promise<OpenedFiles> {
  const isArchive = bytes.subarray(0, 2).toString('latin1') === ZIP;
  if (terms.manifest.files === 'one' || !isArchive) {
    const { text, warnings } = decodeDocument(bytes, terms.manifest.syntaxes);
    return { files: [{ name: terms.fileName ?? '', text }], warnings };
  }
  const entries = await unpack(bytes, terms.mostBytes);
  const opened = entries.map(({ name, content }) => named(name, () => decodeDocument(content, terms.manifest.syntaxes)));
  return {
    files: opened.map(({ text }, at) => ({ name: entries[at]?.name ?? '', text })),
    warnings: opened.flatMap(({ warnings }, at) => warnings.map((warning) => ({ ...warning, place: `${entries[at]?.name ?? ''} ${warning.place}` }))),
  };
}

interface Unpacked {
  readonly name: string;
  readonly content: Buffer;
}

async function unpack(bytes: Buffer, mostBytes: number): Promise<Unpacked[]> {
  const archive = await broken(() => fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true }));
  const files: Unpacked[] = [];
  let room = mostBytes;
  for await (const entry of entriesOf(archive)) {
    room -= entry.uncompressedSize;
    if (room < 0 || files.length >= MOST_FILES) {
      throw new HubError('DOCUMENT_TOO_LARGE', `The archive holds more than ${String(MOST_FILES)} files or ${String(mostBytes)} bytes.`);
    }
    files.push({ name: baseName(entry.fileName), content: await contentOf(archive, entry) });
  }
  const names = files.map(({ name }) => name.toLowerCase());
  if (new Set(names).size !== names.length) {
    throw new HubError('DOCUMENT_MALFORMED', 'Two files of the archive have the same name.');
  }
  if (files.length === 0) {
    throw new HubError('DOCUMENT_EMPTY', 'The archive holds no file.');
  }
  return files.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Folders, and what desktops add beside the files, are no part of the set. */
async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  const entries = archive.eachEntry();
  for (;;) {
    const next = await broken(() => entries.next());
    if (next.done === true) {
      return;
    }
    const { fileName } = next.value;
    if (!fileName.endsWith('/') && !fileName.startsWith('__MACOSX/') && !baseName(fileName).startsWith('.')) {
      yield next.value;
    }
  }
}

async function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const content = await broken(async () => buffer(await archive.openReadStreamPromise(entry)));
  if (crc32(content) !== entry.crc32) {
    throw new HubError('DOCUMENT_MALFORMED', 'A file of the archive is damaged: it fails its checksum.');
  }
  return content;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The reader's own errors may repeat names from the archive. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new HubError('DOCUMENT_MALFORMED', 'The ZIP archive cannot be read: it is cut off, damaged or encrypted.');
  }
}

function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HubError) {
      const { place = '' } = error.details;
      throw new HubError(error.code, error.message, { place: `${name} ${String(place)}`.trim() });
    }
    throw error;
  }
}
