/**
 * `npm run faults -- [--messages 10000] [--kills 50] [--workers 3] [--apart] [--seed <number, else a new one>]`: everything every adapter
 * reads, sent to several hubs at once, some of it twice and some of it unreadable, while hubs are killed at chosen words
 * between them and the database. What they made of it must be what a hub makes to which nothing happens.
 */
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connectClient } from '../../src/store/connection.ts';
import { startEngine, type Engine } from '../../src/store/engine/start-engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { aFolder } from '../support/a-folder.ts';
import { faultRun, type FaultDatabase, type FaultReport } from './fault-run.ts';
import { tellReport } from './tell-report.ts';

const OPTIONS = { messages: { type: 'string', default: '10000' }, kills: { type: 'string', default: '50' }, workers: { type: 'string', default: '3' }, apart: { type: 'boolean', default: false }, seed: { type: 'string' } } as const;
const LEAST = { messages: 100, kills: 0, workers: 2, seed: 0 };
const began = Date.now();
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const progress = (line: string): void => {
  print(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}`);
};

process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
process.setMaxListeners(0);

const { values } = parseArgs({ options: OPTIONS });
const asked = { messages: Number(values.messages), kills: Number(values.kills), workers: Number(values.workers), seed: values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed) };
const wrong = Object.entries(LEAST).filter(([name, least]) => !(Number.isSafeInteger(asked[name as keyof typeof asked]) && asked[name as keyof typeof asked] >= least));
if (wrong.length > 0) {
  print(wrong.map(([name, least]) => `--${name} is a whole number of at least ${String(least)}.`).join('\n'));
  process.exitCode = 2;
} else {
  process.exitCode = tellReport(await onOwnEngine(), print) ? 0 : 1;
}

async function onOwnEngine(): Promise<FaultReport> {
  const folder = aFolder();
  const engine = await startEngine({ home: path.join(folder.path, 'engine') });
  print(`Node ${process.versions.node}, ${String(os.availableParallelism())} cores, embedded PostgreSQL with fsync on: ${Object.entries(asked).map(([name, value]) => `${name} ${String(value)}`).join(', ')}`);
  try {
    const [faulted, clean] = [await aDatabase(engine, 'faulted'), await aDatabase(engine, 'clean')];
    const data = path.join(folder.path, 'data');
    mkdirSync(data);
    const program = [path.join(import.meta.dirname, '../../dist/src/main.js')];
    return await faultRun({ ...asked, apart: values.apart, folder: data, program, faulted, clean, progress });
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
