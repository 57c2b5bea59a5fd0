import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Something in a source's folder that is to become a document: a file, or a folder of files that belong together. */
export interface InboxEntry {
  readonly name: string;
  readonly path: string;
  /** The files it is made of; of a single file itself. */
  readonly files: readonly string[];
  readonly isSet: boolean;
  /** What each of them is and when it was written to. */
  readonly stamps: readonly string[];
  /** Changes whenever a file of it is written to, comes or goes. */
  readonly stamp: string;
}

/** Where what was dealt with goes; no entries themselves. */
export const DONE = 'done';
export const REFUSED = 'refused';

/** Beside a file: its signature, when it was extracted, why it was refused. */
export const SIGNATURE = '.jws';
export const EXTRACTED = '.extracted';
export const REASON = '.reason.txt';
const BESIDE = [SIGNATURE, EXTRACTED, REASON];
/** What programs write before they rename it into place, and what desktops leave. */
const UNFINISHED = /^[.~]|\.(part|partial|tmp|temp|filepart|crdownload|download)$|^(thumbs\.db|desktop\.ini)$/i;

/** What lies in the folder now, by name. Links lead elsewhere and are not followed; folders count where the source sends sets. */
export async function inboxEntries(folder: string, sendsSets: boolean): Promise<InboxEntry[]> {
  const names = (await readdir(folder)).filter((name) => name !== DONE && name !== REFUSED && isDocument(name)).sort();
  const entries = await Promise.all(names.map((name) => entryAt(path.join(folder, name), sendsSets)));
  return entries.filter((entry) => entry !== null);
}

function isDocument(name: string): boolean {
  return !UNFINISHED.test(name) && !BESIDE.some((ending) => name.toLowerCase().endsWith(ending));
}

async function entryAt(place: string, sendsSets: boolean): Promise<InboxEntry | null> {
  const isSet = (await lstat(place)).isDirectory();
  if (isSet && !sendsSets) {
    return null;
  }
  const inside = isSet ? (await readdir(place)).filter(isDocument).sort() : [];
  const files = isSet ? inside.map((name) => path.join(place, name)) : [place];
  const stamps = await Promise.all(files.map(stampOf));
  const plain = stamps.filter((stamp) => stamp !== null);
  const ready = stamps.length > 0 && plain.length === stamps.length;
  return ready ? { name: path.basename(place), path: place, files, isSet, stamps: plain, stamp: JSON.stringify([inside, plain]) } : null;
}

/** Null for what is no plain file. */
async function stampOf(file: string): Promise<string | null> {
  const found = await lstat(file);
  return stampOfFile(found);
}

/** Which file it is, its size and when it was written to; null for what is no plain file. Windows numbers files otherwise by name and when open. */
export function stampOfFile(found: Stats): string | null {
  const which = process.platform === 'win32' ? '' : `${String(found.dev)} ${String(found.ino)} `;
  return found.isFile() ? `${which}${String(found.size)} ${String(found.mtimeMs)}` : null;
}
