import { setTimeout as sleep } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import pg from 'pg';
import { HubError } from '../domain/errors.ts';
import { ENTITIES } from './entities/all.ts';
import { MIGRATIONS } from './migrations/all.ts';

/** Where the executed migrations are written down. */
export const MIGRATION_TABLE = 'homeward_migration';

/** A server that neither answers nor refuses, or a pool that stays empty, is given up after this. */
export const PATIENCE = { connectionTimeoutMillis: 10_000, keepAlive: true } as const;

/** MikroORM on one login. It neither searches for files nor writes any, and logs nothing: statements carry values. */
export function connectOrm(url: string): MikroORM {
  return new MikroORM({
    dbName: decodeURIComponent(new URL(url).pathname.slice(1)),
    driverOptions: { connectionString: url, ...PATIENCE },
    entities: [...ENTITIES],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { tableName: MIGRATION_TABLE, snapshot: false, migrationsList: [...MIGRATIONS] },
    logger: () => undefined,
    pool: { max: 10 },
  });
}

/** A connection that ended, or a server that is starting or stopping: the same statement may succeed later. */
const PASSING = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EAI_AGAIN)$/;

/** Those faults of pg that carry no code. */
const WORDLESS = /Connection terminated|Client has encountered a connection error|is not queryable|timeout exceeded when trying to connect|timeout expired/;

/** Is this the fault of a database that cannot be reached now, rather than of what it was asked? */
export function isUnreachable(error: unknown): boolean {
  const code = wordOf(error, 'code');
  return code === null ? WORDLESS.test(wordOf(error, 'message') ?? '') : PASSING.test(code);
}

function wordOf(error: unknown, name: 'code' | 'message'): string | null {
  const word: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : null;
  return typeof word === 'string' ? word : null;
}

/** One client of its own, once the server takes calls; a server that is starting (57P03) is waited for. */
export async function connectClient(url: string, patience = 15_000): Promise<pg.Client> {
  const deadline = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({ connectionString: url, ...PATIENCE });
    // An error event that nobody listens to would end the process; the statement under way fails by itself.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isUnreachable(error) || Date.now() > deadline) {
        throw unavailable(error);
      }
    }
    await sleep(100);
  }
}

/** What to throw for a failed statement: the hub's own error where the database cannot be reached, else the fault itself. */
export function faultOf(error: unknown): unknown {
  return isUnreachable(error) ? unavailable(error) : error;
}

/** The hub's error for a database that cannot be reached; only the code travels, a message may repeat values. */
export function unavailable(error: unknown): HubError {
  const code = wordOf(error, 'code');
  return new HubError('DATABASE_UNAVAILABLE', `The database cannot be reached${code === null ? '' : ` (${code})`}.`);
}
