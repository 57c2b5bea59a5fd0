import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor } from '../actions/some-people.ts';
import { aCancel, aMissing, type Fields } from '../journeys/documents.ts';

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
