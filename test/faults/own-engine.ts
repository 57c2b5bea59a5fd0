import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { connectClient } from '../../src/store/connection.ts';
import { startEngine, type Engine } from '../../src/store/engine/start-engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { aFolder } from '../support/a-folder.ts';
import type { FaultDatabase } from './fault-run.ts';

/** Two migrated, empty databases on an engine of the run's own, and a folder for the hubs' data. */
export interface OwnEngine {
  readonly first: FaultDatabase;
  readonly second: FaultDatabase;
  readonly folder: string;
}

/** Starts an engine with fsync on, does the work on it, and takes all of it away again. */
export async function onOwnEngine<T>(work: (own: OwnEngine) => Promise<T>): Promise<T> {
  const folder = aFolder();
  const engine = await startEngine({ home: path.join(folder.path, 'engine') });
  try {
    const data = path.join(folder.path, 'data');
    mkdirSync(data);
    return await work({ first: await aDatabase(engine, 'first'), second: await aDatabase(engine, 'second'), folder: data });
  } finally {
    await engine.stop();
    folder.remove();
  }
}

async function aDatabase(engine: Engine, name: string): Promise<FaultDatabase> {
  const client = await connectClient(engine.url('superuser', 'postgres'));
  try {
    await client.query(`create database ${name} owner homeward_owner template homeward`);
    // As administrator.sql has it: a copy does not carry who may connect.
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to homeward_hub`);
  } finally {
    await client.end();
  }
  await migrate(engine.url('owner', name));
  return { hubUrl: engine.url('hub', name), superuserUrl: engine.url('superuser', name) };
}
