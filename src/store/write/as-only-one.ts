import type { PoolClient } from 'pg';
import type { Database } from '../database.ts';
import { faultOf } from '../connection.ts';

/** Work that one process of the hub does at a time. Any fixed numbers, each of them nobody else's. */
const LOCKS = { TAKING: 4_870_010, WATCHING: 4_870_011, REFOLDING: 4_870_012, LATE: 4_870_013 } as const;

/** Runs the work while no other process of the hub is at it; waits its turn. */
export async function asOnlyOne<T>(database: Database, at: keyof typeof LOCKS, work: () => Promise<T>): Promise<T> {
  return onClient(database, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCKS[at]]);
    return givingBack(client, LOCKS[at], work);
  });
}

/** Runs the work unless another process of the hub is at it: then null, at once. */
export async function unlessAnotherIs<T>(database: Database, at: keyof typeof LOCKS, work: () => Promise<T>): Promise<T | null> {
  return onClient(database, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCKS[at]]);
    return rows[0]?.mine === true ? givingBack(client, LOCKS[at], work) : null;
  });
}

/** Given back in words, as whoever comes next may come before the server has seen a connection end. */
async function givingBack<T>(client: PoolClient, lock: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch((error: unknown) => {
      throw faultOf(error);
    });
  }
}

/** A lock belongs to its connection: it is free again as soon as a killed process's connection is gone, or one in doubt is destroyed. */
async function onClient<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((error: unknown) => {
    throw faultOf(error);
  });
  let inDoubt = true;
  try {
    const done = await work(client);
    inDoubt = false;
    return done;
  } finally {
    client.release(inDoubt);
  }
}
