import { randomUUID } from 'node:crypto';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { openHub, serveHub } from '../../src/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { createLog } from '../../src/logging/log.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aFolder } from '../support/a-folder.ts';

const HOUR = 3_600_000;
const AT_NOON = Date.parse('2025-11-20T12:00:00Z');

let database: TestDatabase;
let now = AT_NOON;
const folder = aFolder();
beforeAll(async () => {
  database = await aDatabase();
  await loadDirectory(database.database, demonstrationDirectory, { by: 'a test', now });
});
afterAll(async () => {
  await database.close();
  folder.remove();
});

type Ask = (persona: string, query: string, variables?: object) => Promise<Record<string, unknown>>;

/** A hub as it is served, with its jobs, on the clock of the test, while something is done with it; then it is stopped. */
async function whileServing<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', HOMEWARD_DATA: folder.path, DATABASE_URL: database.hubUrl });
  const hub = await openHub({ config, log: createLog({ level: 'silent' }), clock: () => now });
  const serving = await serveHub(hub, () => now, { demonstration: false, commands: [] });
  const ask: Ask = async (persona, query, variables = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.demonstration?.demonstrationToken(persona, now) ?? ''}` };
    const answer = await fetch(`http://127.0.0.1:${String(serving.port)}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await answer.json()) as { readonly data: Record<string, unknown>; readonly errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  try {
    return await work(ask);
  } finally {
    await serving.stop();
  }
}

interface Alert {
  readonly kind: string;
  readonly text: string;
  readonly waitsFor: string | null;
}

/** The alerts of one kind that a persona reads, asked again until there are some or the time is over. */
async function lateAlerts(ask: Ask, persona: string, until: number): Promise<readonly Alert[]> {
  const { briefing } = (await ask(persona, '{ briefing(authority: "northmere") { alerts { kind text waitsFor } } }')) as { readonly briefing: { readonly alerts: readonly Alert[] } };
  const late = briefing.alerts.filter(({ kind }) => kind === 'CLOCK_LATE');
  return late.length > 0 || Date.now() > until ? late : lateAlerts(ask, persona, until);
}

test('an interview whose time ran out while the hub was down is alerted as soon as its jobs run again, once, and again by no later start', async () => {
  await whileServing(async (ask) => {
    const child = { givenName: 'Tarn', familyName: 'Invented', dateOfBirth: '2011-05-06', responsibleAuthority: 'northmere' };
    const missing = { key: randomUUID(), newChild: child, missingSince: new Date(now - 5 * HOUR).toISOString() };
    const { reportMissing } = (await ask('northmere-coordinator', 'mutation M($input: ReportMissingInput!) { reportMissing(input: $input) { episode { id } } }', { input: missing })) as { readonly reportMissing: { readonly episode: { readonly id: string } } };
    const back = { key: randomUUID(), episode: reportMissing.episode.id, at: new Date(now).toISOString() };
    await ask('northmere-coordinator', 'mutation M($input: ReportReturnedInput!) { reportReturned(input: $input) { id } }', { input: back });
  });
  now = AT_NOON + 73 * HOUR;
  for (const start of [1, 2]) {
    const read = await whileServing((ask) => lateAlerts(ask, 'northmere-coordinator', Date.now() + 20_000));
    expect([start, read.map(({ text }) => text)]).toEqual([start, [expect.stringMatching(/^A duty to a child is late: /)]]);
    expect(read[0]?.text).not.toMatch(/Tarn|Invented/);
  }
});
