import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { escalateDue } from '../../src/actions/escalate-due.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { fields } from '../gate/a-gate.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor } from '../actions/some-people.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';

/** Deep in the night, days after she came back: she is missing again, of Northmere, placed in Southvale. */
const AT_TWO = Date.parse('2025-11-25T02:00:00Z');
const AGAIN: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-25T01:58:00Z', 'Report/MissingSince': '2025-11-25T01:00:00Z', 'Report/CurrentRiskLevel': 'High', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const TRACED: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-11', 'Header/SentAt': '2025-11-25T03:00:00Z', 'Found/WhenTraced': '2025-11-25T02:30:00Z', 'Found/WhenReturned': null, 'Found/ReturnedTo': null };
const BACK: Fields = { ...TRACED, 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-25T04:00:00Z', 'Found/WhenReturned': '2025-11-25T03:45:00Z', 'Found/ReturnedTo': 'Imaginary Row' };

let hub: DecidingHub;
let now = AT_TWO;
beforeEach(async () => {
  now = Date.parse('2026-06-01T00:00:00Z');
  hub = await aDecidingHub(undefined, () => now);
  hub.now = now = AT_TWO;
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = now = AT_TWO + minutes * MINUTE;
};
const told = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).map(({ kind, step }) => [kind, step]);
/** She is missing again, and the episode of it. */
const episodeOf = async (again: Fields): Promise<string> => {
  await hub.tell(aMissing(again));
  const [row] = await hub.ingest.rows<{ id: string }>('select id from episode where is_open');
  return row?.id ?? '';
};
/** What waits for an answer, as somebody has it in view. */
const view = async (who: string): Promise<unknown[]> => {
  const wanted = { BriefingNotice: fields('kind', 'waitsFor', 'since', 'next') };
  const rows = await hub.gate.rows(actor(who).viewer, { root: { name: 'alerts' }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
  return rows.map(({ kind, waitsFor, next }) => [kind, waitsFor, next]);
};
const open = () => hub.ingest.rows<{ kind: string; to: string }>(`select kind, array_to_string("to", ' ') as to from briefing_notice where alert is not null and acknowledged_at is null order by "to"`);
const MISSING_AT = (agency: string) => ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER'].map((role) => ({ kind: 'CHILD_MISSING', to: `${role}:${agency}` }));

describe('that a child is missing', () => {
  test('by a police file comes before the duty of the authority and of its host, and is told to who works with her and to her home', async () => {
    await hub.tell(aMissing(AGAIN));
    expect(await told('sal')).toEqual([['CHILD_MISSING', 1]]);
    expect([await told('sia'), await told('hal')]).toEqual([[['CHILD_MISSING', null]], [['CHILD_MISSING', null]]]);
    expect([await told('ash'), await told('pim'), await told('vic'), await told('mo')]).toEqual([[], [], [], []]);
    expect((await open()).filter(({ to }) => to.endsWith('northmere'))).toEqual(MISSING_AT('northmere'));
    expect((await open()).filter(({ to }) => to.endsWith('southvale'))).not.toEqual([]);
  });

  test('goes on to the next while nobody answers, though the hub slept, and the coordinator sees who has not', async () => {
    await hub.tell(aMissing(AGAIN));
    expect((await view('nia')).sort()).toEqual([['CHILD_MISSING', 'senior worker', 'team manager']]);
    after(16);
    expect(await told('mo')).toEqual([['CHILD_MISSING', 2]]);
    expect((await view('nia')).sort()).toEqual([['CHILD_MISSING', 'senior worker', 'team manager'], ['CHILD_MISSING', 'team manager', 'hub coordinator']]);
    const said: unknown[] = [];
    await escalateDue({ database: hub.services.database, clock: () => hub.now, log: { warn: (event) => void said.push(event), error: () => undefined } });
    expect(said).toContain('alert-escalated');
    expect(await view('hal')).toEqual([]);
  });

  test('is answered by one named person for the whole chain, and nobody is told again', async () => {
    await hub.tell(aMissing(AGAIN));
    const [notice] = await toldOf(hub, 'sal', hub.now);
    await acknowledgeNotice(hub.services, actor('sal'), { id: String(notice?.['id']) }, hub.now);
    expect((await open()).filter(({ to }) => to.endsWith('northmere'))).toEqual([]);
    expect(await hub.ingest.rows(`select distinct acknowledged_by as by from briefing_notice where acknowledged_by is not null`)).toEqual([{ by: 'sal@northmere' }]);
    after(600);
    expect([await told('mo'), await told('ede'), await told('nia'), await view('nia')]).toEqual([[], [], [], []]);
  });

  test('is told once, however often and by whichever document it comes', async () => {
    await hub.tell(aMissing(AGAIN), aMissing(AGAIN), aMissing({ ...AGAIN, 'Header/MessageId': 'M-20', 'Header/SentAt': '2025-11-25T02:05:00Z', 'Report/Circumstances': 'Said again.' }));
    expect(await told('sal')).toEqual([['CHILD_MISSING', 1]]);
    expect(await hub.ingest.rows(`select event from alerted a join episode e on e.record_ids @> array[a.record] where e.is_open and event like 'CHILD%' and not event like '% %'`)).toEqual([{ event: 'CHILD_MISSING' }]);
  });

  test('of which the hub learns long after is history that is taken in, and told to nobody', async () => {
    now = AT_TWO + 8 * 24 * 60 * MINUTE;
    await hub.tell(aMissing(AGAIN));
    expect(await open()).toEqual([]);
  });

  test('at a risk nobody has said is answered as at HIGH, and at a lower one later', async () => {
    await hub.tell(aMissing({ ...AGAIN, 'Report/CurrentRiskLevel': 'Low' }));
    after(59);
    expect(await told('mo')).toEqual([]);
    after(60);
    expect(await told('mo')).toEqual([['CHILD_MISSING', 2]]);
  });
});

describe('that she is located, and back', () => {
  test('takes the place of what waited, each once', async () => {
    await hub.tell(aMissing(AGAIN));
    after(70);
    await hub.tell(aFound(TRACED));
    expect(await told('sal')).toEqual([['CHILD_LOCATED', 1]]);
    after(130);
    await hub.tell(aFound(BACK), aFound(BACK));
    expect([await told('sal'), await told('sia'), await told('hal')]).toEqual([[['CHILD_RETURNED', 1]], [['CHILD_RETURNED', null]], [['CHILD_RETURNED', null]]]);
    expect(await told('mo')).toEqual([]);
  });

  test('by a police file is told to the coordinators of the authority and of the host at once, and once, though their step of the duty comes late', async () => {
    await hub.tell(aMissing(AGAIN), aFound(TRACED));
    // At Southvale nobody holds a role before the coordinator's.
    expect([await told('nia'), await told('hew')]).toEqual([[], [['CHILD_LOCATED', 1]]]);
    after(130);
    await hub.tell(aFound(BACK), aFound(BACK));
    expect([await told('nia'), await told('hew')]).toEqual([[['RETURNED', null]], [['CHILD_RETURNED', 1]]]);
  });

  test('taken back, nobody is asked about it any more, that she is missing is told again, and so is the true return', async () => {
    const from = await reportReturned(hub.services, actor('hal'), { key: randomUUID(), episode: await episodeOf(AGAIN), at: '2025-11-25T02:00:00Z' }, hub.now);
    expect([await told('sal'), await told('nia')]).toEqual([[['CHILD_RETURNED', 1]], [['RETURNED', null]]]);
    after(10);
    await reportReturned(hub.services, actor('hal'), { key: randomUUID(), id: from.id, revision: 1, withdraw: true }, hub.now);
    expect([await told('sal'), await told('nia'), await told('sia')]).toEqual([[['CHILD_MISSING', 1]], [], [['CHILD_MISSING', null]]]);
    after(130);
    await hub.tell(aFound(BACK));
    expect([await told('sal'), await told('nia')]).toEqual([[['CHILD_RETURNED', 1]], [['RETURNED', null]]]);
  });

  test('known before that she was missing is no child missing', async () => {
    after(130);
    await hub.tell(aFound({ ...BACK, 'Person/GivenName': 'Wrenna' }), aMissing(AGAIN));
    expect((await told('sal')).filter((one) => JSON.stringify(one).includes('MISSING'))).toEqual([]);
    expect(await told('sal')).toEqual([['CHILD_RETURNED', 1]]);
  });
});

describe('of a restricted child', () => {
  const shut = (revision = 0, admitted: readonly string[] = ['mae', 'mo']) => restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision, restricted: true, reason: 'Invented.', admitted }, hub.now);

  test('only those who are let in hear of it, by name, and nobody has it in view', async () => {
    await shut();
    await hub.tell(aMissing(AGAIN));
    expect((await open()).map(({ to }) => to)).toEqual(['mae@northmere mo@northmere']);
    after(600);
    expect(await Promise.all(['sal', 'ede', 'nia', 'sia', 'hal'].map(async (who) => [await told(who), await view(who)]))).toEqual(Array.from({ length: 5 }, () => [[], []]));
    expect(await told('mae')).toEqual([['CHILD_MISSING', 1]]);
  });

  test('what waits comes before those let in once she is shut, and back once she is not', async () => {
    await hub.tell(aMissing(AGAIN));
    after(5);
    const { revision } = await shut();
    expect((await open()).map(({ to }) => to)).toEqual(['mae@northmere mo@northmere']);
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision, restricted: false, reason: 'Invented.' }, hub.now);
    expect((await open()).filter(({ to }) => to.endsWith('northmere'))).toEqual(MISSING_AT('northmere'));
  });
});

test('the reviewing officer hears of missing and return, the child protection coordinator of missing', async () => {
  for (const [relationship, holder] of [['IRO', 'ida'], ['CP_COORDINATOR', 'cyd']] as const) {
    await recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, relationship, holder }, hub.now - 60 * MINUTE);
  }
  await hub.tell(aMissing(AGAIN));
  expect([await told('ida'), await told('cyd')]).toEqual([[['CHILD_MISSING', null]], [['CHILD_MISSING', null]]]);
  after(130);
  await hub.tell(aFound(BACK));
  expect([await told('ida'), await told('cyd')]).toEqual([[['CHILD_RETURNED', null]], []]);
});
