import { randomBytes } from 'node:crypto';
import { connectClient } from '../../src/store/connection.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { TEST_ENGINE, type TestEngine } from './test-engine.ts';

/** A database of the test's own, with the connection URLs of its three logins. */
export interface TestDatabase {
  readonly database: Database;
  readonly hubUrl: string;
  readonly ownerUrl: string;
  /** Passes every wall: for putting a world in place and for looking at what is really there. */
  readonly superuserUrl: string;
  close(): Promise<void>;
}

/** A fresh, migrated, empty database, copied from the run's template. Close it in afterAll. */
export async function aDatabase(): Promise<TestDatabase> {
  // Written by the run's setup, in the shape named there.
  const engine = JSON.parse(process.env[TEST_ENGINE] ?? '') as TestEngine;
  const name = `test_${String(process.pid)}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(engine, [
    `create database ${name} owner homeward_owner template ${engine.template} strategy file_copy`,
    // A copy does not carry who may connect: as administrator.sql has it.
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to homeward_hub`,
  ]);
  const [hubUrl, ownerUrl, superuserUrl] = [engine.hub, engine.owner, engine.superuser].map((url) => inDatabase(url, name)) as [string, string, string];
  const database = await openDatabase({ hub: hubUrl, owner: null });
  return {
    database,
    hubUrl,
    ownerUrl,
    superuserUrl,
    async close() {
      await database.close();
      await asSuperuser(engine, [`drop database ${name} with (force)`]);
    },
  };
}

/** A database without any table, as an administrator leaves it before the first start. */
export async function anEmptyDatabase(): Promise<Pick<TestDatabase, 'ownerUrl' | 'superuserUrl' | 'close'>> {
  // As above.
  const engine = JSON.parse(process.env[TEST_ENGINE] ?? '') as TestEngine;
  const name = `test_${String(process.pid)}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(engine, [`create database ${name} owner homeward_owner encoding 'UTF8' template template0`]);
  return {
    ownerUrl: inDatabase(engine.owner, name),
    superuserUrl: inDatabase(engine.superuser, name),
    close: () => asSuperuser(engine, [`drop database ${name} with (force)`]),
  };
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function asSuperuser(engine: TestEngine, statements: readonly string[]): Promise<void> {
  const client = await connectClient(engine.superuser);
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}
