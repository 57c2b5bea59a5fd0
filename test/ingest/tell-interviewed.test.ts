import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { asWriter } from '../../src/store/database.ts';
import { aHubOfOneClock, anInterview, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';

const DAY = 24 * 60 * MINUTE;
const EVERYBODY = ['sia', 'nia', 'ren', 'rose', 'sal', 'mo', 'sol', 'ida', 'bea', 'ede', 'hew', 'vic', 'hal', 'pim', 'fin'];

let hub: DecidingHub;
let directory: Directory;
const goingBy = (practice: 'somerset' | 'west-sussex' | 'birmingham'): void => {
  const given = aDirectoryOfPeople();
  const found = given.agencies.get('northmere');
  directory = found === undefined ? given : { ...given, agencies: new Map([...given.agencies, ['northmere', { ...found, practice: PRACTICES[practice] }]]) };
};
const suspended = (...those: readonly string[]): void => {
  directory = { ...directory, people: new Map([...directory.people].map(([id, person]) => [id, those.includes(id) ? { ...person, suspended: true } : person])) };
};
beforeEach(async () => {
  goingBy('somerset');
  hub = await aHubOfOneClock(() => directory);
});
afterEach(() => hub.close());

const KINDS = ['INTERVIEW_HELD', 'TELL_SOCIAL_WORKER_INTERVIEWED'];
/** Who is told what of these two, and of which interview. */
async function told(): Promise<readonly (readonly unknown[])[]> {
  const found: unknown[][] = [];
  for (const who of EVERYBODY) {
    const notices = (await toldOf(hub, who, hub.now)).filter(({ kind }) => KINDS.includes(String(kind)));
    found.push(...notices.map(({ kind, about }) => [who, kind, about]));
  }
  return found;
}
const again = () => asWriter(hub.services.database, (em) => refreshPicture(em, hub.ingest.services, [hub.child]), { serial: true });
const noSocialWorker = () =>
  recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 1, relationship: 'SOCIAL_WORKER', holder: 'sia', from: '2025-01-01', until: '2025-01-02' }, hub.now);
const episode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>('select id from episode'))[0]?.id ?? '';
const recorded = async (addressee: string, at: string, who = 'ren'): Promise<unknown> =>
  recordReturnStep(hub.services, actor(who), { key: randomUUID(), episode: await episode(), step: 'PROFESSIONAL_TOLD', at, addressee }, hub.now);

describe('that an interview was held (Somerset 4.16)', () => {
  test('is told to the allocated social worker, once, with a request for the prevention plan, and to nobody else', async () => {
    const { id } = await anInterview(hub);
    await again();
    expect(await told()).toEqual([['sia', 'INTERVIEW_HELD', id]]);
    const [notice] = await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'INTERVIEW_HELD'`);
    expect(notice?.text).toBe('A return interview with this child was held (Somerset 4.16). See when it was, complete or update the plan to prevent another episode, and say that you know.');
    const [seen] = await toldOf(hub, 'sia', hub.now);
    await acknowledgeNotice(hub.services, actor('sia'), { id: String(seen?.['id']) }, hub.now);
    await again();
    expect(await told()).toEqual([]);
  });

  test('is told in West Sussex at the earliest opportunity, and nothing is asked for with it', async () => {
    goingBy('west-sussex');
    const { id } = await anInterview(hub);
    expect(await told()).toEqual([['sia', 'INTERVIEW_HELD', id]]);
    const [notice] = await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'INTERVIEW_HELD'`);
    expect(notice?.text).toBe('A return interview with this child was held (West Sussex, Recording information). See when it was, and say that you know.');
  });

  test.each([
    ['that led to nothing', { state: 'REFUSED' as const, answers: {}, locating: {} }],
    ['of long ago', { at: new Date(Date.parse('2025-11-20T07:00:00Z') - 32 * DAY).toISOString() }],
  ])('is told of none %s', async (_which, changed) => {
    await anInterview(hub, changed);
    expect(await told()).toEqual([]);
  });

  test('is told by nobody’s practice that does not ask for it', async () => {
    goingBy('birmingham');
    await anInterview(hub);
    expect(await told()).toEqual([]);
  });

  test('is told no more where it was not held after all', async () => {
    const { id } = await anInterview(hub);
    await anInterview(hub, { id, revision: 1, state: 'REFUSED', answers: {}, locating: {} });
    expect(await told()).toEqual([]);
  });
});

describe('a social worker whom the hub does not reach', () => {
  test('is told by whoever interviews, or the coordinator: each is asked, once, and nobody else', async () => {
    suspended('sia');
    const { id } = await anInterview(hub);
    await again();
    expect(await told()).toEqual([['nia', 'TELL_SOCIAL_WORKER_INTERVIEWED', id], ['ren', 'TELL_SOCIAL_WORKER_INTERVIEWED', id]]);
    const [notice] = await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'TELL_SOCIAL_WORKER_INTERVIEWED'`);
    expect(notice?.text).toBe('Tell the social worker that a child was interviewed, and when, and ask them to complete or update the plan to prevent another episode (Somerset 4.16): the hub does not reach whoever is recorded as that. Record it as PROFESSIONAL_TOLD with "addressee" SOCIAL_WORKER.');
  });

  test('was told once that is recorded, after the hub had asked, with by whom and when', async () => {
    suspended('sia');
    await anInterview(hub);
    hub.now += 30 * MINUTE;
    await recorded('SOCIAL_WORKER', '2025-11-20T07:30:00Z');
    expect((await told()).map(([who]) => who)).toEqual(['nia', 'ren']);
    await recorded('SOCIAL_WORKER', '2025-11-20T08:20:00Z');
    await again();
    expect(await told()).toEqual([]);
    const [step] = await hub.ingest.rows(`select addressee, done_from_at from return_step where step = 'PROFESSIONAL_TOLD' order by done_from_at desc limit 1`);
    expect(step).toMatchObject({ addressee: 'SOCIAL_WORKER' });
    expect(await hub.ingest.rows(`select distinct acknowledged_by from briefing_notice where kind = 'TELL_SOCIAL_WORKER_INTERVIEWED'`)).toEqual([{ acknowledged_by: 'ren@northmere' }]);
  });

  test('who is known later is told by the hub, and nobody is asked any more', async () => {
    await noSocialWorker();
    const { id } = await anInterview(hub);
    expect((await told()).map(([who, kind]) => [who, kind])).toEqual([['nia', 'TELL_SOCIAL_WORKER_INTERVIEWED'], ['ren', 'TELL_SOCIAL_WORKER_INTERVIEWED']]);
    await recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'sol' }, hub.now);
    expect(await told()).toEqual([['sol', 'INTERVIEW_HELD', id]]);
  });

  test('is nobody’s to tell of an interview that was not held after all', async () => {
    suspended('sia');
    const { id } = await anInterview(hub);
    await anInterview(hub, { id, revision: 1, state: 'REFUSED', answers: {}, locating: {} });
    expect(await told()).toEqual([]);
  });
});

test('of a restricted child it is told to those alone who are let in', async () => {
  const restricting = (revision: number, ...admitted: readonly string[]) =>
    restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision, restricted: true, reason: 'Invented.', allegation: false, admitted }, hub.now);
  await restricting(0, 'mo@northmere', 'ren@northmere');
  const { id } = await anInterview(hub);
  expect((await told()).map(([who, kind]) => [who, kind])).toEqual([['ren', 'TELL_SOCIAL_WORKER_INTERVIEWED'], ['mo', 'TELL_SOCIAL_WORKER_INTERVIEWED']]);
  await restricting(1, 'mo@northmere', 'ren@northmere', 'sia@northmere');
  expect(await told()).toEqual([['sia', 'INTERVIEW_HELD', id]]);
});
