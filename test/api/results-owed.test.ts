import { randomUUID } from 'node:crypto';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { ExchangeEntry } from '../../src/directory/exchange-directory.ts';
import { runTransmission } from '../../src/exchange/run-transmission.ts';
import { aDecidingHub, anInterview, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aNetwork } from '../exchange/a-network.ts';
import { aHub, ask, type AHub } from '../http/a-hub.ts';

const DAY = 24 * 3_600_000;
const AGREED: ExchangeEntry = { from: 'southvale', agency: 'northmere', matters: ['INTERVIEW'], channel: 'northmere-folder', within: { length: 5, calendar: 'WORKING_DAYS', source: 'an invented agreement, paragraph 4' }, automatic: true, refusals: true };
/** Its own system has agreed on no time. */
const OWN: ExchangeEntry = { ...AGREED, from: 'northmere', within: null };

let deciding: DecidingHub;
let hub: AHub;
let transmission: string;
/** Southvale's own worker holds an interview with its guest, whose result is owed to Northmere within five working days. */
beforeAll(async () => {
  const directory: Directory = { ...aDirectoryOfPeople(), exchange: [AGREED, OWN] };
  deciding = await aDecidingHub(() => directory);
  const { services, gate, child } = deciding;
  hub = await aHub({
    gate,
    actions: services,
    directory: services.directory,
    now: () => deciding.now,
    authenticate: ({ authorization = '' }) => Promise.resolve({ kind: 'viewer', ...actor(authorization.replace('Bearer ', '')), roles: [] }),
  });
  await assignWorker(services, actor('hew'), { key: randomUUID(), child, revision: 0, worker: 'gus' }, deciding.now);
  await anInterview(deciding, {}, 'gus');
  const [made] = await deciding.ingest.rows<{ id: string }>('select id from transmission');
  transmission = made?.id ?? '';
});
afterAll(async () => {
  await hub.close();
  await deciding.close();
});

const CLOCK = 'id deadline { state words source }';
/** The three places in which its time is shown. */
async function shown(as: string): Promise<unknown> {
  const query = `{ transmission(id: "${transmission}") { ${CLOCK} } workTray(of: SERVICE) { resultsOwed { ${CLOCK} } } briefing(authority: "southvale") { resultsOwed { ${CLOCK} } } }`;
  const { data, errors } = await ask(hub, query, { as });
  expect(errors).toEqual([]);
  return data;
}
const everywhere = (owed: object): object => ({ transmission: owed, workTray: { resultsOwed: [owed] }, briefing: { resultsOwed: [owed] } });
const NOWHERE = { transmission: null, workTray: { resultsOwed: [] }, briefing: { resultsOwed: [] } };

describe('the result that is owed by agreement', () => {
  it('is a clock in words on its transmission, on the tray and on the briefing of whoever sees to it', async () => {
    const owed = { id: transmission, deadline: { state: 'DUE', words: 'result due in 7 days 15 hours (by the end of Thu 27 Nov)', source: 'an invented agreement, paragraph 4' } };
    expect(await shown('hew')).toEqual(everywhere(owed));
  });

  it.each(['gus', 'vic', 'nia', 'ren', 'pim', 'hal'])('is shown nowhere to %s', async (who) => {
    expect(await shown(who)).toEqual(NOWHERE);
  });

  it('is late in words once its time is over, and owed no more once its receipt has come', async () => {
    deciding.now += 9 * DAY;
    expect(await shown('hew')).toMatchObject({ workTray: { resultsOwed: [{ deadline: { state: 'LATE', words: expect.stringMatching(/^result late by /) as string } }] } });
    const ignore = (): void => undefined;
    await runTransmission({ database: deciding.services.database, deliver: aNetwork(), clock: () => deciding.now, log: { info: ignore, warn: ignore, error: ignore } }, transmission);
    expect(await shown('hew')).toMatchObject({ transmission: { deadline: { state: 'LATE' } }, workTray: { resultsOwed: [] }, briefing: { resultsOwed: [] } });
  });
});
