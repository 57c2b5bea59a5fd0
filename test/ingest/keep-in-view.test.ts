import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { escalateDue } from '../../src/actions/escalate-due.ts';
import { nameManager } from '../../src/actions/name-manager.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { usualDuty } from '../../src/domain/authority/duty.ts';
import { directoryFollower, moveByDirectory } from '../../src/ingest/follow-directory.ts';
import { aHubOfOneClock, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { answer, raise, readConcern } from '../actions/concerns.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aMissing, type Fields } from '../journeys/documents.ts';

/** Another record of the police's, of a child of Northmere's who may be anybody, until they say her number. */
const OTHER: Fields = { 'Header/MessageId': 'M-7', 'Header/SentAt': '2025-11-20T07:30:00Z', 'Report/MisperId': 'MP-7', 'Report/MissingSince': '2025-11-20T06:00:00Z', 'Person/PersonId': 'P-7', 'Person/GivenName': 'Robyn' };
const NUMBER: Fields = { 'Person/NHSNumber': '9434765919' };
const SAID: Fields = { ...OTHER, ...NUMBER, 'Header/MessageId': 'M-8', 'Header/SentAt': '2025-11-20T07:40:00Z' };
const UNSAID: Fields = { ...OTHER, 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-20T07:50:00Z', 'Person/NHSNumber': '9434765870' };

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
const at = (minutes: number): string => new Date(MORNING + minutes * MINUTE).toISOString();
const set = (admitted: readonly string[], child = hub.child) => restrict(hub.services, actor('mo'), { key: randomUUID(), child, revision: 0, restricted: true, reason: 'Invented.', admitted }, hub.now);
/** Before whom something waits, from when on and until when. */
const open = (kind = 'CONCERN') =>
  hub.ingest.rows<{ to: string; from: string; until: string }>(
    `select array_to_string("to", ' ') as to, to_char(visible_from at time zone 'UTC', 'HH24:MI') as "from", to_char(answer_by at time zone 'UTC', 'HH24:MI') as until
     from briefing_notice where kind = $1 and alert is not null and acknowledged_at is null order by visible_from, step`,
    [kind],
  );
const before = async (kind = 'CONCERN'): Promise<string[]> => (await open(kind)).map(({ to }) => to);
const told = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).map(({ kind }) => kind).filter((kind) => !String(kind).startsWith('CHILD_'));
/** The directory from now on: without some, and with what else has changed. */
const without = (...gone: readonly string[]): void => {
  directory = { ...directory, version: directory.version + 1, people: new Map([...directory.people].map(([id, person]) => [id, { ...person, suspended: gone.includes(id) }])) };
};
const load = (said: unknown[] = []): Promise<void> => moveByDirectory({ ...hub.ingest.services, log: { ...hub.ingest.services.log, warn: (...words) => void said.push(words) } });
const another = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from record where kind = 'person' and key = 'P-7'`))[0]?.id ?? '';
const POSTS = ['SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere', 'EDT:northmere', 'HUB_COORDINATOR:northmere'];

describe('what waits of a child whose records are joined with those of one who is restricted', () => {
  let other = '';
  beforeEach(async () => {
    await hub.tell(aMissing({ ...NUMBER, 'Header/MessageId': 'M-6', 'Header/SentAt': '2025-11-19T22:31:00Z' }), aMissing(OTHER));
    other = await another();
    await assignWorker(hub.services, actor('nia'), { key: randomUUID(), child: other, revision: 0, worker: 'ren' }, hub.now);
    await set(['mae', 'mo']);
  });

  test('a concern comes at once before those let in there, whose time begins now, and who is shut out has lost it', async () => {
    const { id } = await raise(hub, { child: other });
    expect(await before()).toEqual(POSTS);
    after(5);
    await hub.tell(aMissing(SAID));
    expect(await open()).toEqual([{ to: 'mae@northmere mo@northmere', from: '08:05', until: '08:15' }]);
    expect(await readConcern(hub, 'mae', id)).toMatchObject({ addressed: ['mae@northmere', 'mo@northmere'] });
    after(600);
    for (const who of ['sal', 'ede', 'nia', 'sia', 'ren']) {
      expect([who, await readConcern(hub, who, id), await told(who)]).toEqual([who, null, []]);
    }
  });

  test('whom a concern was before stays written down, as the word of the hub', async () => {
    await raise(hub, { child: other });
    await hub.tell(aMissing(SAID));
    expect(await hub.ingest.rows(`select person, role, revision, jsonb_array_length(payload::jsonb -> 'chain') as people from decision where kind = 'CONCERN_CHAIN'`)).toEqual([{ person: 'homeward', role: 'HUB', revision: 1, people: 2 }]);
    expect(await hub.ingest.rows(`select "to"[1] as to, acknowledged_by as by from briefing_notice where kind = 'CONCERN' and acknowledged_at is not null order by step`)).toEqual(POSTS.map((to, nth) => ({ to, by: nth === 0 ? 'homeward' : null })));
  });

  test('a concern comes back before the posts once they are two again, without waiting for them anew', async () => {
    const { id } = await raise(hub, { child: other });
    await hub.tell(aMissing(SAID));
    after(5);
    expect(await told('mae')).toEqual(['CONCERN']);
    await hub.tell(aMissing(UNSAID));
    expect((await open()).map(({ to, from }) => [to, from])).toEqual([[POSTS[0], '08:05'], [POSTS[1], '08:15'], [POSTS[2], '08:30'], [POSTS[3], '08:45']]);
    expect(await readConcern(hub, 'sal', id)).toMatchObject({ addressed: [POSTS[0]] });
    // A manager in the post, whose turn has not come.
    expect(await told('mae')).toEqual([]);
  });

  test('what was to be done about one is overdue before those let in', async () => {
    const { id } = await raise(hub, { child: other });
    await answer(hub, id, { owner: 'ren@northmere', due: at(60) });
    await hub.tell(aMissing(SAID));
    after(70);
    expect(await before('ACTION_OVERDUE')).toEqual(['mae@northmere mo@northmere']);
    expect([(await told('mae')).sort(), await told('ren'), await told('sal')]).toEqual([['ACTION_LOST', 'ACTION_OVERDUE'], [], []]);
  });

  test('is not waited for anew with every document that changes nobody', async () => {
    await raise(hub, { child: other });
    await hub.tell(aMissing(SAID));
    const first = await open();
    after(14);
    await hub.tell(aMissing({ ...SAID, 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-20T07:55:00Z', 'Report/Circumstances': 'Said again.' }));
    expect(await open()).toEqual(first);
  });
});

describe('of a child who is restricted, once the only manager let in has left', () => {
  let concern = '';
  let said: unknown[] = [];
  beforeEach(async () => {
    concern = (await raise(hub)).id;
    await set(['mae']);
    after(5);
    without('mae');
    await load((said = []));
  });
  const name = () => nameManager(hub.services, actor('dot'), { key: randomUUID(), child: hub.child, manager: 'mo@northmere', reason: 'Invented.' }, hub.now);

  test('the data protection officer is asked to name another, by the id alone, and the concern comes before that one', async () => {
    expect(await toldOf(hub, 'dot', hub.now)).toMatchObject([{ kind: 'NOBODY_LIFTS', about: hub.child }]);
    expect(await before()).toEqual(['ren@northmere']);
    after(20);
    await name();
    expect(await open()).toEqual([{ to: 'mo@northmere', from: '08:20', until: '08:35' }]);
    expect(await readConcern(hub, 'mo', concern)).toMatchObject({ addressed: ['mo@northmere'] });
  });

  test('the operator hears that nobody may answer, and where there is no officer either that nobody opens the child, by ids alone', async () => {
    expect(said).toEqual([['concern-unanswerable', { record: concern }]]);
    without('mae', 'dot');
    await load((said = []));
    expect(said).toEqual([['restriction-unliftable', { record: hub.child }]]);
  });

  test('what is written down as not answered names who has it on their briefing', async () => {
    await name();
    after(25);
    await escalateDue({ database: hub.services.database, clock: () => hub.now, log: { warn: () => undefined, error: () => undefined } });
    const written = await hub.ingest.rows(`select body ->> 'notAnsweredBy' as by from audit_event where kind = 'ESCALATION' and body ->> 'of' = 'CONCERN'`);
    expect([written, await told('mo')]).toEqual([[{ by: 'mo@northmere' }], expect.arrayContaining(['CONCERN'])]);
  });

  test('the officer is told once, and again a day after saying that they know, while nobody is named', async () => {
    await load();
    const [notice, ...more] = await toldOf(hub, 'dot', hub.now);
    expect(more).toEqual([]);
    await acknowledgeNotice(hub.services, actor('dot'), { id: String(notice?.['id']) }, hub.now);
    await load();
    expect(await told('dot')).toEqual([]);
    after(25 * 60);
    await load();
    expect(await told('dot')).toEqual(['NOBODY_LIFTS']);
  });

  test('that she is missing is told to the duty team that keeps her in view, else to the force’s, by name', async () => {
    without('mae', 'ede');
    await hub.tell(aMissing({ ...OTHER, 'Person/PersonId': 'P-1', 'Person/GivenName': 'Wrenna' }));
    expect(await before('CHILD_MISSING')).toEqual(['pim@mereshire-police']);
    without('mae');
    await load();
    expect(await before('CHILD_MISSING')).toEqual(['ede@northmere']);
  });

  test('what nobody can be told yet is told once somebody is let in', async () => {
    without('mae', 'ede', 'pim');
    await hub.tell(aMissing({ ...OTHER, 'Person/PersonId': 'P-1', 'Person/GivenName': 'Wrenna' }));
    expect(await before('CHILD_MISSING')).toEqual([]);
    await name();
    expect(await before('CHILD_MISSING')).toEqual(['mo@northmere']);
  });
});

describe('of a child who is not restricted, a concern', () => {
  test('comes before whoever answers now, once the directory names others while it waits', async () => {
    const follow = directoryFollower(hub.ingest.services);
    await follow();
    await raise(hub);
    after(20);
    const northmere = directory.agencies.get('northmere');
    const duty = usualDuty('AUTHORITY');
    directory = { ...directory, version: directory.version + 1, agencies: new Map([...directory.agencies, ...(northmere === undefined ? [] : [['northmere', { ...northmere, duty: { ...duty, chain: duty.chain.filter(({ role }) => role === 'HUB_COORDINATOR') } }] as const])]) };
    expect(await before()).toEqual(POSTS);
    await follow();
    expect(await open()).toEqual([{ to: 'HUB_COORDINATOR:northmere', from: '08:20', until: '08:35' }]);
    const first = await open();
    after(30);
    await follow();
    expect(await open()).toEqual(first);
  });

  test('is left as it is by a directory in which the same people answer', async () => {
    await raise(hub);
    const first = await open();
    // The duty team's shift is over.
    after(25 * 60);
    without('rose');
    await load();
    expect(await open()).toEqual(first);
  });
});
