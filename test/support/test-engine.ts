import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { connectClient } from '../../src/store/connection.ts';
import { isAlive } from '../../src/store/engine/engine-users.ts';
import { type Engine, startEngine } from '../../src/store/engine/start-engine.ts';
import { migrate } from '../../src/store/migrate.ts';

const STORE = path.resolve(import.meta.dirname, '../../src/store');
/** Nothing a test writes needs to survive the machine. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '200' };

const MEMORY = '/dev/shm';
const ROOM = 4 * 2 ** 30;

/** Where the workers of this run find the engine. */
export const TEST_ENGINE = 'HOMEWARD_TEST_ENGINE';

/** What a worker must know to make its databases. */
export interface TestEngine {
  readonly superuser: string;
  readonly owner: string;
  readonly hub: string;
  readonly template: string;
}

/** A migrated template on one engine without fsync. Runs at the same time in one working copy share it. */
export async function startTestEngine(): Promise<Engine> {
  const uid = process.getuid?.() ?? 0;
  const copy = createHash('sha256').update(STORE).digest('hex').slice(0, 12);
  const engine = await startEngine({ home: path.join(roomForDatabases(), `homeward-test-${String(uid)}-${copy}`), settings: SETTINGS });
  const template = `template_${hashOfMigrations()}`;
  const client = await connectClient(engine.url('superuser', 'postgres'));
  try {
    await dropAbandoned(client);
    await makeTemplate(client, engine, template);
  } finally {
    await client.end();
  }
  const found: TestEngine = { superuser: engine.url('superuser', 'postgres'), owner: engine.url('owner'), hub: engine.url('hub'), template };
  process.env[TEST_ENGINE] = JSON.stringify(found);
  return engine;
}

/** Every suite makes databases of some 800 files each and drops them, which a disk's journal is slow at: in memory where there is room for it. */
function roomForDatabases(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM ? MEMORY : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}

function hashOfMigrations(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(STORE, 'administrator.sql')));
  for (const file of readdirSync(path.join(STORE, 'migrations')).sort()) {
    hash.update(readFileSync(path.join(STORE, 'migrations', file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Databases of runs that were killed: their names begin with a process that is gone. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select datname as name from pg_database where datname ~ '^test_\\d+_'`);
  for (const { name } of rows.filter((row) => !isAlive(Number(row.name.split('_')[1])))) {
    await client.query(`drop database if exists "${name}" with (force)`);
  }
}

async function makeTemplate(client: pg.Client, engine: Engine, template: string): Promise<void> {
  await client.query('select pg_advisory_lock(1)');
  const found = await client.query('select from pg_database where datname = $1', [template]);
  if (found.rowCount === 0) {
    // Migrated under another name, so that a half made template is never used.
    await client.query('drop database if exists half_made with (force)');
    await client.query('create database half_made owner homeward_owner template homeward strategy file_copy');
    await migrate(engine.url('owner', 'half_made'));
    await client.query(`alter database half_made rename to ${template}`);
  }
  await client.query('select pg_advisory_unlock(1)');
}
