import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { HubError } from '../../domain/errors.ts';
import type { AdapterManifest } from '../adapter-contract.ts';
import { packFiles } from '../pack-files.ts';
import { signatureBeside } from '../signature-beside.ts';
import { PLAINLY, textBeside } from '../text-beside.ts';
import { EXTRACTED, stampOfFile, type InboxEntry } from './inbox-entries.ts';

/** An entry as a document at the door. */
export interface EntryRead {
  readonly bytes: Buffer;
  readonly extracted: string | null;
  readonly signature: string | null;
}

/**
 * The entry's bytes, a set packed, and when it was extracted where the format does not say so itself; null where a file is not
 * the one that was looked at: it is still being written, or something else was put in its place.
 */
export async function readEntry(entry: InboxEntry, manifest: AdapterManifest, maxDocumentBytes: number): Promise<EntryRead | null> {
  const extracted = manifest.order === 'extractDate' ? await extractedOf(entry) : null;
  let room = maxDocumentBytes;
  const files: { name: string; bytes: Buffer }[] = [];
  for (const [place, file] of entry.files.entries()) {
    const bytes = await contentOf(file, { room, stamp: entry.stamps[place] });
    if (bytes === null) {
      return null;
    }
    room -= bytes.length;
    files.push({ name: path.basename(file), bytes });
  }
  const [first] = files;
  return { bytes: entry.isSet || first === undefined ? await packFiles(files) : first.bytes, extracted, signature: manifest.signed === true ? await signatureBeside(entry.path) : null };
}

async function contentOf(file: string, { room, stamp }: { readonly room: number; readonly stamp: string | undefined }): Promise<Buffer | null> {
  const handle = await openPlain(file);
  try {
    const found = await handle.stat();
    if (stampOfFile(found) !== stamp) {
      return null;
    }
    if (found.size > room) {
      throw new HubError('DOCUMENT_TOO_LARGE', 'The file, or the set of files together, is larger than the hub takes.');
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

const CLOSED_TO_US = ['EACCES', 'EPERM', 'ELOOP'];

async function openPlain(file: string): Promise<FileHandle> {
  try {
    return await open(file, PLAINLY);
  } catch (error) {
    // What Node's file functions reject with carries the system's code.
    const { code = '' } = error as { readonly code?: string };
    throw CLOSED_TO_US.includes(code) ? new HubError('BAD_INPUT', 'The hub may not read this file: it belongs to somebody else, or is a link.') : error;
  }
}

/** A date, or a date and time with `-` or nothing between hours and minutes, as file names can have it. */
const NAMED = /^(\d{4}-\d{2}-\d{2})(?:[T_ ](\d{2})-?(\d{2})(?!\d))?/;

/** When a file was written says nothing of when it was extracted: only its name, or a file beside it, does. */
async function extractedOf({ path: place, name }: InboxEntry): Promise<string> {
  const beside = await textBeside(`${place}${EXTRACTED}`);
  if (beside !== null) {
    return beside;
  }
  const [, date, hours, minutes] = NAMED.exec(name) ?? [];
  if (date === undefined) {
    throw new HubError('EXTRACTED_REQUIRED', `Begin the file's name with the day it was extracted, such as 2026-05-01 or 2026-05-01T0600, or put the time into a file of the same name that ends in ${EXTRACTED}.`);
  }
  return hours === undefined ? date : `${date}T${hours}:${String(minutes)}:00`;
}
