import { setTimeout as sleep } from 'node:timers/promises';
import { startTaking } from '../../src/ingest/start-taking.ts';
import { anIngest, type TestIngest } from './an-ingest.ts';
import { aPoliceMessage } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const HOUR = 3_600_000;
const waiting = (): Promise<unknown[]> => hub.rows(`select from source_document where state = 'RECEIVED'`);

async function untilTaken(): Promise<void> {
  while ((await waiting()).length > 0) {
    await sleep(20);
  }
}

it('takes what waited before it started, and what is received while it runs, without waiting for its interval', async () => {
  await hub.receive({ bytes: aPoliceMessage() });
  const taking = startTaking(hub.services, { intervalMs: HOUR });
  await untilTaken();
  await hub.receive({ bytes: aPoliceMessage({ MisperId: 'MP-2', PersonId: 'P-2' }) });
  await untilTaken();
  await taking.stop();
  expect(await hub.rows('select from child')).toHaveLength(2);
});

it('takes at its interval what it was never told of', async () => {
  const taking = startTaking(hub.services, { intervalMs: 50 });
  await hub.receive({ bytes: aPoliceMessage() });
  await untilTaken();
  // As after a fault: the document waits, and nobody says so.
  await hub.rows(`update source_document set state = 'RECEIVED'`);
  await untilTaken();
  await taking.stop();
  expect(await hub.rows('select state, taken from source_document')).toEqual([{ state: 'TAKEN', taken: 1 }]);
});

it('takes nothing more once it is stopped', async () => {
  const taking = startTaking(hub.services, { intervalMs: 20 });
  await taking.stop();
  await hub.receive({ bytes: aPoliceMessage() });
  await sleep(100);
  expect(await waiting()).toHaveLength(1);
});

it('listens anew when its connection is lost', async () => {
  const taking = startTaking(hub.services, { intervalMs: 100 });
  await hub.receive({ bytes: aPoliceMessage() });
  await untilTaken();
  await hub.rows(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen document' and datname = current_database()`);
  await hub.receive({ bytes: aPoliceMessage({ MisperId: 'MP-2', PersonId: 'P-2' }) });
  await untilTaken();
  await taking.stop();
  expect(await hub.rows('select from child')).toHaveLength(2);
});
