import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { RING_PLACING, ringPlacingInWords } from '../../src/domain/workflow/ring-placing-notice.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { toldOf } from './an-alert.ts';
import { raise } from './concerns.ts';
import { actor } from './some-people.ts';

const RULE = "Homeward's default, after Birmingham 2022, Conducting interviews remotely; West Sussex, Recording information";
const UNTOLD = `nobody of the authority whose child this is reads this hub: ring that authority now (${RULE})`;
const SERVICE_OF_NORTHMERE = ['ren', 'rose', 'sal', 'tess', 'mo', 'mae', 'sia', 'sol', 'nia', 'ede'];

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
  await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
  hub.now += MINUTE;
});
afterEach(() => hub.close());

const nobodyOfNorthmere = (): void => {
  for (const person of SERVICE_OF_NORTHMERE) {
    hub.leaves(person);
  }
};
const urgent = (as: string, changed: object = {}): Promise<Acted> =>
  recordIntelligence(hub.services, actor(as), { key: randomUUID(), child: hub.child, topic: 'ASSOCIATE', urgency: 'ACT_NOW', content: 'Invented words.', source: 'Invented.', at: '2025-11-20T07:00:00Z', ...changed }, hub.now);
const asked = async (who = 'hew'): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).filter(({ kind }) => kind === RING_PLACING).map(({ id }) => id);

describe('what cannot wait of a child whom an authority placed that reads another hub', () => {
  test('is a concern: whoever raises it and the coordinator of the host are told to ring that authority, until one says that they know', async () => {
    nobodyOfNorthmere();
    expect((await raise(hub, { as: 'gus' })).warnings).toContain(UNTOLD);
    const [notice, ...more] = await asked();
    expect([typeof notice, more]).toEqual(['string', []]);
    expect(await hub.ingest.rows('select text from briefing_notice where kind = $1', [RING_PLACING])).toEqual([{ text: ringPlacingInWords(RULE) }]);
    expect((await Promise.all(['hal', 'pim', 'vic', 'gus'].map((who) => asked(who)))).flat()).toEqual([]);
    await acknowledgeNotice(hub.services, actor('hew'), { id: String(notice) }, hub.now);
    expect(await asked()).toEqual([]);
  });

  test('is an item to act on now: the same, once for each item', async () => {
    nobodyOfNorthmere();
    const { id, revision, warnings } = await urgent('gus');
    expect(warnings).toEqual([UNTOLD]);
    expect(await asked()).toHaveLength(1);
    expect((await urgent('gus', { id, revision, content: 'Other invented words.' })).warnings).toEqual([UNTOLD]);
    expect(await asked()).toHaveLength(1);
  });

  test('is told to nobody by hand while somebody of that authority is here', async () => {
    expect((await raise(hub, { as: 'gus' })).warnings).toEqual([]);
    expect((await urgent('gus')).warnings).toEqual([]);
    expect(await asked()).toEqual([]);
  });

  test('of a restricted child is told to whoever says it, and to nobody in a post', async () => {
    nobodyOfNorthmere();
    expect((await raise(hub, { as: 'gus', concern: 'ALLEGATION', excluded: ['vic@southvale'] })).warnings).toContain(UNTOLD);
    expect(await hub.ingest.rows('select kind from briefing_notice where kind = $1', [RING_PLACING])).toEqual([]);
  });
});
