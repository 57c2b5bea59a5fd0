import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { openHub } from '../../src/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { createLog } from '../../src/logging/log.ts';
import { connectClient } from '../../src/store/connection.ts';
import { aMissing } from '../journeys/documents.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';
import { runHomeward } from '../support/run-homeward.ts';
import { faultRun } from './fault-run.ts';
import { startServing, type ServingProcess } from './serving-process.ts';
import { faultsOf } from './tell-report.ts';

// From the sources: the suites need no build.
const PROGRAM = ['--import', path.join(import.meta.dirname, '../support/typescript-hooks.mjs'), path.join(import.meta.dirname, '../../src/main.ts')];
const PATIENCE = 30_000;

let databases: TestDatabase[];
let folder: Folder;
beforeAll(async () => {
  databases = await Promise.all([aDatabase(), aDatabase(), aDatabase()]);
  folder = aFolder();
});
afterAll(async () => {
  folder.remove();
  await Promise.all(databases.map((database) => database.close()));
});

it('two that take calls and two that work in the background lose nothing and do nothing twice, whichever is killed', async () => {
  const [faulted, clean] = databases as [TestDatabase, TestDatabase];
  const report = await faultRun({ messages: 60, kills: 3, workers: 4, apart: true, seed: 11, folder: folder.path, program: PROGRAM, faulted, clean, progress: () => undefined });
  expect(faultsOf(report)).toEqual([]);
  expect(report.kills.map(({ point }) => point)).toEqual(['HALF_SHOWN', 'STORED', 'TAKEN']);
}, 300_000);

describe('a document that is sent to one process', () => {
  const variables = (process: string): Record<string, string> => ({ NODE_ENV: 'test', PORT: '0', HOMEWARD_DATA: own.path, DATABASE_URL: databases[2]?.hubUrl ?? '', LOG_LEVEL: 'error', HOMEWARD_PROCESS: process });
  // Its anchors tell of its own database alone.
  const own = aFolder();
  const running: ServingProcess[] = [];
  let looking: pg.Client;
  let tokens: { readonly sender: string; readonly coordinator: string };
  beforeAll(async () => {
    looking = await connectClient(databases[2]?.superuserUrl ?? '');
    const hub = await openHub({ config: readConfig(variables('all')), log: createLog({ level: 'error' }), clock: Date.now });
    await loadDirectory(hub.database, demonstrationDirectory, { by: 'a test', now: Date.now() });
    await hub.directory.refresh();
    const token = (persona: string): string => hub.demonstration?.demonstrationToken(persona, Date.now()) ?? '';
    tokens = { sender: token(aMissing().as), coordinator: token('northmere-coordinator') };
    await hub.close();
  });
  afterAll(async () => {
    await Promise.all(running.map((process) => process.stop()));
    await looking.end();
    own.remove();
  });

  const start = async (process: string): Promise<string> => {
    const started = await startServing({ program: PROGRAM, variables: variables(process) });
    running.push(started);
    return `http://127.0.0.1:${String(started.port)}`;
  };
  const listeners = async (): Promise<number> => (await looking.query(`select from pg_stat_activity where datname = current_database() and query = 'listen document'`)).rowCount ?? 0;
  const waiting = async (): Promise<number> => (await looking.query(`select from source_document where state = 'RECEIVED'`)).rowCount ?? 0;

  it('is taken by another, and a third answers with the child', async () => {
    const [first, second] = [await start('api'), await start('api')];
    const { bytes, adapter } = aMissing();
    const sent = await fetch(`${first}/ingest/${adapter}`, { method: 'POST', body: bytes, headers: { authorization: `Bearer ${tokens.sender}` } });
    expect(sent.status).toBe(202);
    expect([await listeners(), await waiting()]).toEqual([0, 1]);

    const [background] = [await start('jobs'), await start('jobs')];
    for (const deadline = Date.now() + PATIENCE; (await waiting()) > 0 && Date.now() < deadline; ) {
      await sleep(50);
    }
    const asked = { query: '{ episodes(first: 5) { nodes { status child { givenName } } } }' };
    const answer = await fetch(`${second}/graphql`, { method: 'POST', body: JSON.stringify(asked), headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.coordinator}` } });
    expect(await answer.json()).toEqual({ data: { episodes: { nodes: [{ status: 'MISSING', child: { givenName: 'Wrenna' } }] } } });

    // What works in the background tells that it is well, and is no other way in.
    const statuses = await Promise.all(['/health/live', '/health/ready', '/', '/graphql', '/ingest/police-compact', '/schemas'].map(async (at) => (await fetch(background + at)).status));
    expect(statuses).toEqual([200, 200, 404, 404, 404, 404]);
  }, 120_000);

  it('is answered under a seal that one of them made', async () => {
    await Promise.all(running.splice(0).map((process) => process.stop()));
    const { rows } = await looking.query<{ sealed: number; answers: number }>(
      `select (select count(*)::integer from seal_entry where log = 'disclosure') as sealed, (select count(*)::integer from disclosure) as answers`,
    );
    expect(rows).toEqual([{ sealed: 1, answers: 1 }]);
    expect((await runHomeward(['audit', 'verify'], variables('all'))).code).toBe(0);
  }, 60_000);
});
