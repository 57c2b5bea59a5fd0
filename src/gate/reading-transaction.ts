import type { Pool, PoolClient, QueryResult } from 'pg';
import { HubError } from '../domain/errors.ts';
import { ceilingOf } from '../policy/ceiling.ts';
import type { Viewer } from '../policy/viewer.ts';
import { INSERT_DISCLOSURE } from './disclosure-row.ts';

/** The role is stepped into before anything is asked; a read that hangs gives its connection back. */
const OPEN = `begin; set local role homeward_reader; set local statement_timeout = '15s'; set local idle_in_transaction_session_timeout = '15s'`;
const KEEP_PLAN = `; set local plan_cache_mode = 'force_generic_plan'`;
/** What the second wall decides by, for this transaction only, and which directory the hub stands on. */
const SETTINGS = `select set_config('app.agency', $1, true), set_config('app.person', $2, true), set_config('app.role', $3, true),
  set_config('app.ceiling', $4, true), set_config('app.now', $5, true), set_config('app.asked', $6, true),
  (select coalesce(max(version), 0) from directory_version) as directory`;

/** One statement with its values; a name lets the server keep it, and `steady` one plan for whatever values. */
export interface Statement {
  readonly text: string;
  readonly name: string | null;
  readonly steady: boolean;
  readonly values: unknown[];
}
/** What the statement gave: its rows as JSON, whether the row a cursor named is there, and the directory's version. */
export interface Found {
  readonly rows: string;
  readonly anchored: boolean;
  readonly directory: number;
}
/** The answer, and the disclosure without which it does not leave; null where nothing leaves. */
export interface Concluded<T> {
  readonly answer: T;
  readonly disclosure: unknown[] | null;
}

/** A read by one viewer at one instant; without a statement only the disclosure is written. */
export interface Reading<T> {
  readonly viewer: Viewer;
  readonly now: number;
  readonly statement: Statement | null;
  /** The one key by which a child may be asked for in this transaction. */
  readonly asked?: string;
  readonly conclude: (found: Found) => Concluded<T> | Promise<Concluded<T>>;
}

/**
 * Reads and writes down the disclosure in one transaction, in two journeys: whatever can be sent together is. The answer is
 * handed out only after the commit has really happened.
 */
export async function readAndDisclose<T>(pool: Pool, reading: Reading<T>): Promise<T> {
  const client = await pool.connect();
  let inDoubt = true;
  try {
    const { answer, disclosure } = await reading.conclude(await find(client, reading));
    const [written, commit] = await Promise.all([
      disclosure === null ? null : client.query({ name: 'disclosure', text: INSERT_DISCLOSURE, values: disclosure }),
      client.query('commit'),
    ]);
    // The commit of a transaction that failed answers ROLLBACK, without an error.
    if (commit.command !== 'COMMIT' || (written !== null && written.rowCount !== 1)) {
      throw new HubError('INTERNAL', 'The disclosure could not be written, so nothing is shown.');
    }
    inDoubt = false;
    return answer;
  } finally {
    // A connection in doubt is thrown away with whatever it still held.
    client.release(inDoubt);
  }
}

async function find(client: PoolClient, { viewer, now, statement, asked = '' }: Reading<unknown>): Promise<Found> {
  const ceiling = `{${ceilingOf(viewer.role).join(',')}}`;
  const settings = [viewer.agency, viewer.person, viewer.role, ceiling, new Date(now).toISOString(), asked];
  const [, set, found] = await Promise.all([
    client.query(statement?.steady === true ? OPEN + KEEP_PLAN : OPEN),
    client.query<{ directory: number }>({ name: 'settings', text: SETTINGS, values: settings }),
    statement === null ? null : run(client, statement),
  ]);
  const { rows, anchored } = found?.rows[0] ?? { rows: '[]', anchored: true };
  return { rows, anchored, directory: set.rows[0]?.directory ?? 0 };
}

function run(client: PoolClient, { text, name, values }: Statement): Promise<QueryResult<{ rows: string; anchored: boolean }>> {
  return client.query(name === null ? { text, values } : { name, text, values });
}
