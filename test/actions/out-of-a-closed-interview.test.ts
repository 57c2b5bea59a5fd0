import { randomUUID } from 'node:crypto';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction } from '../../src/actions/set-action.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { fields } from '../gate/a-gate.ts';
import { aHubOfOneClock, anInterview, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { raise, readConcern, toldNow } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aHubOfOneClock();
});
afterEach(() => hub.close());

const ITEM = { at: '2025-11-20T07:00:00Z', topic: 'VEHICLE', urgency: 'ROUTINE', content: 'An invented car.', source: 'An invented neighbour.' } as const;
const close = (interview: string) => restrict(hub.services, actor('mo'), { key: randomUUID(), interview, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo', 'mae'] }, hub.now);
const set = (comesFrom: string | null, owner = 'ren@northmere') =>
  setAction(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, what: 'Ring the school.', owner, due: '2025-11-20T17:00:00Z', comesFrom, ownerReads: true }, hub.now);
const action = (who: string, id: string): Promise<Row | null> =>
  hub.gate.row(actor(who).viewer, { root: { name: 'caseAction', id }, wanted: { CaseAction: fields('id', 'comesFrom') }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });

describe('out of an interview that is closed', () => {
  test('a concern and what is done about it are closed too, to whoever raised or answers as to everybody', async () => {
    const interview = await anInterview(hub);
    const { id } = await raise(hub, { interview: interview.id });
    const item = await recordIntelligence(hub.services, actor('sal'), { ...ITEM, key: randomUUID(), child: hub.child, concern: id }, hub.now);
    const [ofConcern, ofInterview, ofNothing] = [await set(id), await set(interview.id), await set(null)];
    await close(interview.id);
    for (const who of ['sal', 'ren', 'sia', 'nia', 'pim', 'ede']) {
      hub.now += 60 * MINUTE;
      expect([who, await readConcern(hub, who, id)]).toEqual([who, null]);
      expect([who, await action(who, ofConcern.id), await action(who, ofInterview.id)]).toEqual([who, null, null]);
    }
    expect(await hub.ingest.rows('select restricted from intelligence where id = $1', [item.id])).toEqual([{ restricted: 'YES' }]);
    expect([await readConcern(hub, 'mo', id) === null, await action('mae', ofConcern.id)]).toEqual([false, { id: ofConcern.id, comesFrom: id }]);
    expect(await action('ren', ofNothing.id)).toEqual({ id: ofNothing.id, comesFrom: null });
  });

  test('a concern comes to those alone who see the interview', async () => {
    const interview = await anInterview(hub);
    await close(interview.id);
    await expect(raise(hub, { as: 'sal', interview: interview.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: interview.id, revision: 1, restricted: true, reason: 'Invented.', admitted: ['mo', 'mae', 'sal'] }, hub.now);
    const { id } = await raise(hub, { as: 'sal', interview: interview.id });
    hub.now += 600 * MINUTE;
    const addressed = (await readConcern(hub, 'mo', id))?.['addressed'];
    expect(addressed).toEqual(['mae@northmere', 'mo@northmere', 'sal@northmere']);
    for (const who of ['sia', 'nia', 'ede', 'tess']) {
      expect([who, await toldNow(hub, who)]).toEqual([who, []]);
    }
  });

  test('nobody but who reads concerns is told of what an action comes', async () => {
    const { id } = await raise(hub);
    const mine = await set(id, 'pim@mereshire-police');
    for (const who of ['pim', 'bea', 'hew']) {
      expect([who, await action(who, mine.id)]).toEqual([who, { id: mine.id, comesFrom: null }]);
    }
    expect(await action('sia', mine.id)).toEqual({ id: mine.id, comesFrom: id });
    const home = await set(id, 'larkfield');
    expect(await action('hal', home.id)).toEqual({ id: home.id, comesFrom: null });
  });
});
