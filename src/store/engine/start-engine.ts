import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubError } from '../../domain/errors.ts';
import { attempt } from './attempt.ts';
import { findBinaries, SHARED_HOME } from './binaries.ts';
import { createCluster, SUPERUSER } from './create-cluster.ts';
import { engineUser, type EngineUser, isReachable } from './engine-user.ts';
import { join, leave } from './engine-users.ts';
import { makeOpenFolder } from './open-folder.ts';
import { type LoginName, passwords, type Passwords } from './passwords.ts';
import { announceStop, type RunningServer, runningServer, withdrawStop } from './running-server.ts';
import { shortName } from './socket-folder.ts';
import { startServer } from './start-server.ts';
import { withStartLock } from './start-lock.ts';

/** How the embedded PostgreSQL is to be started. */
export interface EngineOptions {
  /** The folder of the cluster, its socket, log and passwords. */
  readonly home: string;
  /** Where PostgreSQL's user cannot reach `home`: may it live in the machine's shared folder instead? */
  readonly mayMove?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
  readonly patience?: number;
}

/** The embedded PostgreSQL, shared by every process that means the same folder. */
export interface Engine {
  readonly home: string;
  /** Does it live in the machine's shared folder, because its user could not enter the one that was asked for? */
  readonly moved: boolean;
  readonly pid: number;
  /** The connection URL of a login. */
  url(login: LoginName, database?: string): string;
  /** Takes this process off the engine; the last to leave stops it, and then the answer is true. */
  stop(): Promise<boolean>;
}

const USER_OF: Readonly<Record<LoginName, string>> = { superuser: SUPERUSER, owner: 'homeward_owner', hub: 'homeward_hub' };

/** Starts the embedded PostgreSQL, or adopts the one that already runs there. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { home, moved, user } = settle(options);
  const data = path.join(home, 'pg');
  const patience = options.patience ?? 60_000;
  const binaries = findBinaries(user, home);
  const { use, server, secrets } = await withStartLock(home, patience, async () => {
    const use = join(home);
    try {
      const own = passwords(home);
      if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
        await createCluster({ data, user, binaries, passwords: own });
      }
      const server = await startServer({ home, data, user, binaries, patience, settings: options.settings ?? {} });
      return { use, server, secrets: own };
    } catch (error) {
      leave(home, use);
      throw error;
    }
  });
  return new SharedEngine({ home, moved, data, user, patience, use, server, secrets });
}

/** The folder, made and freed of symbolic links, and whom PostgreSQL runs as there. */
function settle(options: EngineOptions): { home: string; moved: boolean; user: EngineUser } {
  const home = makeFolder(options.home);
  const user = engineUser(home);
  if (isReachable(path.join(home, 'pg'), user)) {
    return { home, moved: false, user };
  }
  if (options.mayMove === true) {
    const shared = makeFolder(path.join(SHARED_HOME, `data-${shortName(home)}`));
    return { home: shared, moved: true, user: engineUser(shared) };
  }
  throw new HubError(
    'ENGINE_UNAVAILABLE',
    `User ${String(user.uid)}, whom PostgreSQL runs as, cannot enter ${home}: set HOMEWARD_DATA to a folder it can reach, such as ${SHARED_HOME}/data, or name a server in DATABASE_URL.`,
  );
}

function makeFolder(folder: string): string {
  try {
    makeOpenFolder(folder);
    fs.accessSync(folder, fs.constants.W_OK);
    return fs.realpathSync(folder);
  } catch {
    throw new HubError('ENGINE_UNAVAILABLE', `The folder ${folder} cannot be written: set HOMEWARD_DATA to one that can, or name a server in DATABASE_URL.`);
  }
}

interface SharedState {
  readonly home: string;
  readonly moved: boolean;
  readonly data: string;
  readonly user: EngineUser;
  readonly patience: number;
  readonly use: string;
  readonly server: RunningServer;
  readonly secrets: Passwords;
}

class SharedEngine implements Engine {
  readonly home: string;
  readonly moved: boolean;
  readonly pid: number;
  readonly #state: SharedState;
  /** A process that ends without `stop` still leaves, and takes the engine with it when it was the last. */
  readonly #atExit = (): void => {
    // Announced before looking who is left: whoever comes after that look waits for the next server.
    attempt(() => { announceStop(this.home, this.pid); }, undefined);
    if (!leave(this.home, this.#state.use) || !this.#interrupt()) {
      attempt(() => { withdrawStop(this.home); }, undefined);
    }
  };

  constructor(state: SharedState) {
    this.home = state.home;
    this.moved = state.moved;
    this.pid = state.server.pid;
    this.#state = state;
    process.once('exit', this.#atExit);
  }

  url(login: LoginName, database = 'homeward'): string {
    const { server, secrets } = this.#state;
    const url = new URL(`postgresql://localhost/${database}`);
    url.username = USER_OF[login];
    url.password = secrets[login];
    url.port = String(server.port);
    if (server.host.startsWith('/')) {
      url.searchParams.set('host', server.host);
    }
    return url.href;
  }

  async stop(): Promise<boolean> {
    process.off('exit', this.#atExit);
    return withStartLock(this.home, this.#state.patience, async () => {
      if (!leave(this.home, this.#state.use) || !this.#interrupt()) {
        return false;
      }
      while (this.#isRunning()) {
        await sleep(10);
      }
      // The socket's folder is made anew by the next start. It stays where somebody put a file into it.
      attempt(() => { fs.rmdirSync(this.#state.server.host); }, undefined);
      return true;
    });
  }

  #isRunning(): boolean {
    return runningServer(this.#state.data, this.#state.user)?.pid === this.pid;
  }

  /** Asks the server to end at once and in order; false where it is no longer ours to ask. */
  #interrupt(): boolean {
    return this.#isRunning() && attempt(() => process.kill(this.pid, 'SIGINT'), false);
  }
}
