import { anIngest, NOW, type TestIngest } from './an-ingest.ts';
import { aFoundMessage, aPoliceMessage } from './documents.ts';

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const missing = { bytes: aPoliceMessage({ SentAt: iso(NOW - 2 * HOUR), MissingSince: iso(NOW - 3 * HOUR) }) };
const found = (sent: number, returned: number, traced: number | null = null): { bytes: string } => ({
  bytes: aFoundMessage({ SentAt: iso(sent), MissingSince: iso(NOW - 3 * HOUR), WhenTraced: traced === null ? null : iso(traced), WhenReturned: iso(returned) }),
});

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterEach(() => hub.clear());
afterAll(() => hub.close());

const status = async (): Promise<unknown> => (await hub.rows<{ status: string }>('select status from episode')).map((row) => row.status);
const flags = (): Promise<unknown[]> => hub.rows('select flags from episode_source');

test('a return that had not come when it was received ends no search, though its message says that it was sent later still', async () => {
  await hub.ingest(missing, found(NOW + 23 * HOUR, NOW + 22 * HOUR));
  expect(await status()).toEqual(['LOCATED']);
  expect(await flags()).toMatchObject([{ flags: [{ code: 'TIMES_OUT_OF_ORDER', reason: expect.stringContaining('had not come') as string }] }]);
});

test('its sender is told of both times, before anything else there is to say of the document', async () => {
  await hub.ingest(found(NOW + 23 * HOUR, NOW + 22 * HOUR, NOW - HOUR));
  const [row] = await hub.rows<{ warnings: readonly { code: string; reason: string }[] }>('select warnings from source_document');
  expect(row?.warnings.slice(0, 2)).toMatchObject([
    { code: 'SENT_AHEAD', reason: expect.stringContaining('set the clock') as string },
    { code: 'TIME_AHEAD', reason: expect.stringContaining('ends no search') as string },
  ]);
});

test('of clocks that differ by less than an hour nothing is said', async () => {
  await hub.ingest(found(NOW + HOUR / 2, NOW + HOUR / 2, NOW - HOUR));
  expect(await hub.rows('select warnings from source_document')).toEqual([{ warnings: [] }]);
});

test('what its source says next ends it, though that was sent before', async () => {
  await hub.ingest(missing, found(NOW + 23 * HOUR, NOW + 22 * HOUR), found(NOW, NOW - HOUR / 2));
  expect(await status()).toEqual(['RETURNED']);
});
