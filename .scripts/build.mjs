// Compiles into dist. What is no longer among the sources does not live on there: the hub finds adapters by folder.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const built = path.join(ROOT, 'dist', 'adapters');
for (const name of existsSync(built) ? readdirSync(built) : []) {
  if (!existsSync(path.join(ROOT, 'adapters', name))) {
    rmSync(path.join(built, name), { recursive: true });
  }
}
const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
process.exitCode = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
const command = path.join(ROOT, 'dist', 'src', 'main.js');
if (existsSync(command)) {
  // npx makes it executable only the first time it sees it, and tsc writes it anew.
  chmodSync(command, 0o755);
}
