import { Webhook } from 'standardwebhooks';
import type { Directory } from '../../../src/directory/directory.ts';
import type { Ring } from '../../../src/directory/exchange-directory.ts';
import { ringDuty, type RingingServices } from '../../../src/exchange/rings/ring-duty.ts';
import { startRinging } from '../../../src/exchange/rings/start-ringing.ts';
import type { LogFields } from '../../../src/logging/log-fields.ts';
import { asWriter, openDatabase } from '../../../src/store/database.ts';
import { settleAlert, type Alert } from '../../../src/store/write/alert-store.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from '../../actions/a-deciding-hub.ts';
import { AT_TWO, anAlert, raised, toldOf } from '../../actions/an-alert.ts';
import { aDirectoryThatRings, aPhone, PHONE_SECRET, type Heard, type Phone } from './a-phone.ts';

const SECOND = 1000;
const RINGS: readonly Ring[] = [
  { agency: 'northmere', role: 'SENIOR_WORKER', channel: 'seniors' },
  { agency: 'northmere', role: 'TEAM_MANAGER', channel: 'managers' },
  { agency: 'northmere', person: 'mo', channel: 'mo' },
];

let hub: DecidingHub;
let phone: Phone;
let directory: Directory;
const said: (readonly [string, LogFields | undefined])[] = [];
beforeAll(async () => {
  phone = await aPhone();
  hub = await aDecidingHub();
});
beforeEach(() => {
  directory = aDirectoryThatRings(phone.origin, RINGS);
});
afterEach(async () => {
  phone.heard.splice(0);
  said.splice(0);
  phone.answers = 204;
  phone.onHeard = () => undefined;
  await hub.ingest.rows('delete from briefing_notice');
  await hub.ingest.rows(`delete from audit_event where kind = 'ESCALATION'`);
});
afterAll(async () => {
  await phone.close();
  await hub.close();
});

const after = (seconds: number): number => AT_TWO + seconds * SECOND;
const raise = (changes: Partial<Alert> = {}): Promise<string> => raised(hub.services.database, anAlert(changes));
const answered = (alert: string, at: number): Promise<boolean> => asWriter(hub.services.database, (em) => settleAlert(em, { alert }, { by: 'sal@northmere', at }));
const ringsOf = (): string[] => phone.heard.map(({ path }) => path);

function ringing(clock: () => number, changed: Partial<RingingServices> = {}): RingingServices {
  const say = (event: string, fields?: LogFields): void => {
    said.push([event, fields]);
  };
  return {
    database: hub.services.database,
    directory: () => Promise.resolve(directory),
    secrets: new Map([['with-phones', PHONE_SECRET]]),
    production: false,
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    clock,
    log: { info: say, warn: say, error: say },
    publicUrl: 'https://hub.north.example/',
    ...changed,
  };
}
const look = (seconds: number, changed: Partial<RingingServices> = {}): Promise<number> => ringDuty(ringing(() => after(seconds), changed));

describe('row 52: what rings a phone', () => {
  it('says ids, the step and until when, signed as the standard has it; not of whom, nor of which kind, nor what', async () => {
    const alert = await raise({ kind: 'SECRETKIND', text: 'SECRETGULL', clock: 'STRATEGY', child: hub.child });
    expect(await look(1)).toBe(1);
    const [{ headers, body } = {} as Heard] = phone.heard; // One came, or the next line fails.
    const [notice] = await hub.ingest.rows<{ id: string; ring: string }>('select n.id, r.id as ring from briefing_notice n join alert_ring r on r.notice = n.id where n.step = 1');
    expect(JSON.parse(body)).toEqual({ ring: notice?.ring, alert, notice: notice?.id, step: 1, answerBy: '2025-11-20T02:15:00.000Z', hub: 'https://hub.north.example/' });
    expect(new Webhook(PHONE_SECRET, { format: 'raw' }).sign(notice?.ring ?? '', new Date(Number(headers['webhook-timestamp']) * 1000), body)).toBe(headers['webhook-signature']);
    expect(headers['webhook-id']).toBe(notice?.ring);
    expect(JSON.stringify(phone.heard)).not.toMatch(new RegExp(`SECRET|STRATEGY|${hub.child}`));
  });

  it('writes down that it rang, whom, and when, as an act of the hub on the child', async () => {
    const [record] = await hub.ingest.rows<{ record: string }>('select record from record_group where child_id = $1', [hub.child]);
    const alert = await raise({ child: record?.record ?? '' });
    await look(1);
    expect(await hub.ingest.rows(`select actor, children, body from audit_event where kind = 'ESCALATION'`)).toEqual([
      { actor: 'homeward', children: [hub.child], body: expect.objectContaining({ action: 'ringDuty', outcome: 'DONE', alert, step: 1, rung: 'SENIOR_WORKER:northmere' }) as unknown },
    ]);
  });
});

describe('an alert that comes before somebody', () => {
  it('rings each step when it comes before them and not before, once, and one whom nothing rings not at all', async () => {
    await raise();
    await look(1);
    await look(60);
    await look(15 * 60 - 1);
    expect(ringsOf()).toEqual(['/seniors']);
    await look(15 * 60);
    await look(3600);
    expect(ringsOf()).toEqual(['/seniors', '/managers']);
  });

  it('rings nobody once it was answered', async () => {
    await answered(await raise(), after(1));
    const down = await raise();
    phone.answers = 503;
    await look(2);
    expect(ringsOf()).toEqual(['/seniors']);
    await answered(down, after(3));
    await look(600);
    await look(3600);
    expect(ringsOf()).toEqual(['/seniors']);
  });

  it('rings for what came while every hub was down, as it waits, and not for what waits since more than a week', async () => {
    await raise({ raisedAt: after(-9 * 24 * 3600), chain: [{ to: 'SENIOR_WORKER:northmere', from: after(-9 * 24 * 3600), until: after(-9 * 24 * 3600 + 900) }] });
    await raise();
    const restarted = startRinging(ringing(() => after(50 * 3600)), { intervalMs: MINUTE });
    await restarted.stop();
    await look(51 * 3600);
    expect(ringsOf().sort()).toEqual(['/managers', '/seniors']);
  });

  it('rings among the first of its channel, however many wait for a phone of another', async () => {
    for (let one = 0; one < 45; one += 1) {
      await raise();
    }
    await raise({ chain: [{ to: 'TEAM_MANAGER:northmere', from: AT_TWO, until: after(900) }] });
    expect(await look(1)).toBe(46);
    expect(ringsOf().slice(0, 21)).toContain('/managers');
  });

  it('rings nobody where the directory has nobody rung', async () => {
    await raise();
    directory = aDirectoryThatRings(phone.origin, []);
    expect(await look(1)).toBe(0);
    expect(await hub.ingest.rows('select from alert_ring')).toEqual([]);
  });
});

describe('a phone that cannot be rung', () => {
  it('is rung again after waits that grow, under the same id and with the same words, until it is', async () => {
    await raise();
    phone.answers = null;
    const tries: number[] = [];
    for (let second = 0; second <= 120; second += 1) {
      tries.push(...Array.from({ length: await look(second) }, () => second));
    }
    expect(tries).toEqual([0, 5, 15, 35, 75]);
    phone.answers = 200;
    expect([await look(154), await look(155), await look(900 - 1)]).toEqual([0, 1, 0]);
    expect(new Set(phone.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(phone.heard.map(({ body }) => body)).size).toBe(1);
    expect(said.map(([event, fields]) => [event, fields?.reason])).toEqual([...Array.from({ length: 5 }, () => ['duty-not-rung', 'NO_ANSWER']), ['duty-rung', undefined]]);
  });

  it('stands on the briefing of whom the alert is before and of the coordinator, once, after five tries; and of nobody else', async () => {
    const alert = anAlert();
    await raised(hub.services.database, alert);
    phone.answers = 503;
    for (const second of [0, 5, 15, 35]) {
      await look(second);
    }
    expect((await toldOf(hub, 'sal', after(40))).map(({ kind }) => kind)).toEqual(['ALARM']);
    await look(75);
    await look(155);
    for (const who of ['sal', 'nia']) {
      expect((await toldOf(hub, who, after(200))).filter(({ kind }) => kind === 'NOT_RUNG')).toEqual([expect.objectContaining({ about: alert.about, step: null })]);
    }
    for (const who of ['mo', 'ren', 'ede', 'sia']) {
      expect((await toldOf(hub, who, after(200))).map(({ kind }) => kind)).not.toContain('NOT_RUNG');
    }
    expect(await hub.ingest.rows(`select body ->> 'outcome' as outcome from audit_event where kind = 'ESCALATION'`)).toEqual([{ outcome: 'RECEIVER_FAILED' }]);
  });

  it('stands there at once where the answer was due before', async () => {
    await raise();
    phone.answers = 503;
    await look(15 * 60 + 1);
    expect((await toldOf(hub, 'nia', after(1000))).map(({ kind }) => kind)).toContain('NOT_RUNG');
  });

  it.each<[string, Partial<RingingServices>, Partial<Directory>, string]>([
    ['whose address the directory does not list', {}, { endpoints: [] }, 'ENDPOINT_NOT_LISTED'],
    ['whose secret the hub does not have', { secrets: new Map() }, {}, 'SECRET_MISSING'],
    ['whose name leads to an inner network', { resolve: () => Promise.resolve([{ address: '10.0.0.7', family: 4 }]) }, {}, 'ENDPOINT_NOT_ALLOWED'],
    ['that is for demonstrations, in production,', { production: true }, {}, 'ENDPOINT_NOT_LISTED'],
    ['whose way is gone', {}, { channels: new Map() }, 'CHANNEL_UNKNOWN'],
  ])('%s hears nothing, and is rung once that is mended', async (...[, services, changed, reason]) => {
    await raise();
    directory = aDirectoryThatRings(phone.origin, RINGS, changed);
    await look(1, services);
    expect([ringsOf(), said.map(([, fields]) => fields?.reason)]).toEqual([[], [reason]]);
    directory = aDirectoryThatRings(phone.origin, RINGS);
    await look(10);
    expect(ringsOf()).toEqual(['/seniors']);
  });
});

describe('of a child of whom not everybody may know', () => {
  const chain = (people: readonly string[]): Alert['chain'] => [{ to: 'TEAM_MANAGER:northmere', from: AT_TWO, until: AT_TWO + 15 * MINUTE, people }];

  it('only whom the alert names is rung, and no phone of a role', async () => {
    await raise({ chain: chain(['mo@northmere', 'ida@northmere']) });
    await look(1);
    expect(ringsOf()).toEqual(['/mo']);
  });

  it('nobody is rung who was suspended, or to whom the alert was closed since', async () => {
    await raise({ chain: chain(['mo@northmere']) });
    const { people } = directory;
    const mo = people.get('mo');
    directory = { ...directory, people: new Map([...people, ...(mo === undefined ? [] : [['mo', { ...mo, suspended: true }] as const])]) };
    await look(1);
    directory = { ...directory, people };
    await hub.ingest.rows(`update briefing_notice set open_to = '{sal@northmere}'`);
    await look(2);
    expect(ringsOf()).toEqual([]);
    await hub.ingest.rows(`update briefing_notice set open_to = '{mo@northmere}'`);
    await look(3);
    expect(ringsOf()).toEqual(['/mo']);
  });

  it('no role is rung to which it was closed between two tries', async () => {
    await raise();
    phone.answers = 503;
    await look(1);
    await hub.ingest.rows(`update briefing_notice set open_to = '{mo@northmere}'`);
    phone.answers = 204;
    await look(600);
    expect(ringsOf()).toEqual(['/seniors']);
  });

  it('that a phone could not be rung is told to those alone whom the alert names', async () => {
    await raise({ chain: chain(['mo@northmere']) });
    phone.answers = 503;
    await look(15 * 60 + 1);
    const told = await hub.ingest.rows(`select "to" from briefing_notice where kind = 'NOT_RUNG'`);
    expect(told).toEqual([{ to: ['mo@northmere'] }]);
  });
});

describe('several hubs on one database', () => {
  it('ring each phone once between them', async () => {
    const other = await openDatabase({ hub: hub.ingest.hubUrl, owner: null });
    await Promise.all(Array.from({ length: 45 }, () => raise()));
    const services = [ringing(() => after(1)), ringing(() => after(1), { database: other })];
    await Promise.all([...services, ...services].map((one) => ringDuty(one)));
    await other.close();
    expect(phone.heard).toHaveLength(45);
    expect(new Set(phone.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(45);
  });
});
