// Compiles into dist. What is no longer among the sources does not live on there: the hub finds adapters by folder.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
// Whatever begins with a build runs in a fresh clone too.
import './install.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const built = path.join(ROOT, 'dist', 'adapters');
for (const name of existsSync(built) ? readdirSync(built) : []) {
  if (!existsSync(path.join(ROOT, 'adapters', name))) {
    rmSync(path.join(built, name), { recursive: true });
  }
}
const began = new Date();
const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
// A first start compiles what was cloned, and its types were checked before it was committed; every later build checks them again.
const isFirstStart = path.basename(process.argv[1] ?? '') === 'start.mjs' && !existsSync(path.join(ROOT, 'dist', '.tsbuildinfo'));
process.exitCode = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...(isFirstStart ? ['--noCheck'] : [])], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
const command = path.join(ROOT, 'dist', 'src', 'main.js');
if (existsSync(command)) {
  chmodSync(command, 0o755);
  linkCommand(command);
}
if (process.exitCode === 0) {
  stampDoors();
}

/** Without a link of its own npx makes one in its cache: made before the first build it leads nowhere, and stays so. */
function linkCommand(target) {
  const modules = path.join(ROOT, 'node_modules');
  // Where node_modules is a link it is another copy's; Windows has no such links.
  if (process.platform === 'win32' || lstatSync(modules).isSymbolicLink()) {
    return;
  }
  const bin = path.join(modules, '.bin');
  mkdirSync(bin, { recursive: true });
  rmSync(path.join(bin, 'homeward'), { force: true });
  symlinkSync(path.relative(bin, target), path.join(bin, 'homeward'));
}

/** tsc leaves what did not change as it was: by the time of its door an adapter tells when it was built last. */
function stampDoors() {
  for (const name of existsSync(built) ? readdirSync(built) : []) {
    const door = path.join(built, name, 'adapter.js');
    if (existsSync(door)) {
      utimesSync(door, began, began);
    }
  }
}
