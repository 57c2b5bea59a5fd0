import { HubError } from '../domain/errors.ts';
import { connectClient, connectOrm, faultOf, MIGRATION_TABLE } from './connection.ts';
import { prepareJobs } from './jobs/prepare-jobs.ts';
import { MIGRATIONS } from './migrations/all.ts';

/** Any fixed number: every process that migrates this database meets at it. */
const MIGRATION_LOCK = 4_870_001;

/** Brings the database to this version as its owner. Of several starts at once one migrates and the others wait. */
export async function migrate(ownerUrl: string): Promise<void> {
  const lock = await connectClient(ownerUrl);
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(ownerUrl);
    await prepareJobs(lock);
    // So that the hub can tell whether it meets the database it was built for.
    await lock.query(`grant select on ${MIGRATION_TABLE} to homeward_hub`);
  } finally {
    // Ends the session and the lock with it.
    await lock.end();
  }
}

async function runMigrations(ownerUrl: string): Promise<void> {
  const orm = connectOrm(ownerUrl);
  try {
    await orm.migrator.up();
  } catch (error) {
    // Not awaited: after a lost connection the migrator's own transaction never ends, nor would this.
    void orm.close();
    throw faultOf(error);
  }
  await orm.close();
}

/** Refuses a database that lacks a migration of this version, before anything is read or written. */
export async function checkMigrated(hubUrl: string): Promise<void> {
  const client = await connectClient(hubUrl);
  try {
    const found = await client.query<{ known: boolean }>('select to_regclass($1) is not null as known', [MIGRATION_TABLE]);
    const done = found.rows[0]?.known === true ? await client.query<{ name: string }>(`select name from ${MIGRATION_TABLE}`) : { rows: [] };
    const names = new Set(done.rows.map((row) => row.name));
    if (MIGRATIONS.some((migration) => !names.has(migration.name))) {
      throw new HubError('CONFIG_INVALID', 'The database is not migrated to this version: name its owner in DATABASE_OWNER_URL and start once with it.');
    }
  } finally {
    await client.end();
  }
}
