import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HubError } from '../../domain/errors.ts';
import { type EngineUser, giveTo } from './engine-user.ts';

/** Names the socket file only: no TCP port is opened where there are sockets. */
export const SOCKET_PORT = 5432;
/** The kernel takes no longer path for a socket. */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;

/** A short name that is the same for every process that means this folder. */
export function shortName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

export function socketPath(folder: string): string {
  return path.join(folder, `.s.PGSQL.${String(SOCKET_PORT)}`);
}

/**
 * The folder of the socket: beside the data, or in the temporary folder where that path would be too long. It is closed
 * to everybody but the engine's user, and refused if somebody else was there first.
 */
export function socketFolder(home: string, user: EngineUser): string {
  const beside = path.join(home, 'run');
  const fits = Buffer.byteLength(`${socketPath(beside)}.lock`) <= LONGEST_SOCKET_PATH;
  const folder = fits ? beside : path.join(os.tmpdir(), `homeward-${String(user.uid)}-${shortName(home)}`);
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { mode: 0o700 });
    giveTo(user, folder);
  }
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || (found.mode & 0o077) !== 0 || found.uid !== user.uid) {
    throw new HubError(
      'ENGINE_UNAVAILABLE',
      `${folder} is not a folder that only user ${String(user.uid)} can enter: remove it, or name a server in DATABASE_URL.`,
    );
  }
  return folder;
}
