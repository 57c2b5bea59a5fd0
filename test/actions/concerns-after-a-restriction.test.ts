import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { nameManager, type NameManager } from '../../src/actions/name-manager.ts';
import { restrict, type Restrict } from '../../src/actions/restrict.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { aHubOfOneClock, anInterview, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { answer, ownActions, raise, readConcern, toldNow } from './concerns.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

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
const set = (changed: Partial<Restrict> = {}) =>
  restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo', 'mae'], ...changed }, hub.now);
/** What waits now, by step: before whom, from when on and until when. */
const open = (kind = 'CONCERN') =>
  hub.ingest.rows<{ to: string[]; from: string; until: string; raised: string }>(
    `select "to", to_char(visible_from at time zone 'UTC', 'HH24:MI') as "from", to_char(answer_by at time zone 'UTC', 'HH24:MI') as until, to_char(raised_at at time zone 'UTC', 'HH24:MI') as raised
     from briefing_notice where kind = $1 and acknowledged_at is null order by visible_from, step, "to"::text collate "C"`,
    [kind],
  );
const told = (who: string, kind: string) => toldOf(hub, who, hub.now).then((rows) => rows.filter((row) => row['kind'] === kind));

describe('a concern that nobody has answered, of a child who is restricted then', () => {
  test('comes at once before those who are let in, and is before nobody else', async () => {
    const { id } = await raise(hub);
    after(5);
    await set();
    expect(await open()).toEqual([{ to: ['mae@northmere', 'mo@northmere'], from: '08:05', until: '08:15', raised: '08:00' }]);
    expect(await readConcern(hub, 'mae', id)).toMatchObject({ addressed: ['mae@northmere', 'mo@northmere'] });
    after(600);
    for (const who of ['sal', 'ede', 'nia']) {
      expect([who, await readConcern(hub, who, id), await toldNow(hub, who)]).toEqual([who, null, []]);
    }
    await answer(hub, id, { as: 'mae', owner: 'mo@northmere', due: new Date(hub.now + 60 * MINUTE).toISOString() });
    expect(await open()).toEqual([]);
  });

  test('is not waited for again from the beginning, and nobody is late at once for what they had not seen', async () => {
    await raise(hub);
    after(50);
    await set({ admitted: ['sal', 'mo'] });
    expect(await open()).toEqual([
      { to: ['sal@northmere'], from: '08:50', until: '09:05', raised: '08:00' },
      { to: ['mo@northmere'], from: '08:50', until: '09:05', raised: '08:00' },
    ]);
    expect(await told('mo', 'CONCERN')).toMatchObject([{ notAnsweredBy: null }]);
  });

  test('comes back before the duty chain once the restriction is lifted', async () => {
    const { id } = await raise(hub);
    const { revision } = await set();
    after(16);
    await set({ revision, restricted: false, admitted: [] });
    expect((await open()).map(({ to, from }) => [to[0], from])).toEqual([['SENIOR_WORKER:northmere', '08:16'], ['TEAM_MANAGER:northmere', '08:16'], ['EDT:northmere', '08:30'], ['HUB_COORDINATOR:northmere', '08:45']]);
    expect(await readConcern(hub, 'sal', id)).toMatchObject({ addressed: ['SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere'] });
  });

  test('is left as it is where the restriction changes nothing for it', async () => {
    const { revision } = await set({ admitted: ['mo', 'mae', 'ren'] });
    await raise(hub);
    const before = await open();
    after(20);
    await set({ revision, admitted: ['mo', 'mae', 'ren', 'sia'] });
    expect(await open()).toEqual(before);
  });

  test('out of an interview that is restricted alone comes before those who see that one', async () => {
    const interview = await anInterview(hub);
    const { id } = await raise(hub, { interview: interview.id });
    const other = await raise(hub);
    await set({ child: null, interview: interview.id, admitted: ['mo'] });
    expect((await open()).map(({ to }) => to[0])).toEqual(['SENIOR_WORKER:northmere', 'mo@northmere', 'TEAM_MANAGER:northmere', 'EDT:northmere', 'HUB_COORDINATOR:northmere']);
    expect([await readConcern(hub, 'sal', id), (await readConcern(hub, 'sal', other.id)) === null]).toEqual([null, false]);
  });

  test('of which somebody was told is not shown to those shut out by what they were told', async () => {
    await raise(hub);
    expect(await toldNow(hub, 'sia')).toEqual(['RAISED']);
    const [notice] = await told('sia', 'RAISED');
    const { revision } = await set();
    expect(await toldNow(hub, 'sia')).toEqual([]);
    await expect(acknowledgeNotice(hub.services, actor('sia'), { id: String(notice?.['id']) }, hub.now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await set({ revision, restricted: false, admitted: [] });
    expect(await toldNow(hub, 'sia')).toEqual(['RAISED']);
  });

  test('moves too where an allegation is raised beside it', async () => {
    const { id } = await raise(hub);
    await raise(hub, { concern: 'ALLEGATION', excluded: ['sal@northmere'] });
    expect((await open()).map(({ to }) => to)).toEqual([['mae@northmere', 'mo@northmere'], ['mae@northmere', 'mo@northmere']]);
    expect(await readConcern(hub, 'sal', id)).toBeNull();
  });
});

describe('a restriction that no manager is left to lift', () => {
  const alleged = { concern: 'ALLEGATION', excluded: ['mo@northmere'] } as const;
  const isAway = (suspended: boolean): void => {
    directory = { ...directory, people: new Map([...directory.people, ['mae', { ...actor('mae').person, suspended }]]) };
  };
  beforeEach(() => {
    isAway(true);
  });
  const name = (as = 'dot', changed: Partial<NameManager> = {}) => nameManager(hub.services, actor(as), { key: randomUUID(), child: hub.child, manager: 'mae@northmere', reason: 'Invented.', ...changed }, hub.now);

  test('is told to the data protection officer, by the id alone', async () => {
    await raise(hub, alleged);
    expect(await told('dot', 'NOBODY_LIFTS')).toMatchObject([{ about: hub.child }]);
    expect((await hub.ingest.rows(`select text from briefing_notice where kind = 'NOBODY_LIFTS'`))[0]).toEqual({ text: expect.stringContaining('"nameManager"') as string });
  });

  test('is not told where one is left, and nobody is named then', async () => {
    isAway(false);
    await raise(hub, { concern: 'ALLEGATION', excluded: ['mo@northmere'] });
    expect(await told('dot', 'NOBODY_LIFTS')).toEqual([]);
    await expect(name('dot', { manager: 'mae@northmere' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('goes to a manager nobody accuses, though an earlier restriction did not name them', async () => {
    isAway(false);
    await set({ admitted: ['mo', 'sal'] });
    await raise(hub, { as: 'sal', concern: 'ALLEGATION', excluded: ['mo@northmere'] });
    expect((await open()).map(({ to }) => to)).toContainEqual(['mae@northmere']);
    expect(await told('dot', 'NOBODY_LIFTS')).toEqual([]);
  });

  test('is lifted by a manager whom the officer names, before whom the concern comes', async () => {
    const { id } = await raise(hub, alleged);
    isAway(false);
    expect(await readConcern(hub, 'mae', id)).toBeNull();
    await name();
    expect(await readConcern(hub, 'mae', id)).toMatchObject({ concern: 'ALLEGATION' });
    expect(await toldNow(hub, 'mae')).toContain('RESTRICTION');
    expect((await open()).flatMap(({ to }) => to)).toContain('mae@northmere');
    await restrict(hub.services, actor('mae'), { key: randomUUID(), child: hub.child, revision: 2, restricted: false, reason: 'Invented.' }, hub.now);
    expect(await readConcern(hub, 'sal', id)).not.toBeNull();
  });

  test.each(['mo@northmere', 'sal@northmere', 'hew@southvale'])('is lifted by nobody the restriction shuts out, or who manages nothing there: %s', async (manager) => {
    await raise(hub, alleged);
    await expect(name('dot', { manager })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"manager"') as string });
  });

  test.each([['mae', 'FORBIDDEN'], ['nia', 'FORBIDDEN'], ['sal', 'FORBIDDEN'], ['hew', 'FORBIDDEN']])('is not the word of %s: %s', async (as, code) => {
    await raise(hub, alleged);
    isAway(false);
    await expect(name(as)).rejects.toMatchObject({ code });
  });

  test('is not the word of an officer whom a manager has shut out', async () => {
    isAway(false);
    await set({ admitted: ['mo', 'ren'], excluded: ['dot'], allegation: true });
    isAway(true);
    directory = { ...directory, people: new Map([...directory.people, ['mo', { ...actor('mo').person, suspended: true }]]) };
    await raise(hub, { concern: 'ALLEGATION', excluded: ['sal@northmere'] });
    expect(hub.logged).toContainEqual(['restriction-unliftable', { record: hub.child }]);
    expect(await told('dot', 'NOBODY_LIFTS')).toEqual([]);
    await expect(name()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what somebody is to do about a child', () => {
  const act = (owner: string) => setAction(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, what: 'Ring the school.', owner, due: at(300) }, hub.now);

  test('and no longer reads of it is told to whoever set it, where they still do', async () => {
    await act('ren@northmere');
    const { revision, warnings } = await set({ admitted: ['mo', 'sal'] });
    expect(warnings).toEqual([expect.stringContaining('no longer reads')]);
    expect(await told('sal', 'ACTION_LOST')).toHaveLength(1);
    expect(await toldNow(hub, 'ren')).toEqual([]);
    await set({ revision, admitted: ['mo', 'sal', 'mae'] });
    expect(await told('sal', 'ACTION_LOST')).toHaveLength(1);
  });

  test('set by somebody who is shut out too is told to those let in', async () => {
    await act('ren@northmere');
    await set({ admitted: ['mo'] });
    expect([await told('sal', 'ACTION_LOST'), (await told('mo', 'ACTION_LOST')).length]).toEqual([[], 1]);
  });

  test('as the answer to a concern is overdue before its owner and whoever answered, then before the duty', async () => {
    const { id } = await raise(hub);
    const { action } = await answer(hub, id, { owner: 'sia@northmere', due: at(60) });
    after(60);
    expect([await told('sia', 'ACTION_OVERDUE'), await told('sal', 'ACTION_OVERDUE'), await told('mo', 'ACTION_OVERDUE')]).toMatchObject([[{ about: action, step: 1 }], [{ about: action, step: 1 }], []]);
    after(90);
    expect(await told('mo', 'ACTION_OVERDUE')).toMatchObject([{ step: 3, notAnsweredBy: 'Not answered by: owner, senior worker.' }]);
    await closeAction(hub.services, actor('sia'), { key: randomUUID(), action, revision: 0, state: 'DONE', outcome: 'Rang.' }, hub.now);
    after(600);
    expect((await Promise.all(['sia', 'sal', 'mo', 'ede', 'nia'].map((who) => told(who, 'ACTION_OVERDUE')))).flat()).toEqual([]);
  });

  test('and closed too early is overdue again once it is open again', async () => {
    const { action } = await answer(hub, (await raise(hub)).id, { owner: 'sia@northmere', due: at(60) });
    const close = (revision: number, state: 'DONE' | 'OPEN') => closeAction(hub.services, actor('sia'), { key: randomUUID(), action, revision, state, outcome: 'Invented.' }, hub.now);
    await close(0, 'DONE');
    await close(1, 'OPEN');
    after(60);
    expect(await told('sia', 'ACTION_OVERDUE')).toMatchObject([{ about: action }]);
  });

  test('is not answered by its owner with no more than that they know; whoever sees to it instead may', async () => {
    await answer(hub, (await raise(hub)).id, { owner: 'larkfield', action: 'Sit with her.', due: at(60) });
    after(60);
    const [own] = await told('hal', 'ACTION_OVERDUE');
    await expect(acknowledgeNotice(hub.services, actor('hal'), { id: String(own?.['id']) }, hub.now)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('closeAction') as string });
    expect(await ownActions(hub, 'hal')).toMatchObject([{ overdue: true }]);
    await acknowledgeNotice(hub.services, actor('sal'), { id: String(own?.['id']) }, hub.now);
    expect(await told('hal', 'ACTION_OVERDUE')).toEqual([]);
  });
});
