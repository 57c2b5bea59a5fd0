import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubError } from '../../domain/errors.ts';
import { attempt } from './attempt.ts';
import { type Binaries, program } from './binaries.ts';
import { ENGINE_SETTINGS } from './engine-settings.ts';
import { isAlive } from './engine-users.ts';
import { type EngineUser, runAs } from './engine-user.ts';
import { answers, isOccupied, isStopping, type RunningServer, runningServer, withdrawStop } from './running-server.ts';
import { SOCKET_PORT, socketFolder, socketPath } from './socket-folder.ts';

/** What it takes to start the server of a cluster. */
export interface ServerPlan {
  readonly home: string;
  readonly data: string;
  readonly user: EngineUser;
  readonly binaries: Binaries;
  readonly settings: Readonly<Record<string, string>>;
  /** Milliseconds to wait for the server, its recovery after a crash included. */
  readonly patience: number;
}

interface Attempt {
  readonly child: ChildProcess;
  readonly logStart: number;
}

/** Faults that pass by themselves: children of a killed server are still leaving. */
const PASSING = /shared memory block .* still in use|lock file .* already exists/;

/** Adopts the server that already runs in this folder, else starts one, and returns once it takes calls. */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  const deadline = Date.now() + plan.patience;
  let latest: Attempt | null = null;
  for (;;) {
    const server = runningServer(plan.data, plan.user);
    if (server !== null && (await takesCalls(plan, server))) {
      return server;
    }
    if (Date.now() > deadline) {
      throw unavailable(plan, `is ${server?.status ?? 'not running'} after ${String(plan.patience / 1000)} seconds`);
    }
    if (server === null && !isUnderWay(latest)) {
      refuseIfBroken(plan, latest);
      latest = await launch(plan);
    }
    await sleep(20);
  }
}

async function takesCalls({ home }: ServerPlan, server: RunningServer): Promise<boolean> {
  return server.status === 'ready' && !isStopping(home, server.pid) && answers(server);
}

function isUnderWay(latest: Attempt | null): boolean {
  return latest?.child.pid !== undefined && latest.child.exitCode === null && latest.child.signalCode === null;
}

function refuseIfBroken(plan: ServerPlan, latest: Attempt | null): void {
  if (latest === null) {
    return;
  }
  const said = fs.readFileSync(logOf(plan), 'utf8').slice(latest.logStart);
  if (!PASSING.test(said)) {
    throw unavailable(plan, `did not start: ${said.trim()}`);
  }
}

/** Starts the server, detached from this process and its terminal. Null while an earlier one is still leaving. */
async function launch(plan: ServerPlan): Promise<Attempt | null> {
  if (isOccupied(plan.data, plan.user)) {
    return null;
  }
  const listening = process.platform === 'win32' ? await loopbackSettings() : socketSettings(plan);
  removeStaleLocks(plan);
  // A process id may come again: the announcement was of the server before.
  withdrawStop(plan.home);
  const log = logOf(plan);
  const logStart = attempt(() => fs.readFileSync(log, 'utf8').length, 0);
  const settings = Object.entries({ ...ENGINE_SETTINGS, ...plan.settings, ...listening });
  const output = fs.openSync(log, 'a', 0o600);
  const child = spawn(
    program(plan.binaries, 'postgres'),
    ['-D', plan.data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...runAs(plan.user), cwd: path.parse(plan.data).root, env: plan.binaries.environment, detached: true, stdio: ['ignore', output, output] },
  );
  fs.closeSync(output);
  child.once('error', (error) => {
    fs.appendFileSync(log, `${error.message}\n`);
  });
  child.unref();
  return { child, logStart };
}

function socketSettings(plan: ServerPlan): Record<string, string> {
  const folder = socketFolder(plan.home, plan.user);
  // Quoted, because the setting is a list and a folder may carry a comma.
  return { listen_addresses: '', port: String(SOCKET_PORT), unix_socket_directories: `"${folder.replaceAll('"', '""')}"` };
}

/** Windows: a port the system says is free, on the loopback address only. */
async function loopbackSettings(): Promise<Record<string, string>> {
  const port = await new Promise<number>((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
  return { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
}

/**
 * A lock file whose process id a stranger was given would keep PostgreSQL from starting. Nobody stands in the data
 * folder (launch has looked), so such a file is stale.
 */
function removeStaleLocks(plan: ServerPlan): void {
  if (process.platform !== 'linux') {
    return;
  }
  const socketLock = `${socketPath(socketFolder(plan.home, plan.user))}.lock`;
  for (const file of [path.join(plan.data, 'postmaster.pid'), socketLock]) {
    const holder = attempt(() => Number.parseInt(fs.readFileSync(file, 'utf8'), 10), 0);
    if (isAlive(holder)) {
      fs.rmSync(file);
    }
  }
}

function logOf(plan: ServerPlan): string {
  return path.join(plan.home, 'pg.log');
}

function unavailable(plan: ServerPlan, fault: string): HubError {
  return new HubError('ENGINE_UNAVAILABLE', `The embedded PostgreSQL ${fault} (its log: ${logOf(plan)}). Mend that, or name a server in DATABASE_URL.`);
}
