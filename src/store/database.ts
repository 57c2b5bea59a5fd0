import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { HubError } from '../domain/errors.ts';
import { connectOrm, faultOf, PATIENCE } from './connection.ts';
import { checkMigrated, migrate } from './migrate.ts';

/** Any fixed number: everything that changes the picture queues at it. */
export const WRITER_LOCK = 4_870_002;

/** The connection URLs of the hub's two logins; without the owner's the database must already be migrated. */
export interface DatabaseLogins {
  readonly hub: string;
  readonly owner: string | null;
}

/** The open database, as the hub's login: it reads and writes nothing without stepping into a role first. */
export interface Database {
  readonly orm: MikroORM;
  /**
   * For the gate's own reading transactions. Clients pipeline: queries sent without awaiting each other travel
   * together, such as `Promise.all([client.query('begin'), client.query(settings), client.query(statement)])`.
   * Each still fails on its own, so every one of them must be awaited, and the tag of the commit checked. A client
   * that was in doubt is released with `client.release(true)`, which destroys it.
   */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Migrates where the owner is known, then opens the database as the hub. */
export async function openDatabase(logins: DatabaseLogins): Promise<Database> {
  if (logins.owner !== null) {
    await migrate(logins.owner);
  }
  await checkMigrated(logins.hub);
  const orm = connectOrm(logins.hub);
  const pool = new pg.Pool({ connectionString: logins.hub, max: 10, ...PATIENCE, pipeline: true });
  // Error events that nobody listens to would end the process; the statement under way fails by itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    orm,
    pool,
    async close() {
      await Promise.all([orm.close(), pool.end()]);
    },
  };
}

/** How a writing transaction runs. */
export interface WriterOptions {
  /** Waits its turn: what changes the picture runs one at a time in the whole hub. */
  readonly serial?: boolean;
}

/** The inside of a writing transaction. */
export type Writing = EntityManager;

/** One transaction as the writer, on an entity manager of its own; the work is committed whole or not at all. */
export async function asWriter<T>(database: Database, work: (em: EntityManager) => Promise<T>, options: WriterOptions = {}): Promise<T> {
  const em = database.orm.em.fork();
  let fault: unknown = null;
  try {
    // Not em.transactional: where the connection is lost, its rollback fails and it never gives the connection back to
    // the pool, so that after as many losses as the pool has places nothing could be written any more.
    return await database.orm.em.getConnection().getClient().transaction().execute(async (transaction) => {
      em.setTransactionContext(transaction);
      return inside(em, work, options).catch((error: unknown) => {
        fault = error;
        throw error;
      });
    });
  } catch (error) {
    // The fault of the work, rather than that of the rollback it led to.
    throw faultOf(fault ?? error);
  }
}

async function inside<T>(em: EntityManager, work: (em: EntityManager) => Promise<T>, options: WriterOptions): Promise<T> {
  await execute(em, 'set local role homeward_writer');
  if (options.serial === true) {
    await execute(em, 'select pg_advisory_xact_lock($1)', [WRITER_LOCK]);
  }
  const result = await work(em);
  await em.flush();
  // A transaction whose fault was caught on the way is lost, and its commit would not say so. This does.
  await execute(em, 'select 1');
  return result;
}

/**
 * Runs one SQL statement inside the transaction of `em`, with `$1` parameters that the server binds: bytes travel as
 * bytes and arrays as arrays. Dates and times come back as PostgreSQL writes them. `Row` is the caller's word for what
 * the statement returns.
 */
export async function execute<Row = unknown>(em: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const transaction = em.getTransactionContext<{ executeQuery(query: CompiledQuery<Row>): Promise<{ rows: Row[] }> }>();
  if (transaction === undefined) {
    throw new HubError('INTERNAL', 'A statement was run outside its transaction.');
  }
  const result = await transaction.executeQuery(CompiledQuery.raw(sql, [...parameters]));
  return result.rows;
}
