import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { reportMissing } from '../../src/actions/report-missing.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction } from '../../src/actions/set-action.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { moveByDirectory } from '../../src/ingest/follow-directory.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aCancel, aFound, aMissing, type Fields } from '../journeys/documents.ts';

const DAY = 24 * 60;
const [NORTHMERE, SOUTHVALE] = ['E99000001', 'E99000002'];
/** Wrenna is missing again since half past seven, of Northmere, placed in Southvale. */
const AGAIN: Fields = { 'Care/HostAuthority': SOUTHVALE, 'Care/PlacementURN': 'SC900001', 'Report/MisperId': 'MP-2', 'Report/MissingSince': '2025-11-20T07:30:00Z', 'Report/CurrentRiskLevel': 'Low' };
const BACK: Fields = { 'Report/MisperId': 'MP-2', 'Found/WhenTraced': '2025-11-20T08:05:00Z', 'Found/WhenReturned': '2025-11-20T08:10:00Z' };
/** Another record of the police's of the same days, of a child who may be anybody until they say her number. */
const ROBYN: Fields = { 'Report/MisperId': 'MP-7', 'Report/MissingSince': '2025-11-20T07:30:00Z', 'Person/PersonId': 'P-7', 'Person/GivenName': 'Wrena', 'Person/NHSNumber': null };
const NUMBER: Fields = { 'Person/NHSNumber': '9434765919' };

let hub: DecidingHub;
let directory: Directory;
beforeEach(async () => {
  directory = aDirectoryOfPeople();
  hub = await aHubOfOneClock(() => directory);
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
const now = (): Fields => ({ 'Header/MessageId': `M-${String(hub.now)}`, 'Header/SentAt': new Date(hub.now - MINUTE).toISOString() });
const missing = (changed: Fields = {}): Promise<void> => hub.tell(aMissing({ ...AGAIN, ...now(), ...changed }));
const found = (changed: Fields = {}): Promise<void> => hub.tell(aFound({ ...BACK, ...now(), ...changed }));
const told = async (...people: readonly string[]): Promise<unknown[][]> => Promise.all(people.map(async (who) => (await toldOf(hub, who, hub.now)).map(({ kind }) => kind)));
const know = async (...people: readonly string[]): Promise<void> => {
  for (const who of people) {
    for (const { id } of await toldOf(hub, who, hub.now)) {
      await acknowledgeNotice(hub.services, actor(who), { id: String(id) }, hub.now);
    }
  }
};
const EVERYBODY = ['sal', 'hew', 'sia', 'hal'];
/** The kinds of news that wait, of whatever episode. */
const waits = async (): Promise<string[]> => (await hub.ingest.rows<{ kind: string }>(`select distinct kind from briefing_notice where kind like 'CHILD%' and alert is not null and acknowledged_at is null order by 1`)).map(({ kind }) => kind);
const anotherVersion = (...gone: readonly string[]): Promise<void> => {
  directory = { ...directory, version: directory.version + 1, people: new Map([...directory.people].map(([id, person]) => [id, { ...person, suspended: gone.includes(id) }])) };
  return moveByDirectory(hub.ingest.services);
};

describe('an agency of which somebody has said that they know', () => {
  beforeEach(async () => {
    await missing();
    await know('sal');
  });

  test('is not asked again where the directory is another, and the other one is as it was', async () => {
    const before = await hub.ingest.rows('select id from briefing_notice where alert is not null and acknowledged_at is null order by id');
    after(5);
    await anotherVersion();
    expect(await hub.ingest.rows('select id from briefing_notice where alert is not null and acknowledged_at is null order by id')).toEqual(before);
    await anotherVersion('hew');
    expect([await told('sal'), await waits()]).toEqual([[[]], ['CHILD_MISSING']]);
  });

  test('is not asked again where the child is restricted and opened since', async () => {
    const say = (revision: number, restricted: boolean) => restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision, restricted, reason: 'Invented.', ...(restricted && { admitted: ['mae', 'mo'] }) }, hub.now);
    after(5);
    await say(0, true);
    expect(await told('mae', 'mo', 'hew')).toEqual([[], [], []]);
    await say(1, false);
    expect(await told('sal', 'mo', 'hew')).toEqual([[], [], ['CHILD_MISSING']]);
  });

  test('is asked again where it has become graver', async () => {
    after(5);
    await missing({ 'Report/CurrentRiskLevel': 'High' });
    expect((await told('sal'))[0]).toEqual(['CHILD_MISSING']);
  });
});

describe('that a child is back leaves nobody asked that they are missing', () => {
  test('where the police name another authority with it', async () => {
    await missing({ 'Care/PlacingAuthority': SOUTHVALE, 'Care/HostAuthority': null, 'Care/PlacementURN': null });
    after(15);
    await found({ 'Care/PlacingAuthority': NORTHMERE });
    expect([await waits(), await told('sal')]).toEqual([['CHILD_RETURNED'], [['CHILD_RETURNED']]]);
  });

  test.each([['first', 0], ['last', 1]])('where another record of the same absence, joined with it later, knew it %s', async (_, turn) => {
    const itself = async (): Promise<void> => {
      await reportMissing(hub.services, actor('hal'), { key: randomUUID(), child: hub.child, kind: 'MISSING', missingSince: '2025-11-20T07:30:00Z' }, hub.now);
      const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode where is_open and child_id = $1', [hub.child]);
      after(15);
      await reportReturned(hub.services, actor('hal'), { key: randomUUID(), episode: episode?.id ?? '', at: '2025-11-20T08:10:00Z' }, hub.now);
    };
    const steps = [itself, () => missing({ ...ROBYN, 'Care/PlacingAuthority': SOUTHVALE, 'Care/HostAuthority': null, 'Care/PlacementURN': null })];
    await hub.tell(aMissing({ ...NUMBER, 'Header/MessageId': 'M-6', 'Header/SentAt': '2025-11-19T22:31:00Z' }));
    for (const step of turn === 0 ? steps : steps.toReversed()) {
      await step();
    }
    expect(await waits()).toEqual(['CHILD_MISSING', 'CHILD_RETURNED']);
    after(20);
    await missing({ ...ROBYN, ...NUMBER, 'Care/PlacingAuthority': NORTHMERE });
    expect([await hub.ingest.rows(`select status from episode where missing_from_at > '2025-11-20'`), await waits()]).toEqual([[{ status: 'RETURNED' }], ['CHILD_RETURNED']]);
  });

  test('where it is heard long after, and they are told of it', async () => {
    await missing();
    after(6 * DAY);
    await found();
    expect([await waits(), await told('sal')]).toEqual([['CHILD_RETURNED'], [['CHILD_RETURNED']]]);
  });
});

describe('an absence that was history when the hub first heard of it', () => {
  const old = (days: number): Fields => ({ 'Header/MessageId': `M-old-${String(days)}`, 'Header/SentAt': new Date(hub.now - days * DAY * MINUTE).toISOString() });
  const took = async (): Promise<void> => {
    after(30 * DAY);
    await hub.tell(aMissing({ ...AGAIN, ...old(29) }));
    expect(await told(...EVERYBODY)).toEqual(EVERYBODY.map(() => []));
  };

  test('is told where somebody says now that the risk is higher, and once', async () => {
    await took();
    await missing({ 'Report/CurrentRiskLevel': 'High' });
    expect(await told('sal', 'hew')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING']]);
    await know(...EVERYBODY);
    after(30 * DAY + 1);
    await missing({ 'Report/CurrentRiskLevel': 'High', 'Report/Circumstances': 'Said again.' });
    expect(await told('sal', 'hew')).toEqual([[], []]);
  });

  test('is not told by what else an archive says of it', async () => {
    await took();
    await hub.tell(aMissing({ ...AGAIN, ...old(28), 'Report/CurrentRiskLevel': 'High' }));
    await hub.tell(aFound({ ...BACK, ...old(27) }));
    expect(await told(...EVERYBODY)).toEqual(EVERYBODY.map(() => []));
  });

  test('and was over is told where it turns out not to be', async () => {
    await took();
    const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode where is_open');
    const { id } = await reportReturned(hub.services, actor('nia'), { key: randomUUID(), episode: episode?.id ?? '', at: '2025-11-20T09:00:00Z' }, hub.now);
    expect(await waits()).toEqual([]);
    after(31 * DAY);
    await reportReturned(hub.services, actor('nia'), { key: randomUUID(), id, revision: 1, withdraw: true }, hub.now);
    expect(await told('sal', 'hew')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING']]);
  });
});

describe('an absence that was told once', () => {
  test('is told again where it turns out long after not to be over', async () => {
    await missing();
    after(15);
    await found();
    await know(...EVERYBODY, 'nia');
    after(9 * DAY);
    await hub.tell(aCancel({ ...now(), 'Report/MisperId': 'MP-2' }));
    after(9 * DAY + 10);
    await missing();
    expect(await told('sal', 'hew')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING']]);
  });
});

describe('what somebody is to do about a child', () => {
  const act = (owner: string) => setAction(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, what: 'Ring the school.', owner, due: new Date(hub.now + DAY * MINUTE).toISOString() }, hub.now);

  test('and who has left is told to whoever set it, once', async () => {
    await act('ren@northmere');
    await anotherVersion('ren');
    await anotherVersion('ren');
    expect(await told('sal')).toEqual([['ACTION_LOST']]);
  });

  test('and who has left is told to the coordinator where whoever set it has left too', async () => {
    await act('ren@northmere');
    await anotherVersion('ren', 'sal');
    expect(await told('nia', 'mo')).toEqual([['ACTION_LOST'], []]);
  });

  test('and never read it in the hub is no news', async () => {
    const { warnings } = await act('dot@northmere');
    expect(warnings).toEqual([expect.stringContaining('does not read it')]);
    await anotherVersion();
    expect(await told('sal')).toEqual([[]]);
  });
});
