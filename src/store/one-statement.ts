import type pg from 'pg';
import { HubError } from '../domain/errors.ts';
import { faultOf } from './connection.ts';
import type { Database } from './database.ts';

type Role = 'homeward_reader' | 'homeward_writer';

/** What is asked, and with which values. */
export interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** One statement and the role it is run in. */
export interface Statement extends Asked {
  readonly as: Role;
}

/** Runs one statement in a transaction of its own that travels in one message, and answers once it is committed. */
export async function oneStatement<Row extends pg.QueryResultRow>(database: Database, { as, ...asked }: Statement): Promise<Row[]> {
  const [rows = []] = await oneMessage<Row>(database, as, [asked]);
  return rows;
}

/** Runs statements that do not wait for each other's answers: one transaction, one message, and an answer once it is committed. */
export async function oneMessage<Row extends pg.QueryResultRow>(database: Database, as: Role, asked: readonly Asked[]): Promise<Row[][]> {
  try {
    const client = await database.pool.connect();
    const opened = [client.query('begin'), client.query(`set local role ${as}`)];
    const answers = asked.map(({ sql, parameters }) => client.query<Row>(sql, [...parameters]));
    const committed = client.query('commit');
    const fault = (await Promise.allSettled([...opened, ...answers, committed])).find((answer) => answer.status === 'rejected');
    // A client that was in doubt is destroyed rather than given to the next request.
    client.release(fault !== undefined);
    if (fault !== undefined) {
      throw fault.reason;
    }
    if ((await committed).command !== 'COMMIT') {
      throw new HubError('INTERNAL', 'A transaction ended without being committed.');
    }
    return (await Promise.all(answers)).map(({ rows }) => rows);
  } catch (error) {
    throw faultOf(error);
  }
}
