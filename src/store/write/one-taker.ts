import type { Database } from '../database.ts';
import { faultOf } from '../connection.ts';

/** Any fixed number but the writer's. */
const TAKER_LOCK = 4_870_003;

/**
 * Runs the work while no other process of the hub reads documents; waits its turn. The lock belongs to a connection,
 * so that it is free again as soon as a killed process's connection is gone.
 */
export async function asOnlyTaker<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((error: unknown) => {
    throw faultOf(error);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [TAKER_LOCK]);
    return await work();
  } finally {
    // Destroying the connection gives the lock back whatever state it is in.
    client.release(true);
  }
}
