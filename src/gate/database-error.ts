import { HubError } from '../domain/errors.ts';
import type { Log } from '../logging/log.ts';
import { isUnreachable, unavailable } from '../store/connection.ts';

/** How the gate tells the operator of a failed read. */
export type GateLog = Pick<Log, 'error'>;

const TOOK_TOO_LONG = '57014';

/** Runs a read; a database's error repeats row text, so none of its words go on. */
export async function withoutDatabaseWords<T>(log: GateLog, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof HubError) {
      throw error;
    }
    log.error('read-failed', {}, error);
    if (isUnreachable(error)) {
      throw unavailable(error);
    }
    throw isTooLong(error)
      ? new HubError('QUERY_REFUSED', 'The database did not finish this read in time.')
      : new HubError('INTERNAL', 'The read failed; nothing was shown.');
  }
}

const isTooLong = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === TOOK_TOO_LONG;
