import type { PoolClient } from 'pg';
import { HubError } from '../../domain/errors.ts';
import { faultOf } from '../../store/connection.ts';
import type { Database } from '../../store/database.ts';

const STEP = `set local role homeward_sealer; set local idle_in_transaction_session_timeout = '60s'`;

/** One transaction as the sealer: it reads both logs and adds seals, and nothing else. */
export function asSealer<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return onClient(database, (client) => inTransaction(client, `begin; ${STEP}; set local statement_timeout = '60s'`, work));
}

/** One look as the sealer at everything as it stood at one moment; nothing can be written. */
export function lookingAsSealer<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return onClient(database, (client) => inTransaction(client, `begin isolation level repeatable read read only; ${STEP}`, work));
}

/** Work that one process of the hub does at a time; null where another is at it. */
export function aloneAtLock<T>(database: Database, lock: number, work: () => Promise<T>): Promise<T | null> {
  return onClient(database, async (client) => {
    const asked = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock]);
    if (asked.rows[0]?.taken !== true) {
      return null;
    }
    const done = await work();
    await client.query('select pg_advisory_unlock($1)', [lock]);
    return done;
  });
}

async function inTransaction<T>(client: PoolClient, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  await client.query(begin);
  const done = await work(client);
  // The commit of a transaction that failed answers ROLLBACK, without an error.
  if ((await client.query('commit')).command !== 'COMMIT') {
    throw new HubError('INTERNAL', 'A transaction of the sealer ended without being committed.');
  }
  return done;
}

/** A client that was in doubt is thrown away with its transaction and its lock. */
async function onClient<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let inDoubt = true;
  const client = await database.pool.connect().catch((error: unknown) => {
    throw faultOf(error);
  });
  try {
    const done = await work(client);
    inDoubt = false;
    return done;
  } catch (error) {
    throw faultOf(error);
  } finally {
    client.release(inDoubt);
  }
}
