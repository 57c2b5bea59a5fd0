import { lstat, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { HubError } from '../../domain/errors.ts';
import { EXTRACTED, REASON, SIGNATURE, type InboxEntry } from './inbox-entries.ts';

/** Moves an entry, with what lies beside it, into a folder next to it; a reason is written beside it there. Nothing is ever overwritten or deleted. */
export async function putAway(entry: InboxEntry, into: string, reason: string | null): Promise<void> {
  const folder = path.join(path.dirname(entry.path), into);
  await mkdir(folder, { recursive: true });
  // A sender who may write here may put a link in its place, into the folder of another: what is moved there would pass for theirs.
  if (!(await lstat(folder)).isDirectory()) {
    throw new HubError('BAD_INPUT', `"${into}" is no folder but leads elsewhere; nothing is moved there.`);
  }
  const name = await freeName(folder, entry.name);
  if (reason !== null) {
    // First the reason: a file that was moved without one would never be looked at again.
    await writeFile(path.join(folder, `${name}${REASON}`), reason, { flag: 'wx' });
  }
  for (const ending of [SIGNATURE, EXTRACTED]) {
    if (await exists(`${entry.path}${ending}`)) {
      await rename(`${entry.path}${ending}`, path.join(folder, `${name}${ending}`));
    }
  }
  await rename(entry.path, path.join(folder, name));
}

async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${stem}-${String(count)}${ext}`;
    if (!(await exists(path.join(folder, free))) && !(await exists(path.join(folder, `${free}${REASON}`)))) {
      return free;
    }
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch {
    return false;
  }
}
