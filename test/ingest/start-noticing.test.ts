import { loadDirectory } from '../../src/directory/load-directory.ts';
import { noticeSilence, startNoticing } from '../../src/ingest/start-noticing.ts';
import type { Log } from '../../src/logging/log.ts';
import { aDirectoryFile } from '../directory/a-directory-file.ts';
import { anIngest, NOW, type TestIngest } from './an-ingest.ts';
import { aPoliceMessage } from './documents.ts';

const HOUR = 3_600_000;

describe('a source that is to send every day', () => {
  let hub: TestIngest;
  let said: string[];
  let now = NOW;
  const note = (event: string, fields: object = {}): void => {
    said.push(`${event} ${JSON.stringify(fields)}`);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const POLICE = '{"agency":"mereshire-police","system":"mereshire-compact"}';
  const load = (hours: string): Promise<unknown> =>
    loadDirectory(hub.services.database, aDirectoryFile({ systems: `\n  - { id: mereshire-compact, agency: mereshire-police, adapter: police-compact${hours} }` }), { by: 'a test', now });
  beforeAll(async () => {
    hub = await anIngest();
  });
  beforeEach(() => {
    said = [];
    now = NOW;
  });
  afterAll(() => hub.close());

  it('is told of once when it falls silent, counted from the day it was listed, and again when it is heard', async () => {
    const known = new Map<string, { agency: string; system: string }>();
    const look = (): Promise<void> => noticeSilence({ database: hub.services.database, clock: () => now, log }, known);
    await load(', silentAfterHours: 24');
    now = NOW + 23 * HOUR;
    await look();
    expect(said).toEqual([]);

    now = NOW + 25 * HOUR;
    await look();
    await look();
    expect(said).toEqual([`source-silent ${POLICE}`]);

    await hub.receive({ bytes: aPoliceMessage() });
    await hub.rows(`update source_freshness set last_received_at = $1`, [new Date(now)]);
    await look();
    expect(said).toEqual([`source-silent ${POLICE}`, `source-heard ${POLICE}`]);

    now += 25 * HOUR;
    await look();
    expect(said.at(-1)).toBe(`source-silent ${POLICE}`);
  });

  it('is expected no more when the directory says so or no longer names it', async () => {
    await load('');
    now = NOW + 1000 * HOUR;
    const noticing = startNoticing({ ...hub.services, clock: () => now, log }, { intervalMs: HOUR });
    await noticing.stop();
    expect(said).toEqual([]);
  });
});
