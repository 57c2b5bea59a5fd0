import type pg from 'pg';
import { HubError } from '../domain/errors.ts';
import { faultOf } from './connection.ts';
import type { Database } from './database.ts';

/** One statement and the role it is run in. */
export interface Statement {
  readonly as: 'homeward_reader' | 'homeward_writer';
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Runs one statement in a transaction of its own that travels in one message, and answers once it is committed. */
export async function oneStatement<Row extends pg.QueryResultRow>(database: Database, { as, sql, parameters }: Statement): Promise<Row[]> {
  try {
    const client = await database.pool.connect();
    const sent = [client.query('begin'), client.query(`set local role ${as}`), client.query<Row>(sql, [...parameters]), client.query('commit')] as const;
    const fault = (await Promise.allSettled(sent)).find((answer) => answer.status === 'rejected');
    // A client that was in doubt is destroyed rather than given to the next request.
    client.release(fault !== undefined);
    const [, , { rows }, { command }] = await Promise.all(sent);
    if (command !== 'COMMIT') {
      throw new HubError('INTERNAL', 'A transaction ended without being committed.');
    }
    return rows;
  } catch (error) {
    throw faultOf(error);
  }
}
