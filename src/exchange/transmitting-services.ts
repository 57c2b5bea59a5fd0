import type { Log } from '../logging/log.ts';
import type { Database } from '../store/database.ts';
import type { Deliver } from './delivery.ts';

/** What sending needs of the rest of the hub. */
export interface TransmittingServices {
  readonly database: Database;
  readonly deliver: Deliver;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}
