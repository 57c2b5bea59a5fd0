import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { asWriter } from '../../src/store/database.ts';
import { aHubOfOneClock, anInterview, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor } from '../actions/some-people.ts';

const DAY = 86_400_000;

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aHubOfOneClock();
  await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
});
afterEach(() => hub.close());

const told = async (...who: readonly string[]): Promise<unknown[]> =>
  Promise.all(who.map(async (one) => (await toldOf(hub, one, hub.now)).filter(({ kind }) => kind === 'INTERVIEW_RECEIVED').map(({ about }) => about)));
const again = () => asWriter(hub.services.database, (em) => refreshPicture(em, hub.ingest.services, [hub.child]), { serial: true });

test('an interview that another agency held is told to the named social worker, once, and to nobody else', async () => {
  const { id } = await anInterview(hub, {}, 'gus');
  await again();
  expect(await told('sia', 'nia', 'sol', 'vic', 'hew', 'gus', 'ren', 'hal')).toEqual([[id], [], [], [], [], [], [], []]);
  const [notice] = await toldOf(hub, 'sia', hub.now);
  await acknowledgeNotice(hub.services, actor('sia'), { id: String(notice?.['id']) }, hub.now);
  await again();
  expect(await told('sia')).toEqual([[]]);
});

test('it is told to the coordinator where no social worker is named', async () => {
  await recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 1, relationship: 'SOCIAL_WORKER', holder: 'sia', from: '2025-01-01', until: '2025-01-02' }, hub.now);
  const { id } = await anInterview(hub, {}, 'gus');
  expect(await told('sia', 'nia', 'hew')).toEqual([[], [id], []]);
});

test.each([
  ['that the authority held itself', {}, 'ren'],
  ['that was not held', { state: 'REFUSED' as const, answers: {}, locating: {} }, 'gus'],
  ['that was held long before it came', { at: new Date(Date.parse('2025-11-20T07:00:00Z') - 32 * DAY).toISOString() }, 'gus'],
])('an interview %s is told to nobody', async (_which, changed, who) => {
  await anInterview(hub, changed, who);
  expect(await told('sia', 'nia')).toEqual([[], []]);
});

test('of one that was not held after all nobody is told any more', async () => {
  const { id } = await anInterview(hub, {}, 'gus');
  await anInterview(hub, { id, revision: 1, state: 'REFUSED', answers: {}, locating: {} }, 'gus');
  expect(await told('sia', 'nia')).toEqual([[], []]);
});

test('of a restricted child it is told to nobody by their post, and to the social worker where they are let in', async () => {
  const restricting = (revision: number, ...admitted: readonly string[]) =>
    restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision, restricted: true, reason: 'Invented.', allegation: false, admitted }, hub.now);
  await restricting(0, 'mo@northmere', 'gus@southvale');
  const { id } = await anInterview(hub, {}, 'gus');
  const notices = () => hub.ingest.rows(`select "to", about from briefing_notice where kind = 'INTERVIEW_RECEIVED'`);
  expect(await notices()).toEqual([]);
  await restricting(1, 'mo@northmere', 'gus@southvale', 'sia@northmere');
  expect([await notices(), await told('sia')]).toEqual([[{ to: ['sia@northmere'], about: id }], [[id]]]);
});
