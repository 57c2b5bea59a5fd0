import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { HubError } from '../../domain/errors.ts';
import { attempt } from './attempt.ts';
import { isAlive } from './engine-users.ts';
import { type EngineUser, runAs } from './engine-user.ts';
import { socketPath } from './socket-folder.ts';

/** A PostgreSQL server that works in our data folder, as its own postmaster.pid tells. */
export interface RunningServer {
  readonly pid: number;
  /** The folder of its socket, or the loopback address. */
  readonly host: string;
  readonly port: number;
  readonly status: string;
}

/** Which of these processes have the folder as their working folder? Every PostgreSQL process stands in its data folder. */
function standingIn(data: string, pids: readonly string[], user: EngineUser): readonly string[] {
  const links = pids.map((pid) => `/proc/${pid}/cwd`);
  if (!user.switches) {
    return links.filter((link) => attempt(() => fs.readlinkSync(link), null) === data);
  }
  // In a container even root may not look into another user's process, while that user itself may.
  const seen = spawnSync('find', [...links, '-maxdepth', '0', '-lname', data.replaceAll(/[*?[\]\\]/g, '\\$&')], {
    ...runAs(user),
    cwd: '/',
    encoding: 'utf8',
  });
  if (seen.error !== undefined) {
    throw new HubError('ENGINE_UNAVAILABLE', 'The program "find" is needed to run the database as root: install it, or name a server in DATABASE_URL.');
  }
  return seen.stdout.split('\n').filter((line) => line !== '');
}

/** Is any process at all at work in this folder? Then no server is started beside it. Other systems than Linux do not tell. */
export function isOccupied(data: string, user: EngineUser): boolean {
  if (process.platform !== 'linux') {
    return false;
  }
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return standingIn(data, pids, user).length > 0;
}

/** The server of this folder, or null where the file is missing, stale, or its process id now belongs to a stranger. */
export function runningServer(data: string, user: EngineUser): RunningServer | null {
  const lines = attempt(() => fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n'), []);
  const pid = Number(lines[0]);
  if (!isAlive(pid) || (process.platform === 'linux' && standingIn(data, [String(pid)], user).length === 0)) {
    return null;
  }
  const socket = lines[4] ?? '';
  return { pid, host: socket === '' ? '127.0.0.1' : socket, port: Number(lines[3]), status: (lines[7] ?? 'starting').trim() };
}

/** Does somebody take calls there? */
export function answers(server: RunningServer): Promise<boolean> {
  const at = server.host.startsWith('/') ? { path: socketPath(server.host) } : { host: server.host, port: server.port };
  return new Promise((resolve) => {
    const call = net.connect(at, () => {
      call.destroy();
      resolve(true);
    });
    call.once('error', () => {
      resolve(false);
    });
  });
}

function noticeOf(home: string): string {
  return path.join(home, 'stopping');
}

/** Says that this server is about to be stopped, so that nobody adopts it in the moment before it knows itself. */
export function announceStop(home: string, pid: number): void {
  fs.writeFileSync(noticeOf(home), String(pid));
}

/** Takes the announcement back. */
export function withdrawStop(home: string): void {
  fs.rmSync(noticeOf(home), { force: true });
}

/** Is this server about to be stopped? */
export function isStopping(home: string, pid: number): boolean {
  return attempt(() => fs.readFileSync(noticeOf(home), 'utf8'), '') === String(pid);
}
