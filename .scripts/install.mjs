// Plain Node 18 or newer, before anything is installed: installs when node_modules is missing or older than the lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const LEAST_NODE = process.platform === 'darwin' ? 22 : 20;

const major = Number(process.versions.node.split('.')[0]);
if (major < LEAST_NODE) {
  console.error(`Homeward needs Node ${LEAST_NODE} or newer to install, and this is ${process.versions.node}: see https://nodejs.org.`);
  process.exit(1);
}
if (!isInstalled()) {
  install();
}

/** npm writes what it installed beside it; every package there must be the one the lockfile names. */
function isInstalled() {
  const written = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) {
    return false;
  }
  const wanted = packagesOf(path.join(ROOT, 'package-lock.json'));
  const present = packagesOf(written);
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    const found = present[name];
    // An optional package is left out where it does not fit the machine.
    return found === undefined ? name === '' || optional === true : found.version === version;
  });
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function install() {
  const began = Date.now();
  console.log('Installing the packages that package-lock.json names, once (npm ci) ...');
  const npm = process.env.npm_execpath;
  // npm tells its scripts where it is; without it Windows needs a shell to find npm.cmd.
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...args, 'ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed; npm says why above. Homeward needs the npm registry once.');
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} seconds.`);
}
