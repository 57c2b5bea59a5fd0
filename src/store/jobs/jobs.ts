/** Where the hub's jobs are kept, and which there are. A job names its row, its group a lane of the way it goes; nothing else stands in it. */
import { PgBoss, type ConstructorOptions, type QueueOptions } from 'pg-boss';

const SCHEMA = 'homeward_jobs';
/** The one queue there is: a transmission that is due. */
export const TRANSMISSION_QUEUE = 'transmission';
/** Told on this channel, without a word, whenever one is due at once. */
export const DUE_CHANNEL = 'transmission_due';
/** What a job of it says. */
export interface TransmissionJob {
  readonly id: string;
}

/**
 * A process that dies is noticed by its heart; what the hub itself knows to have failed is not tried again here but by a job
 * of its own, after a wait that grows.
 */
export const QUEUE: QueueOptions & { readonly policy: 'standard' } = { policy: 'standard', retryLimit: 2, retryDelay: 5, heartbeatSeconds: 30, expireInSeconds: 300, deleteAfterSeconds: 3_600 };

/** How the library reaches the database. */
export type JobsDatabase = NonNullable<ConstructorOptions['db']>;

/** A pg-boss of the hub's on these connections: it never makes its own, changes no table and keeps no clock. */
export function bossOn(db: JobsDatabase, options: Pick<ConstructorOptions, 'supervise' | 'migrate' | 'superviseIntervalSeconds' | 'monitorIntervalSeconds'>): PgBoss {
  return new PgBoss({ db, schema: SCHEMA, schedule: false, createSchema: true, reindex: false, monitorVacuum: false, persistWarnings: false, migrate: false, supervise: false, ...options });
}

/** What the writer may do with jobs; the tables stay the owner's. */
export const JOB_GRANTS = `grant usage on schema ${SCHEMA} to homeward_writer; grant select, insert, update, delete on all tables in schema ${SCHEMA} to homeward_writer`;
