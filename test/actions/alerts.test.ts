import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { connectClient } from '../../src/store/connection.ts';
import { asWriter } from '../../src/store/database.ts';
import { ALERT_CHANNEL, alertsBefore, settleAlert, type WhichAlert } from '../../src/store/write/alert-store.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { AT_TWO, anAlert, northmeresChain, raised, toldOf } from './an-alert.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
afterEach(async () => {
  await hub.ingest.rows('delete from briefing_notice');
});
afterAll(async () => {
  await hub.close();
});

const after = (minutes: number): number => AT_TWO + minutes * MINUTE;
const raise = (changes: Parameters<typeof anAlert>[0] = {}): Promise<string> => raised(hub.services.database, anAlert(changes));
const steps = async (who: string, now: number): Promise<unknown[]> => (await toldOf(hub, who, now)).map(({ step }) => step);
const settle = (which: WhichAlert, by: string, at: number): Promise<boolean> => asWriter(hub.services.database, (em) => settleAlert(em, which, { by, at }));
const kept = (): Promise<unknown[]> => hub.ingest.rows(`select step, acknowledged_by as by, acknowledged_at is not null as over from briefing_notice order by step`);

describe('an alert', () => {
  test('is before each role of the duty chain from its own time on, though nothing runs', async () => {
    await raise();
    const seen = async (minutes: number): Promise<unknown[]> => Promise.all(['sal', 'mo', 'ede', 'nia'].map((who) => steps(who, after(minutes))));
    expect(await seen(0)).toEqual([[1], [], [], []]);
    expect(await seen(14.999)).toEqual([[1], [], [], []]);
    expect(await seen(15)).toEqual([[1], [2], [], []]);
    expect(await seen(30)).toEqual([[1], [2], [3], []]);
    expect(await seen(60 * 24 * 30)).toEqual([[1], [2], [3], [4]]);
  });

  test('says by when to answer, and which roles have not', async () => {
    await raise();
    expect(await toldOf(hub, 'sal', AT_TWO)).toMatchObject([{ answerBy: '2025-11-20T02:15:00.000Z', step: 1, notAnsweredBy: null }]);
    expect(await toldOf(hub, 'mo', after(15))).toMatchObject([{ answerBy: '2025-11-20T02:30:00.000Z', step: 2, notAnsweredBy: 'Not answered by: senior worker.' }]);
    expect(await toldOf(hub, 'nia', after(45))).toMatchObject([{ step: 4, notAnsweredBy: 'Not answered by: senior worker, team manager, emergency duty team.' }]);
  });

  test('is before nobody else', async () => {
    await raise();
    expect((await Promise.all(['sia', 'hew', 'pim', 'hal', 'dot'].map((who) => steps(who, after(600))))).flat()).toEqual([]);
  });

  test('ends for everybody by one answer, and was never there for those whose time had not come', async () => {
    const alert = await raise();
    expect(await settle({ alert }, 'mo@northmere', after(20))).toBe(true);
    expect((await Promise.all(['sal', 'mo', 'ede', 'nia'].map((who) => steps(who, after(600))))).flat()).toEqual([]);
    expect(await kept()).toEqual([
      { step: 1, by: 'mo@northmere', over: true },
      { step: 2, by: 'mo@northmere', over: true },
      { step: 3, by: null, over: true },
      { step: 4, by: null, over: true },
    ]);
    expect(await settle({ alert }, 'sal@northmere', after(21))).toBe(false);
  });

  test('answered before a step began is not behind the second wall either, and one that began is, for the coordinator who has it in view too', async () => {
    const alert = await raise();
    await settle({ alert }, 'sal@northmere', after(5));
    const client = await connectClient(hub.ingest.superuserUrl);
    const behind = async (role: string): Promise<number> => {
      await client.query('begin');
      await client.query(`set local role homeward_reader`);
      const said = { agency: 'northmere', person: 'x', role, ceiling: '{notices}', now: new Date(after(600)).toISOString() };
      for (const [name, value] of Object.entries(said)) {
        await client.query(`select set_config($1, $2, true)`, [`app.${name}`, value]);
      }
      const { rows } = await client.query('select 1 from briefing_notice');
      await client.query('rollback');
      return rows.length;
    };
    try {
      expect([await behind('SENIOR_WORKER'), await behind('TEAM_MANAGER'), await behind('HUB_COORDINATOR')]).toEqual([1, 0, 1]);
    } finally {
      await client.end();
    }
  });

  test('ends with all that are about one thing, and leaves those about another', async () => {
    const { about } = anAlert();
    await raise({ about });
    await raise({ about, chain: northmeresChain('LOW') });
    await raise();
    expect(await settle({ about }, 'sal@northmere', after(1))).toBe(true);
    expect((await toldOf(hub, 'sal', after(1))).map((row) => row['about'])).toEqual([expect.not.stringContaining(about)]);
    expect(await steps('nia', after(600))).toEqual([4]);
  });

  test('about a thing is found by those before whom it is, and by nobody else', async () => {
    const { about } = anAlert();
    const alert = await raise({ about });
    const found = (who: string, at: number): Promise<readonly string[]> => asWriter(hub.services.database, (em) => alertsBefore(em, actor(who).viewer, { about, at }));
    expect(await found('sal', AT_TWO)).toEqual([alert]);
    expect(await found('mo', after(14))).toEqual([]);
    expect(await found('mo', after(15))).toEqual([alert]);
    expect(await found('sia', after(600))).toEqual([]);
    await settle({ alert }, 'sal@northmere', after(16));
    expect(await found('sal', after(17))).toEqual([]);
  });

  test('says at once that its first step is to be seen, by ids alone', async () => {
    const client = await connectClient(hub.ingest.superuserUrl);
    try {
      const heard = new Promise<string>((hear) => client.once('notification', (said: { readonly payload?: string }) => { hear(said.payload ?? ''); }));
      await client.query(`listen ${ALERT_CHANNEL}`);
      const alert = await raise();
      const [first] = await toldOf(hub, 'sal', AT_TWO);
      expect(JSON.parse(await heard)).toEqual({ alert, notice: first?.['id'] });
    } finally {
      await client.end();
    }
  });

  test('is not raised before nobody', async () => {
    await expect(raise({ chain: [] })).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

describe('a step of an alert', () => {
  const acknowledging = async (who: string, now: number): Promise<unknown> => {
    const [notice] = await toldOf(hub, 'sal', AT_TWO);
    return acknowledgeNotice(hub.services, actor(who), { id: String(notice?.['id']) }, now);
  };

  test('that somebody says they know of answers the whole alert', async () => {
    await raise();
    await acknowledging('sal', after(16));
    expect(await kept()).toEqual([
      { step: 1, by: 'sal@northmere', over: true },
      { step: 2, by: 'sal@northmere', over: true },
      { step: 3, by: null, over: true },
      { step: 4, by: null, over: true },
    ]);
  });

  test('is not answered by somebody in another role', async () => {
    await raise();
    await expect(acknowledging('mo', after(600))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await steps('sal', after(600))).toEqual([1]);
  });

  test('of a concern is not answered so: the message names what does, and nothing is settled', async () => {
    await raise({ kind: 'CONCERN' });
    await expect(acknowledging('sal', after(1))).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"acknowledgeConcern"') as unknown });
    expect(await steps('sal', after(1))).toEqual([1]);
    expect(await steps('nia', after(600))).toEqual([4]);
  });
});
