import { setTimeout as sleep } from 'node:timers/promises';
import type { IngestServices } from '../../src/ingest/ingest-services.ts';
import { startRefolding } from '../../src/ingest/start-refolding.ts';
import { FOLD_VERSION } from '../../src/domain/fold/fold-version.ts';
import { asOnlyOne } from '../../src/store/write/as-only-one.ts';
import { aDirectory } from './a-directory.ts';
import { anIngest, someServices, type TestIngest } from './an-ingest.ts';
import { aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
beforeEach(async () => {
  await hub.clear();
  await hub.rows('truncate picture_version');
  await hub.ingest({ bytes: aPoliceMessage() });
  // What a former version of the fold may have left out.
  await hub.rows(`update child set given_name = 'of old', row_hash = 'of old'`);
});
afterAll(() => hub.close());

const nameShown = async (): Promise<string | undefined> => (await hub.rows<{ name: string }>('select given_name as name from child'))[0]?.name;
const madeBy = (): Promise<unknown[]> => hub.rows('select fold, directory from picture_version order by fold, directory');
async function start(services: IngestServices = hub.services, intervalMs = 10_000): Promise<void> {
  const refolding = startRefolding(services, { intervalMs });
  for (let waited = 0; waited < 100 && (await madeBy()).length === 0; waited += 1) {
    await sleep(20);
  }
  await refolding.stop();
}

it('a picture that another fold made is made again when the hub starts, and that is written down', async () => {
  await start();
  expect(await nameShown()).toBe('Wrenna');
  expect(await madeBy()).toEqual([{ fold: FOLD_VERSION, directory: 1 }]);
});

it('a picture made by this fold and directory is left alone', async () => {
  await hub.rows(`insert into picture_version values ($1, 1, now())`, [FOLD_VERSION]);
  await start();
  expect(await nameShown()).toBe('of old');
});

it('a picture made by an earlier directory is made again', async () => {
  await hub.rows(`insert into picture_version values ($1, 1, now())`, [FOLD_VERSION]);
  const refolding = startRefolding(someServices(hub.services.database, { directory: () => ({ ...aDirectory(), version: 2 }) }), { intervalMs: 10_000 });
  for (let waited = 0; waited < 100 && (await madeBy()).length === 1; waited += 1) {
    await sleep(20);
  }
  await refolding.stop();
  expect(await nameShown()).toBe('Wrenna');
});

it('a picture that another process is making is left to it', async () => {
  await asOnlyOne(hub.services.database, 'REFOLDING', () => start());
  expect([await nameShown(), await madeBy()]).toEqual(['of old', []]);
  await start();
  expect(await nameShown()).toBe('Wrenna');
});

it('a failure is tried again', async () => {
  let [tries, failing] = [0, true];
  const refreshDirectory = (): Promise<void> => {
    tries += 1;
    return failing ? Promise.reject(new Error('away')) : Promise.resolve();
  };
  const refolding = startRefolding(someServices(hub.services.database, { refreshDirectory }), { intervalMs: 20 });
  await sleep(100);
  expect(tries).toBeGreaterThan(1);
  failing = false;
  for (let waited = 0; waited < 100 && (await madeBy()).length === 0; waited += 1) {
    await sleep(20);
  }
  await refolding.stop();
  expect(await nameShown()).toBe('Wrenna');
});
