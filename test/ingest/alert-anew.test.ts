import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { reportMissing } from '../../src/actions/report-missing.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { raise, readConcern } from '../actions/concerns.ts';
import { actor } from '../actions/some-people.ts';
import { aCancel, aFound, aMissing, type Fields } from '../journeys/documents.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aHubOfOneClock();
});
afterEach(() => hub.close());

/** She is missing again since half past seven, of Northmere, placed in Southvale. */
const AGAIN: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Report/MisperId': 'MP-2', 'Report/MissingSince': '2025-11-20T07:30:00Z' };
const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
/** The police say it now, in a message of its own. */
const says = (changed: Fields): Promise<void> => hub.tell(aMissing({ ...AGAIN, ...now(), ...changed }));
const now = (): Fields => ({ 'Header/MessageId': `M-${String(hub.now)}`, 'Header/SentAt': new Date(hub.now - MINUTE).toISOString() });
const told = async (...people: readonly string[]): Promise<unknown[][]> => Promise.all(people.map(async (who) => (await toldOf(hub, who, hub.now)).map(({ kind }) => kind)));
const know = async (...people: readonly string[]): Promise<void> => {
  for (const who of people) {
    for (const { id } of await toldOf(hub, who, hub.now)) {
      await acknowledgeNotice(hub.services, actor(who), { id: String(id) }, hub.now);
    }
  }
};

describe('that a child is missing, taken back by mistake and said again', () => {
  test('is told again, under the same number too, and once', async () => {
    await says({});
    expect(await told('sal', 'hew')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING']]);
    after(10);
    await hub.tell(aCancel({ ...now(), 'Report/MisperId': 'MP-2' }));
    expect(await told('sal', 'hew')).toEqual([[], []]);
    after(20);
    await says({});
    expect(await told('sal', 'hew', 'sia', 'hal')).toEqual(Array.from({ length: 4 }, () => ['CHILD_MISSING']));
    await know('sal');
    after(30);
    await says({ 'Report/Circumstances': 'Said again.' });
    expect(await told('sal')).toEqual([[]]);
  });
});

describe('that a child is missing, told and known', () => {
  const EVERYBODY = ['sal', 'hew', 'sia', 'hal'];

  test('is told again once nobody knows any more where they are', async () => {
    await reportMissing(hub.services, actor('hal'), { key: randomUUID(), child: hub.child, kind: 'AWAY', missingSince: '2025-11-20T07:30:00Z' }, hub.now);
    await know(...EVERYBODY);
    after(120);
    await says({});
    expect(await hub.ingest.rows('select status from episode where is_open')).toEqual([{ status: 'MISSING' }]);
    expect(await told('sal', 'hew', 'sia')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING'], ['CHILD_MISSING']]);
  });

  test.each([['Low', 'Medium'], ['Low', 'High'], ['Medium', 'High']])('at risk %s is told again once it is %s, and once', async (low, high) => {
    await says({ 'Report/CurrentRiskLevel': low });
    await know(...EVERYBODY);
    after(120);
    await says({ 'Report/CurrentRiskLevel': high });
    expect(await told(...EVERYBODY)).toEqual(EVERYBODY.map(() => ['CHILD_MISSING']));
    await know(...EVERYBODY);
    after(130);
    await says({ 'Report/CurrentRiskLevel': high, 'Report/Circumstances': 'Said again.' });
    expect(await told(...EVERYBODY)).toEqual(EVERYBODY.map(() => []));
  });

  test('at a risk that falls is not told again until it rises, however long they are missing', async () => {
    await says({ 'Report/CurrentRiskLevel': 'High' });
    await know(...EVERYBODY);
    after(10);
    await says({ 'Report/CurrentRiskLevel': 'Medium' });
    expect(await told(...EVERYBODY)).toEqual(EVERYBODY.map(() => []));
    after(9 * 24 * 60);
    await says({ 'Report/CurrentRiskLevel': 'High' });
    expect(await told(...EVERYBODY)).toEqual(EVERYBODY.map(() => ['CHILD_MISSING']));
  });

  test('of which nobody has said that they know goes on as fast as the risk that has risen asks, and the time that passed counts', async () => {
    await says({ 'Report/CurrentRiskLevel': 'Low' });
    after(20);
    expect(await told('sal', 'mo')).toEqual([['CHILD_MISSING'], []]);
    await says({ 'Report/CurrentRiskLevel': 'High' });
    expect(await told('sal', 'ede', 'mo', 'nia')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING'], ['CHILD_MISSING'], []]);
    after(31);
    expect(await told('nia')).toEqual([['CHILD_MISSING']]);
  });
});

describe('where another authority answers for the child than was said first', () => {
  const JUNO: Fields = { 'Care/HostAuthority': null, 'Care/PlacementURN': null, 'Report/MisperId': 'MP-9', 'Person/PersonId': 'P-9', 'Person/GivenName': 'Juno', 'Person/NHSNumber': null, 'Person/DateOfBirth': '2012-02-03', 'Report/CurrentRiskLevel': 'High' };
  const saysOf = (authority: string | null, changed: Fields = {}): Promise<void> => says({ ...JUNO, 'Care/PlacingAuthority': authority, ...changed });
  const [NORTHMERE, SOUTHVALE] = ['E99000001', 'E99000002'];

  test('the right one is told, who would have been told by now at once, and the wrong one is asked no more', async () => {
    await saysOf(SOUTHVALE);
    expect(await told('sal', 'hew')).toEqual([[], ['CHILD_MISSING']]);
    after(20);
    await saysOf(NORTHMERE);
    expect(await told('sal', 'ede', 'mo', 'nia', 'hew')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING'], ['CHILD_MISSING'], [], []]);
    after(31);
    expect(await told('nia', 'hew')).toEqual([['CHILD_MISSING'], []]);
  });

  test('the right one is told though somebody at the wrong one said that they know, and told once', async () => {
    await saysOf(SOUTHVALE);
    await know('hew');
    after(20);
    await saysOf(NORTHMERE);
    expect(await told('sal', 'mo')).toEqual([['CHILD_MISSING'], []]);
    await know('sal');
    after(30);
    await saysOf(NORTHMERE, { 'Report/Circumstances': 'Said again.' });
    expect(await told('sal', 'mo', 'hew')).toEqual([[], [], []]);
  });

  test('the first is asked again where it was the right one after all', async () => {
    await saysOf(NORTHMERE);
    after(5);
    await saysOf(SOUTHVALE);
    after(10);
    await saysOf(NORTHMERE);
    expect(await told('sal', 'hew')).toEqual([['CHILD_MISSING'], []]);
  });

  test('whoever it may be is asked no more once one is known, and whoever knows already is not asked again', async () => {
    await saysOf(null);
    expect(await told('sal', 'hew')).toEqual([['CHILD_MISSING'], ['CHILD_MISSING']]);
    await know('sal');
    after(10);
    await saysOf(NORTHMERE);
    expect(await told('sal', 'hew')).toEqual([[], []]);
  });

  test('a host that is known later is told too', async () => {
    await saysOf(NORTHMERE);
    await know('sal');
    after(10);
    await saysOf(NORTHMERE, { 'Care/HostAuthority': SOUTHVALE, 'Care/PlacementURN': 'SC900001' });
    expect(await told('sal', 'hew')).toEqual([[], ['CHILD_MISSING']]);
  });

  test('the coordinator of the right one hears that the clocks of a return run', async () => {
    await saysOf(SOUTHVALE);
    after(20);
    await hub.tell(aFound({ ...AGAIN, ...JUNO, ...now(), 'Care/PlacingAuthority': SOUTHVALE, 'Found/WhenTraced': '2025-11-20T08:05:00Z', 'Found/WhenReturned': '2025-11-20T08:10:00Z' }));
    expect(await told('nia', 'hew')).toEqual([[], ['CHILD_RETURNED']]);
    after(30);
    await saysOf(NORTHMERE);
    expect(await told('sal', 'nia', 'hew')).toEqual([['CHILD_RETURNED'], ['RETURNED'], []]);
  });

  test('a concern that nobody has answered comes before the right one, and the wrong one reads it no more', async () => {
    await saysOf(SOUTHVALE);
    const [child] = await hub.ingest.rows<{ id: string }>(`select id from child where given_name = 'Juno'`);
    await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: child?.id ?? '', revision: 0, worker: 'gus' }, hub.now);
    const { id } = await raise(hub, { as: 'gus', child: child?.id ?? '' });
    expect([(await told('hew'))[0], await readConcern(hub, 'hew', id)]).toEqual([expect.arrayContaining(['CONCERN']), expect.objectContaining({ id })]);
    after(5);
    await saysOf(NORTHMERE);
    expect([(await told('sal'))[0], await readConcern(hub, 'sal', id)]).toEqual([expect.arrayContaining(['CONCERN']), expect.objectContaining({ id })]);
    expect([(await told('hew'))[0], await readConcern(hub, 'hew', id)]).toEqual([[], null]);
  });
});
