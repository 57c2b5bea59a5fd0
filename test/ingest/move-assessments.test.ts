import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { recordPlacement } from '../../src/actions/record-placement.ts';
import { requestRiskAssessment } from '../../src/actions/request-risk-assessment.ts';
import { restrict, type Restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { moveByDirectory } from '../../src/ingest/follow-directory.ts';
import { asWriter } from '../../src/store/database.ts';
import { raiseAlert } from '../../src/store/write/alert-store.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aCancel, aMissing, type Fields } from '../journeys/documents.ts';

const PLACED: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const AGAIN: Fields = { ...PLACED, 'Report/MisperId': 'MP-2', 'Report/MissingSince': '2025-11-20T07:00:00Z' };
const HOURS = 60;

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
const missing = (id: string, sent: string): Promise<void> => hub.tell(aMissing({ ...AGAIN, 'Header/MessageId': id, 'Header/SentAt': `2025-11-20T${sent}:00Z` }));
const episode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from episode where status = 'MISSING'`))[0]?.id ?? '';
const ask = async (): Promise<Acted> => requestRiskAssessment(hub.services, actor('hew'), { key: randomUUID(), episode: await episode() }, hub.now);
const set = (admitted: readonly string[], changed: Partial<Restrict> = {}, as = 'mae') => restrict(hub.services, actor(as), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted, ...changed }, hub.now);
const outcomes = async (): Promise<(string | null)[]> => (await hub.ingest.rows<{ outcome: string | null }>('select outcome from assessment_request order by asked_at')).map(({ outcome }) => outcome);
const open = (column: 'to' | 'watchers') =>
  hub.ingest.rows<{ said: string; from: string }>(
    `select array_to_string("${column}", ' ') as said, to_char(visible_from at time zone 'UTC', 'DD HH24:MI') as "from"
     from briefing_notice where kind = 'RISK_ASSESSMENT_ASKED' and acknowledged_at is null order by visible_from, step`,
  );
const before = async (column: 'to' | 'watchers' = 'to'): Promise<string[]> => [...new Set((await open(column)).map(({ said }) => said))];
const told = async (who: string): Promise<number> => (await toldOf(hub, who, hub.now)).filter(({ kind }) => kind === 'RISK_ASSESSMENT_ASKED').length;

describe('a risk assessment that is asked for and waits, of a restricted child', () => {
  let revision = 0;
  beforeEach(async () => {
    await missing('M-20', '07:30');
    await ask();
    ({ revision } = await set(['mae'], {}, 'mo'));
  });

  test('comes before those whom a later restriction lets in, and no longer before whom it shuts out', async () => {
    expect([await before(), await told('mae')]).toEqual([['mae@northmere'], 1]);
    after(5);
    await set(['mo', 'sal'], { revision });
    expect([await told('mae'), await told('sal'), (await before()).sort()]).toEqual([0, 1, ['mo@northmere', 'sal@northmere']]);
    const moved = await open('to');
    expect(moved[0]?.from).toBe('20 08:05');
    after(25 * HOURS);
    await missing('M-21', '07:40');
    expect(await open('to')).toEqual(moved);
  });

  test('comes before others once the one it is before has left', async () => {
    await set(['mae', 'mo'], { revision });
    directory = { ...directory, version: directory.version + 1, people: new Map([...directory.people].map(([id, person]) => [id, { ...person, suspended: id === 'mae' }])) };
    await moveByDirectory(hub.ingest.services);
    expect([await before(), await told('mo')]).toEqual([['mo@northmere'], 1]);
  });

  test('comes before the post again, with its host to see that it waits, once the restriction is lifted', async () => {
    await set([], { revision, restricted: false });
    expect([(await before())[0], (await before('watchers'))[0]]).toEqual(['HUB_COORDINATOR:northmere', 'HUB_COORDINATOR:northmere HUB_COORDINATOR:southvale']);
  });
});

describe('a risk assessment that is asked for of a child with a host', () => {
  beforeEach(() => missing('M-20', '07:30'));
  const cancel = (): Promise<void> => hub.tell(aCancel({ 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-22', 'Header/SentAt': '2025-11-20T08:05:00Z' }));

  test('is asked for anew where it was not needed, as the report was cancelled, and the child is missing after all', async () => {
    await ask();
    after(10);
    await cancel();
    after(20);
    await missing('M-23', '08:15');
    expect(await outcomes()).toEqual(['NOT_NEEDED']);
    const { warnings } = await ask();
    expect([warnings.filter((said) => said.startsWith('It was asked')), await outcomes(), await told('nia')]).toEqual([[], ['NOT_NEEDED', null], 1]);
  });

  test('is asked for anew by the agreement too', async () => {
    directory = { ...directory, assessments: [{ of: 'northmere', from: null, automatic: true, within: null }] };
    await missing('M-21', '07:40');
    after(10);
    await cancel();
    expect(await outcomes()).toEqual(['NOT_NEEDED']);
    after(20);
    await missing('M-23', '08:15');
    await missing('M-24', '08:16');
    expect([await outcomes(), await told('nia')]).toEqual([['NOT_NEEDED', null], 1]);
  });

  test('is no longer in the view of a host with whom the child does not live any more', async () => {
    await ask();
    expect(await before('watchers')).toEqual(['HUB_COORDINATOR:northmere HUB_COORDINATOR:southvale']);
    after(10);
    await recordPlacement(hub.services, actor('bea'), { key: randomUUID(), child: hub.child, from: '2025-11-19' }, hub.now);
    expect(await before('watchers')).toEqual(['HUB_COORDINATOR:northmere']);
  });

  test('is not asked a second time where something else that waited of it ends', async () => {
    await ask();
    const [request] = await hub.ingest.rows<{ id: string }>('select id from assessment_request');
    const asked = await open('to');
    const chain = [{ to: 'SENIOR_WORKER:westhaven', from: hub.now, until: hub.now + MINUTE, people: ['wim@westhaven'] }];
    await asWriter(hub.services.database, (em) => raiseAlert(em, { kind: 'RISK_ASSESSMENT_ASKED', child: hub.child, about: request?.id ?? '', text: 'Invented.', chain, raisedAt: hub.now }));
    after(5);
    await missing('M-21', '07:40');
    expect(await open('to')).toEqual(asked);
  });
});
