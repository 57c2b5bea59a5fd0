import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { openHub, serveHub } from '../../src/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { dutyOf } from '../../src/directory/duty-of.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { createLog } from '../../src/logging/log.ts';
import { asWriter } from '../../src/store/database.ts';
import { connectClient } from '../../src/store/connection.ts';
import { raiseAlert } from '../../src/store/write/alert-store.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { aFolder } from '../support/a-folder.ts';

const AT_TWO = Date.parse('2025-11-20T02:00:00Z');
const MINUTE = 60_000;
const CHILD = '00000000-0000-4000-8000-00000000c41d';

let database: TestDatabase;
let now = AT_TWO;
const folder = aFolder();
const lines: string[] = [];
beforeAll(async () => {
  database = await aDatabase();
  await loadDirectory(database.database, demonstrationDirectory, { by: 'a test', now });
});
afterAll(async () => {
  await database.close();
  folder.remove();
});

/** A hub as it is served, on the clock of the test, while something is done with it; then it is stopped. */
async function whileServing<T>(work: (hub: Awaited<ReturnType<typeof openHub>>, told: (persona: string) => Promise<unknown>) => Promise<T>): Promise<T> {
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', HOMEWARD_DATA: folder.path, DATABASE_URL: database.hubUrl });
  const log = createLog({ level: 'warn', destination: { write: (line: string) => void lines.push(line) } });
  const hub = await openHub({ config, log, clock: () => now });
  const serving = await serveHub(hub, () => now, { demonstration: false, commands: [] });
  const told = async (persona: string): Promise<unknown> => {
    const query = '{ briefing(authority: "northmere") { notices { kind text answerBy step notAnsweredBy } } }';
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.demonstration?.demonstrationToken(persona, now) ?? ''}` };
    const answer = await fetch(`http://127.0.0.1:${String(serving.port)}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return ((await answer.json()) as { readonly data: { readonly briefing: { readonly notices: unknown } } }).data.briefing.notices;
  };
  try {
    return await work(hub, told);
  } finally {
    await serving.stop();
  }
}

describe('an alert raised at 02:00 before the hub stops', () => {
  it('is before the next of the duty chain when the hub starts after the time to answer, and the log says when it passed on', async () => {
    await whileServing(async (hub) => {
      const chain = dutyOf(hub.directory.current(), { agency: 'northmere', matter: 'HARM_DISCLOSED', risk: 'HIGH', raisedAt: now });
      await asWriter(hub.database, (em) => raiseAlert(em, { kind: 'ALARM', child: CHILD, about: CHILD, text: 'Something invented happened.', chain, raisedAt: now }), { serial: true });
    });
    now = AT_TWO + 12 * MINUTE;
    const told = await whileServing(async (_hub, ask) => ({ senior: await ask('northmere-senior'), manager: await ask('northmere-manager'), coordinator: await ask('northmere-coordinator') }));
    const alarm = { kind: 'ALARM', text: 'Something invented happened.' };
    expect(told).toEqual({
      senior: [{ ...alarm, answerBy: '2025-11-20T02:10:00.000Z', step: 1, notAnsweredBy: null }],
      manager: [{ ...alarm, answerBy: '2025-11-20T02:25:00.000Z', step: 2, notAnsweredBy: 'Not answered by: senior worker.' }],
      coordinator: [],
    });
    const looking = await connectClient(database.superuserUrl);
    const { rows } = await looking.query(`select at, body->>'step' as step, body->>'notAnsweredBy' as by, body->>'next' as next from audit_event where kind = 'ESCALATION'`);
    await looking.end();
    expect(rows).toEqual([{ at: new Date(now), step: '1', by: 'SENIOR_WORKER:northmere', next: 'TEAM_MANAGER:northmere' }]);
    expect(lines.filter((line) => line.includes('"event":"alert-escalated"'))).toHaveLength(1);
  });
});
