import fs from 'node:fs';
import path from 'node:path';

/** Makes a folder, and those above it, so that other users can pass through the new ones whatever the umask says. */
export function makeOpenFolder(folder: string): void {
  const first = fs.mkdirSync(folder, { recursive: true });
  if (first === undefined) {
    return;
  }
  for (let made = path.resolve(folder); made.startsWith(first); made = path.dirname(made)) {
    fs.chmodSync(made, 0o755);
  }
}

/** Lets everybody read and run what the owner of this tree can. */
export function openTree(tree: string): void {
  fs.chmodSync(tree, 0o755);
  for (const entry of fs.readdirSync(tree, { recursive: true, withFileTypes: true }).filter((one) => !one.isSymbolicLink())) {
    const file = path.join(entry.parentPath, entry.name);
    const mine = fs.statSync(file).mode & 0o500;
    fs.chmodSync(file, mine | 0o200 | (mine >> 3) | (mine >> 6));
  }
}
