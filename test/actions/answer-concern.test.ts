import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { aDecidingHub, anInterview, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { answer, ownActions, raise, readConcern, toldNow, waiting } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
let concern: string;
beforeEach(async () => {
  hub = await aDecidingHub();
  concern = (await raise(hub)).id;
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
const decided = async (): Promise<number> => (await hub.ingest.rows('select 1 from decision')).length;

describe('the answer to a concern', () => {
  test('says what is done, by whom and by when, and nobody else is asked', async () => {
    const { id, action, revision, warnings } = await answer(hub, concern, { due: new Date(hub.now + 24 * 60 * MINUTE).toISOString() });
    expect({ id, revision, warnings }).toEqual({ id: concern, revision: 1, warnings: [] });
    expect(await readConcern(hub, 'sal', concern)).toMatchObject({ answeredBy: 'sal@northmere', action: 'Visit her today.', owner: 'sia@northmere' });
    expect(await ownActions(hub, 'sia')).toMatchObject([{ id: action, what: 'Visit her today.', state: 'OPEN', comesFrom: concern, overdue: false }]);
    after(600);
    for (const who of ['sal', 'mo', 'ede', 'nia']) {
      expect([who, await toldNow(hub, who), await waiting(hub, who)]).toEqual([who, [], []]);
    }
    expect(await readConcern(hub, 'ede', concern)).toBeNull();
  });

  test('of somebody it has come to is taken though they see nothing else of the child', async () => {
    await expect(answer(hub, concern, { as: 'ede' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    after(30);
    await answer(hub, concern, { as: 'ede', owner: 'ede@northmere', action: 'Ring the home tonight.' });
    expect(await readConcern(hub, 'ede', concern)).toMatchObject({ answeredBy: 'ede@northmere' });
    expect(await ownActions(hub, 'ede')).toMatchObject([{ what: 'Ring the home tonight.' }]);
  });

  test('is seen for three days by those it came to in their post, and by whom the child is after that', async () => {
    after(30);
    await answer(hub, concern);
    hub.now += 72 * 60 * MINUTE - 1;
    expect(await readConcern(hub, 'ede', concern)).toMatchObject({ answeredBy: 'sal@northmere' });
    hub.now += 1;
    expect([await readConcern(hub, 'ede', concern), (await readConcern(hub, 'sal', concern)) === null]).toEqual([null, false]);
  });

  test.each(['sal', 'mo'])('is given by the senior worker or the manager of the service whether their turn has come or not: %s', async (as) => {
    expect(await answer(hub, concern, { as })).toMatchObject({ id: concern });
  });

  test.each([
    ['ren', 'FORBIDDEN'],
    ['sia', 'FORBIDDEN'],
    ['nia', 'FORBIDDEN'],
    ['pim', 'NOT_FOUND'],
    ['hal', 'NOT_FOUND'],
    ['sol', 'NOT_FOUND'],
  ])('is not given by %s: %s', async (as, code) => {
    await expect(answer(hub, concern, { as })).rejects.toMatchObject({ code });
  });

  test('is not that somebody knows of its notice', async () => {
    const [notice] = await hub.ingest.rows<{ id: string }>(`select id from briefing_notice where kind = 'CONCERN' order by step`);
    await expect(acknowledgeNotice(hub.services, actor('sal'), { id: notice?.id ?? '' }, hub.now)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('acknowledgeConcern') as string });
  });

  test('by a second one is stale, and nothing of it is kept', async () => {
    await answer(hub, concern);
    const before = await decided();
    await expect(answer(hub, concern, { as: 'mo' })).rejects.toMatchObject({ code: 'STALE_REVISION', message: expect.stringContaining('answered') as string });
    await expect(answer(hub, concern, { revision: 2 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await decided()).toBe(before);
  });

  test('at a revision it does not stand at is not stored, and nobody is told that it was answered: they may walk away from it', async () => {
    await expect(answer(hub, concern, { revision: 2 })).rejects.toMatchObject({ code: 'STALE_REVISION', message: expect.stringContaining('Nobody has answered this concern yet; it stands at revision 1') as string });
  });

  test('sent again with the same key is the same', async () => {
    const key = randomUUID();
    const first = await answer(hub, concern, { key });
    expect(await answer(hub, concern, { key, due: new Date(hub.now + 3_600_000).toISOString() })).toEqual(first);
    expect(await ownActions(hub, 'sia')).toHaveLength(1);
  });

  test.each([
    ['due', { due: '2025-11-20T07:00:00Z' }],
    ['due', { due: 'soon' }],
    ['action', { action: ' ' }],
    ['owner', { owner: 'nobody@nowhere' }],
  ])('is refused at %s where it is none', async (where, changed) => {
    await expect(answer(hub, concern, changed)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as string });
    expect(await waiting(hub, 'sal')).toEqual([concern]);
  });

  test('far off is taken, and that is said', async () => {
    expect((await answer(hub, concern, { due: '2025-11-29' })).warnings).toEqual([expect.stringContaining('72 hours')]);
  });

  test('that a home carries out is told to it, without a name of anybody round the child', async () => {
    await anInterview(hub);
    await expect(answer(hub, concern, { owner: 'larkfield', action: 'Keep Corvin Madeup away.' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"action" tells of') as string });
    const { action } = await answer(hub, concern, { owner: 'larkfield', action: 'Sit with her this evening.' });
    expect(await ownActions(hub, 'hal')).toMatchObject([{ id: action, what: 'Sit with her this evening.', owner: 'larkfield' }]);
    expect(await toldNow(hub, 'hal')).toEqual(['ACTION']);
    expect(await readConcern(hub, 'hal', concern)).toBeNull();
  });

  test('whose owner does not read it in the hub says so', async () => {
    expect((await answer(hub, concern, { owner: 'dot@northmere' })).warnings).toEqual([expect.stringContaining('tell them')]);
  });
});
