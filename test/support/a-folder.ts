import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new empty folder that every user may enter. */
export interface Folder {
  readonly path: string;
  remove(): void;
}

export function aFolder(): Folder {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'homeward-')));
  chmodSync(folder, 0o755);
  return {
    path: folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
