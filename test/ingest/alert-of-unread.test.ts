import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { escalateDue } from '../../src/actions/escalate-due.ts';
import { dismissQuarantine, readQuarantine } from '../../src/actions/settle-quarantine.ts';
import { replayQuarantine } from '../../src/ingest/replay-quarantine.ts';
import { asWriter } from '../../src/store/database.ts';
import { passUnreadOn } from '../../src/store/write/unread-store.ts';
import { aHubOfOneClock, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { AT_TWO, toldOf } from '../actions/an-alert.ts';
import { actor } from '../actions/some-people.ts';
import { aCancel, aMissing, type Fields } from '../journeys/documents.ts';

/** Of a child of Northmere of whom nobody has heard, and nobody can say when it was sent. */
const UNREAD: Fields = { 'Report/MisperId': 'MP-7', 'Person/PersonId': 'P-7', 'Header/MessageId': 'M-70', 'Header/SentAt': 'soon', 'Report/CurrentRiskLevel': 'Low', 'Person/GivenName': 'Otterly' };

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aHubOfOneClock();
  hub.now = AT_TWO;
});
afterEach(() => hub.close());

const iso = (at: number): string => new Date(at).toISOString();
const told = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).map(({ kind, step, about }) => [kind, step, about]);
const idOf = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from quarantine where state = 'OPEN'`))[0]?.id ?? '';
const before = async (): Promise<string[]> =>
  (await hub.ingest.rows<{ to: string }>(`select array_to_string("to", ' ') as to from briefing_notice where kind = 'UNREAD' and acknowledged_at is null order by 1`)).map(({ to }) => to);
const tellUnread = async (changed: Fields = {}): Promise<string> => {
  await hub.tell(aMissing({ ...UNREAD, ...changed }));
  return idOf();
};

describe('that a message about a missing child could not be read', () => {
  test('comes before the duty of the authority it names and of the force that sent it, as quickly as for HIGH, and before nobody else', async () => {
    const entry = await tellUnread();
    expect(await before()).toEqual(['EDT:northmere', 'HUB_COORDINATOR:northmere', 'POLICE_MISSING_TEAM:mereshire-police']);
    expect([await told('ede'), await told('pim')]).toEqual([[['UNREAD', 1, entry]], [['UNREAD', 1, entry]]]);
    for (const who of ['sal', 'mo', 'sia', 'hal', 'hew', 'gil']) {
      expect(await told(who)).toEqual([]);
    }
    hub.now = AT_TWO + 15 * MINUTE;
    expect(await told('nia')).toEqual([['UNREAD', 2, entry]]);
  });

  test('comes before every authority in the area of the force where it names none', async () => {
    await tellUnread({ 'Care/PlacingAuthority': null });
    expect(await before()).toEqual(['EDT:northmere', 'HUB_COORDINATOR:northmere', 'HUB_COORDINATOR:southvale', 'POLICE_MISSING_TEAM:mereshire-police']);
  });

  test('says nothing of the child, in its words or in what is written down of it', async () => {
    await tellUnread();
    hub.now = AT_TWO + 16 * MINUTE;
    await escalateDue({ database: hub.services.database, clock: () => hub.now, log: { warn: () => undefined, error: () => undefined } });
    const kept = await hub.ingest.rows<{ row: string }>(`select to_jsonb(n)::text as row from briefing_notice n where kind = 'UNREAD' union all select to_jsonb(a)::text from audit_event a where kind = 'ESCALATION'`);
    expect(kept.length).toBeGreaterThan(3);
    expect(JSON.stringify(kept)).not.toMatch(/Otterly|Testfield|MP-7|2011/);
  });

  test('is told once, however often its document is read again', async () => {
    await tellUnread();
    const tolds = await before();
    await replayQuarantine(hub.ingest.services, { agency: 'mereshire-police', ids: 'all', acceptRetractions: false, by: 'pim@mereshire-police' });
    expect(await before()).toEqual(tolds);
  });

  test('is asked of one agency no more once one of its people has read it, and stays before the others', async () => {
    const entry = await tellUnread();
    await readQuarantine(hub.services, actor('nia'), { key: randomUUID(), entries: [entry] }, hub.now);
    expect(await before()).toEqual(['POLICE_MISSING_TEAM:mereshire-police']);
  });

  test('is answered for one agency by whoever says that they know', async () => {
    await tellUnread();
    const [notice] = await toldOf(hub, 'ede', hub.now);
    await acknowledgeNotice(hub.services, actor('ede'), { id: String(notice?.['id']) }, hub.now);
    expect(await before()).toEqual(['POLICE_MISSING_TEAM:mereshire-police']);
  });

  test('is asked of nobody once it is dismissed', async () => {
    const entry = await tellUnread();
    await dismissQuarantine(hub.services, actor('pim'), { key: randomUUID(), entries: [entry], reason: 'An invented trial.' }, hub.now);
    expect(await before()).toEqual([]);
    expect(await hub.ingest.rows(`select distinct acknowledged_by as by from briefing_notice where kind = 'UNREAD' and visible_from = raised_at`)).toEqual([{ by: 'pim@mereshire-police' }]);
  });

  test('is asked of nobody once the message is sent as it should be', async () => {
    await tellUnread();
    await hub.tell(aMissing({ ...UNREAD, 'Header/SentAt': '2026-06-01T09:10:00Z' }));
    expect([await idOf(), await before()]).toEqual(['', []]);
  });
});

describe('that several messages of one source could not be read', () => {
  const another = (number: number, changed: Fields = {}): Promise<void> =>
    hub.tell(aMissing({ ...UNREAD, 'Report/MisperId': `MP-${String(number)}`, 'Person/PersonId': `P-${String(number)}`, 'Header/MessageId': `M-${String(number)}`, ...changed }));
  const entries = async (): Promise<string[]> =>
    (await hub.ingest.rows<{ id: string }>(`select q.id from quarantine q join alerted a on a.record = q.id where state = 'OPEN' order by a.at, q.id`)).map(({ id }) => id);
  const standing = (): Promise<{ about: string; text: string }[]> => hub.ingest.rows(`select distinct about, text from briefing_notice where kind = 'UNREAD' and acknowledged_at is null order by about`);
  const alerts = async (): Promise<number> => (await hub.ingest.rows(`select distinct alert from briefing_notice where kind = 'UNREAD' and acknowledged_at is null`)).length;
  const all = ['EDT:northmere', 'HUB_COORDINATOR:northmere', 'POLICE_MISSING_TEAM:mereshire-police'];
  const several = async (): Promise<readonly string[]> => {
    for (const number of [71, 72, 73]) {
      hub.now = AT_TWO + (number - 71) * MINUTE;
      await another(number);
    }
    return entries();
  };

  test('rings once while nobody has answered, and says how many they are; each is kept', async () => {
    const [first = '', ...others] = await several();
    expect([await before(), await alerts(), others.length]).toEqual([all, 2, 2]);
    const [stands, ...more] = await standing();
    expect([stands?.about, stands?.text.slice(0, 24), more]).toEqual([first, '3 messages of one source', []]);
  });

  test('rings at an agency that nothing waits before, although it waits before another', async () => {
    await several();
    await another(74, { 'Care/PlacingAuthority': 'E99000002' });
    expect([await before(), await alerts()]).toEqual([[...all.slice(0, 2), 'HUB_COORDINATOR:southvale', all[2]], 3]);
  });

  test('rings again after an answer, for those alone that came since', async () => {
    await several();
    hub.now = AT_TWO + 4 * MINUTE;
    const [notice] = await toldOf(hub, 'ede', hub.now);
    await acknowledgeNotice(hub.services, actor('ede'), { id: String(notice?.['id']), asOf: iso(hub.now) }, hub.now);
    expect(await before()).toEqual([all[2]]);
    await another(74);
    expect(await before()).toEqual(all);
    expect((await told('ede')).length).toBe(1);
    const last = (await entries()).at(-1);
    expect(await hub.ingest.rows(`select distinct about from briefing_notice where kind = 'UNREAD' and acknowledged_at is null and text like 'A message%' and "to"[1] like '%northmere'`)).toEqual([{ about: last }]);
  });

  test('is answered for what was read alone: what joined afterwards stays, for whoever says when they read it and for whoever does not', async () => {
    const [, second] = await several();
    const [notice] = await toldOf(hub, 'ede', hub.now);
    hub.now = AT_TWO + 4 * MINUTE;
    await acknowledgeNotice(hub.services, actor('ede'), { id: String(notice?.['id']), asOf: iso(AT_TWO + MINUTE) }, hub.now);
    expect(await told('ede')).toEqual([['UNREAD', 1, second]]);
    expect((await standing()).map(({ text }) => text.slice(0, 10)).sort()).toEqual(['2 messages', '3 messages']);
    hub.now = AT_TWO + 20 * MINUTE;
    await another(74);
    hub.now += 2 * MINUTE;
    await acknowledgeNotice(hub.services, actor('ede'), { id: String(notice?.['id']) }, hub.now);
    const last = (await entries()).at(-1);
    expect(await told('ede')).toEqual([['UNREAD', 1, last]]);
    hub.now += 5 * MINUTE;
    await acknowledgeNotice(hub.services, actor('ede'), { id: String(notice?.['id']) }, hub.now);
    expect(await told('ede')).toEqual([]);
  });

  test('leaves to be answered what joined while somebody answered, whichever came first', async () => {
    for (const number of [71, 72, 73, 74, 75, 76]) {
      await another(number);
      hub.now += 10 * MINUTE;
      const [notice] = await toldOf(hub, 'ede', hub.now);
      const answering = () => acknowledgeNotice(hub.services, actor('ede'), { id: String(notice?.['id']), asOf: iso(hub.now - MINUTE) }, hub.now);
      const joining = () => another(number * 10);
      await Promise.all(number % 2 === 0 ? [answering(), joining()] : [joining(), answering()]);
      const joined = (await entries()).at(-1);
      expect([number, await told('ede')]).toEqual([number, [['UNREAD', 1, joined]]]);
      await readQuarantine(hub.services, actor('nia'), { key: randomUUID(), entries: await entries() }, hub.now);
      expect(await told('ede')).toEqual([]);
    }
  });

  test('rings again where the whole chain has not answered in its time, in place of what waited', async () => {
    const [first] = await several();
    hub.now = AT_TWO + 120 * MINUTE;
    await another(74);
    expect([await before(), await alerts()]).toEqual([all, 2]);
    expect([await told('ede'), await told('nia')]).toEqual([[['UNREAD', 1, first]], []]);
  });

  test('waits on for those that are left, whichever is seen to, and ends with the last', async () => {
    const [first = '', second = '', third = ''] = await several();
    await readQuarantine(hub.services, actor('nia'), { key: randomUUID(), entries: [first] }, hub.now);
    expect([await told('ede'), await told('pim')]).toEqual([[['UNREAD', 1, second]], [['UNREAD', 1, first]]]);
    await dismissQuarantine(hub.services, actor('pim'), { key: randomUUID(), entries: [first, second], reason: 'An invented trial.' }, hub.now);
    expect([await told('ede'), await told('pim')]).toEqual([[['UNREAD', 1, third]], [['UNREAD', 1, third]]]);
    await another(73, { 'Header/SentAt': '2026-06-01T09:10:00Z' });
    expect([await entries(), await before()]).toEqual([[], []]);
  });

  test('waits on for those that are left where one is erased', async () => {
    const [first = '', second = ''] = await several();
    const [gone] = await hub.ingest.rows<{ record: string }>(`select record from quarantine where id = '${first}'`);
    await asWriter(hub.services.database, (em) => passUnreadOn(em, [gone?.record ?? ''], 'q.record = any ($1::uuid[])'));
    expect((await standing()).map(({ about }) => about)).toEqual([second]);
  });
});

/** With something in it that the adapter has never heard of. */
function unheard(fields: Fields): ReturnType<typeof aMissing> {
  const sending = aMissing(fields);
  return { ...sending, bytes: Buffer.from(sending.bytes).toString().replace('</MissingPoliceCompact>', '<Unheard/></MissingPoliceCompact>') };
}

test('of what was sent of late it is told although the message says when', async () => {
  await hub.tell(unheard({ ...UNREAD, 'Header/SentAt': '2025-11-19T23:00:00Z' }));
  expect(await before()).not.toEqual([]);
});

test.each([
  ['of what was sent long ago', unheard({ ...UNREAD, 'Header/SentAt': '2025-11-12T02:00:00Z' })],
  ['of a report that is taken back', aCancel({ 'Header/SentAt': 'soon' })],
])('nobody is told %s and cannot be read', async (_what, sending) => {
  await hub.tell(sending);
  expect([await idOf(), await before()]).toEqual([expect.stringMatching(/.-./), []]);
});
