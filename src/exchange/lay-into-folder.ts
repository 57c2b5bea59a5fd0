import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Channel } from '../directory/exchange-directory.ts';
import type { DeliverServices } from './deliver-services.ts';
import type { Delivered } from './delivery.ts';
import { halfName } from './half-file.ts';
import type { SignedMessage } from './way.ts';
import { signOwnWord } from './sign-receipt.ts';

type FolderChannel = Extract<Channel, { readonly kind: 'FOLDER' }>;

/** Is the folder there? Only outside production it is made: elsewhere a share that is not mounted would be taken for an empty one. */
export async function folderIsThere({ outbox, production }: Pick<DeliverServices, 'outbox' | 'production'>, { folder }: FolderChannel): Promise<boolean> {
  const place = path.join(outbox, folder);
  try {
    if (!production) {
      await mkdir(place, { recursive: true, mode: 0o700 });
    }
    return (await stat(place)).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Lays each document into the folder under a name that holds ids alone and is the same in every try, so that twice is once. It is there
 * whole or not at all: written beside it, brought to the disk and renamed; its signature before it. That anybody took it is not known.
 */
export async function layIntoFolder({ outbox, key, clock, mark }: Pick<DeliverServices, 'outbox' | 'key' | 'clock' | 'mark'>, { folder }: FolderChannel, { sent, documents }: SignedMessage): Promise<Delivered> {
  if (key === null) {
    return { outcome: 'NO_ANSWER', code: 'KEY_MISSING' };
  }
  const place = path.join(outbox, folder);
  const halfOf = (name: string): string => path.join(place, halfName(name, { mark, at: clock() }));
  try {
    for (const { fileName, bytes, signature } of documents) {
      if (signature !== null) {
        await lay(path.join(place, `${fileName}.jws`), halfOf(`${fileName}.jws`), Buffer.from(signature));
      }
      await lay(path.join(place, fileName), halfOf(fileName), bytes);
    }
    await bringToDisk(place);
  } catch {
    return { outcome: 'NO_ANSWER', code: 'FOLDER_MISSING' };
  }
  return { outcome: 'ACCEPTED', received: await signOwnWord(sent, { outcome: 'DEPOSITED', at: new Date(clock()).toISOString() }, key) };
}

/** Beside it under a name that nobody foresees, and only where nothing is there yet: who else writes in the folder could lay a link that leads elsewhere. */
async function lay(file: string, half: string, bytes: Uint8Array): Promise<void> {
  try {
    await write(half, bytes);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function write(half: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(half, 'wx', 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The names too: without it a machine that stops could lose what was said to be there. Some shares cannot, and need not. */
async function bringToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}
