import type { Directory } from '../../../src/directory/directory.ts';
import type { Ring } from '../../../src/directory/exchange-directory.ts';
import { askToRing, lookAtRings, ringState } from '../../../src/exchange/rings/look-at-rings.ts';
import { ringDuty } from '../../../src/exchange/rings/ring-duty.ts';
import { asWriter } from '../../../src/store/database.ts';
import { settleAlert } from '../../../src/store/write/alert-store.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from '../../actions/a-deciding-hub.ts';
import { AT_TWO, anAlert, raised } from '../../actions/an-alert.ts';
import { aDirectoryThatRings, aPhone, PHONE_SECRET, type Phone } from './a-phone.ts';

const SECOND = 1000;
const DAY = 24 * 60 * MINUTE;
const RINGS: readonly Ring[] = [
  { agency: 'northmere', role: 'SENIOR_WORKER', channel: 'seniors' },
  { agency: 'northmere', role: 'TEAM_MANAGER', channel: 'managers' },
];

let hub: DecidingHub;
let phone: Phone;
let directory: Directory;
beforeAll(async () => {
  phone = await aPhone();
  hub = await aDecidingHub();
});
beforeEach(() => {
  directory = aDirectoryThatRings(phone.origin, RINGS);
});
afterEach(async () => {
  phone.heard.splice(0);
  phone.answers = 204;
  await hub.ingest.rows('delete from briefing_notice');
  await hub.ingest.rows(`delete from audit_event where kind = 'ESCALATION'`);
});
afterAll(async () => {
  await phone.close();
  await hub.close();
});

const after = (seconds: number): number => AT_TWO + seconds * SECOND;
const raise = (): Promise<string> => raised(hub.services.database, anAlert());
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ring = (seconds: number): Promise<number> =>
  ringDuty({
    database: hub.services.database,
    directory: () => Promise.resolve(directory),
    secrets: new Map([['with-phones', PHONE_SECRET]]),
    production: false,
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    clock: () => after(seconds),
    log: quiet,
    publicUrl: null,
  });
const look = async (seconds: number): Promise<readonly (readonly unknown[])[]> =>
  (await lookAtRings(hub.services.database, directory, after(seconds))).map(({ addressee, state, tries, triedAt, fault }) => [addressee, state, tries, triedAt, fault]);
const idOf = async (): Promise<string> => (await lookAtRings(hub.services.database, directory, after(1)))[0]?.id ?? '';
const askAt = (seconds: number, id: string): Promise<string | null> => askToRing(hub.services.database, directory, { ring: id, by: 'cli:an-operator', now: after(seconds) });

describe('whom something rings of what waits', () => {
  it('is who it has come before, with the last try and what came of it', async () => {
    await raise();
    expect(await look(1)).toEqual([['SENIOR_WORKER:northmere', 'DUE', 0, null, null]]);
    phone.answers = 503;
    await ring(2);
    expect(await look(3)).toEqual([['SENIOR_WORKER:northmere', 'TRIED_AGAIN', 1, after(2), 'RECEIVER_FAILED']]);
    phone.answers = 204;
    await ring(8);
    expect(await look(9)).toEqual([['SENIOR_WORKER:northmere', 'RUNG', 2, after(8), null]]);
  });

  it('is named by ids, with the host of what rings them and no more of its address', async () => {
    const alert = await raise();
    await ring(1);
    const [seen] = await lookAtRings(hub.services.database, directory, after(2));
    const [row] = await hub.ingest.rows<{ id: string }>('select id from alert_ring');
    expect(seen).toEqual({ id: row?.id, alert, step: 1, addressee: 'SENIOR_WORKER:northmere', host: phone.origin.slice('http://'.length), tries: 1, triedAt: after(1), rungAt: after(1), fault: null, told: false, rings: true, dueAt: after(31), answerBy: after(900), state: 'RUNG' });
  });

  it('comes with those first who could not be rung', async () => {
    await raise();
    await ring(1);
    phone.answers = 503;
    await ring(15 * 60);
    await ring(45 * 60);
    expect((await look(45 * 60)).map(([who, state]) => [who, state])).toEqual([['TEAM_MANAGER:northmere', 'NOT_RUNG'], ['SENIOR_WORKER:northmere', 'RUNG']]);
  });

  it('is nobody of an alert that was answered', async () => {
    const alert = await raise();
    await ring(1);
    await asWriter(hub.services.database, (em) => settleAlert(em, { alert }, { by: 'sal@northmere', at: after(2) }));
    expect(await look(3)).toEqual([]);
  });

  it('shows where nothing tries, and where nothing rings somebody any more', async () => {
    await raise();
    expect(await look(61)).toEqual([['SENIOR_WORKER:northmere', 'NOT_TRIED', 0, null, null]]);
    phone.answers = 503;
    await ring(62);
    expect((await look(62 + 66)).map(([, state]) => state)).toEqual(['NOT_TRIED']);
    directory = aDirectoryThatRings(phone.origin, []);
    expect((await look(63)).map(([, state]) => state)).toEqual(['NOTHING_RINGS']);
    directory = aDirectoryThatRings(phone.origin, RINGS);
    await hub.ingest.rows(`update briefing_notice set open_to = '{mo@northmere}'`);
    expect((await look(63)).map(([, state]) => state)).toEqual(['NOTHING_RINGS']);
  });
});

describe('an operator who has somebody rung again', () => {
  it.each([
    ['who was rung, as a phone may be switched off', 204],
    ['who could not be rung', 503],
  ])('rings one %s at once, and under another id', async (...[, first]) => {
    await raise();
    phone.answers = first;
    await ring(1);
    const before = await idOf();
    phone.answers = 204;
    const again = await askAt(2, before);
    expect(again).not.toBe(before);
    expect((await look(2)).map(([, state, tries]) => [state, tries])).toEqual([['DUE', 0]]);
    await ring(2);
    expect(phone.heard.map(({ headers }) => headers['webhook-id'])).toEqual([before, again]);
    await ring(900 - 1);
    expect(phone.heard).toHaveLength(2);
  });

  it('has it told anew where it comes to nothing again', async () => {
    await raise();
    phone.answers = 503;
    await ring(15 * 60 + 1);
    const failed = (await lookAtRings(hub.services.database, directory, after(15 * 60 + 1))).find(({ state }) => state === 'NOT_RUNG');
    await askAt(15 * 60 + 2, failed?.id ?? '');
    await ring(15 * 60 + 2);
    const told = await hub.ingest.rows(`select "to" from briefing_notice where kind = 'NOT_RUNG' and "to" && '{${failed?.addressee ?? ''}}'`);
    expect(told).toHaveLength(2);
  });

  it('is written down, with who it was', async () => {
    const alert = await raise();
    await ring(1);
    await askAt(2, await idOf());
    expect(await hub.ingest.rows(`select actor, role, body from audit_event where body ->> 'action' = 'ringAgain'`)).toEqual([
      { actor: 'cli:an-operator', role: 'OPERATOR', body: expect.objectContaining({ alert, step: 1, rung: 'SENIOR_WORKER:northmere', outcome: 'DONE' }) as unknown },
    ]);
  });

  it('rings nobody of what was answered, is too old, is closed to them, or stands nowhere', async () => {
    const alert = await raise();
    await ring(1);
    const id = await idOf();
    expect(await askAt(2, '00000000-0000-4000-8000-0000000000ff')).toBeNull();
    expect(await askToRing(hub.services.database, aDirectoryThatRings(phone.origin, []), { ring: id, by: 'cli:x', now: after(2) })).toBeNull();
    expect(await askToRing(hub.services.database, directory, { ring: id, by: 'cli:x', now: AT_TWO + 8 * DAY })).toBeNull();
    await hub.ingest.rows(`update briefing_notice set open_to = '{mo@northmere}'`);
    expect(await askAt(2, id)).toBeNull();
    await hub.ingest.rows(`update briefing_notice set open_to = '{ALL}'`);
    await asWriter(hub.services.database, (em) => settleAlert(em, { alert }, { by: 'sal@northmere', at: after(3) }));
    expect(await askAt(4, id)).toBeNull();
    expect(await hub.ingest.rows(`select from audit_event where body ->> 'action' = 'ringAgain'`)).toEqual([]);
  });
});

test.each([
  [{ rungAt: 1 }, 'RUNG'],
  [{ rungAt: 1, rings: false, told: true }, 'RUNG'],
  [{ rings: false, told: true }, 'NOTHING_RINGS'],
  [{ told: true, dueAt: 0 }, 'NOT_RUNG'],
  [{ dueAt: 60_000 }, 'DUE'],
  [{ dueAt: 59_999 }, 'NOT_TRIED'],
  [{ dueAt: 59_999, fault: 'NO_ANSWER' }, 'NOT_TRIED'],
  [{ fault: 'NO_ANSWER' }, 'TRIED_AGAIN'],
] as const)('%j at 02:00 is %s', (changed, state) => {
  expect(ringState({ rungAt: null, rings: true, told: false, fault: null, dueAt: 120_000, ...changed }, 120_000)).toBe(state);
});
