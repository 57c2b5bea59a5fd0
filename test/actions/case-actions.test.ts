import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { closeAction, type CloseAction } from '../../src/actions/close-action.ts';
import { setAction, type SetAction } from '../../src/actions/set-action.ts';
import { aDecidingHub, anInterview, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { ownActions, raise, toldNow } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
afterEach(async () => {
  hub.now = MORNING;
  await hub.ingest.rows('delete from briefing_notice');
});
afterAll(() => hub.close());

const set = ({ as = 'sal', ...changed }: Partial<SetAction> & { readonly as?: string } = {}): Promise<Acted> => {
  const input: SetAction = { key: randomUUID(), child: hub.child, what: 'Ring the school.', owner: 'ren@northmere', due: '2025-11-20T17:00:00Z', ...changed };
  return setAction(hub.services, actor(as), input, hub.now);
};
const close = (action: string, { as = 'ren', ...changed }: Partial<CloseAction> & { readonly as?: string } = {}): Promise<Acted> =>
  closeAction(hub.services, actor(as), { key: randomUUID(), action, revision: 0, state: 'DONE', outcome: 'Rang.', ...changed }, hub.now);
const own = async (who: string, id: string) => (await ownActions(hub, who)).find((row) => row['id'] === id);
const stands = async (id: string) => (await hub.ingest.rows(`select state, outcome, revision, closed_at is not null as closed from case_action where id = $1`, [id]))[0];

describe('an action', () => {
  test('is told to its owner, and is theirs until it is done', async () => {
    const { id, revision, warnings } = await set();
    expect({ revision, warnings }).toEqual({ revision: 0, warnings: [] });
    expect(await own('ren', id)).toMatchObject({ what: 'Ring the school.', owner: 'ren@northmere', state: 'OPEN', overdue: false, revision: 0 });
    expect(await toldNow(hub, 'ren')).toEqual(['ACTION']);
    expect(await close(id)).toMatchObject({ id, revision: 1, warnings: [] });
    expect(await own('ren', id)).toBeUndefined();
    expect(await stands(id)).toEqual({ state: 'DONE', outcome: 'Rang.', revision: 1, closed: true });
  });

  test('is overdue from its time on, by no stored word', async () => {
    const { id } = await set({ due: '2025-11-20T09:00:00Z' });
    hub.now = MORNING + 60 * MINUTE - 1;
    expect(await own('ren', id)).toMatchObject({ overdue: false });
    hub.now = MORNING + 60 * MINUTE;
    expect(await own('ren', id)).toMatchObject({ overdue: true });
  });

  test('that hangs from no concern is once overdue before its owner and whoever set it, and then before the duty, until it is closed', async () => {
    const due = '2025-11-20T09:00:00Z';
    const { id } = await set({ due });
    const steps = () => hub.ingest.rows<{ from: string; to: string[]; open: boolean }>(
      `select to_char(visible_from at time zone 'UTC', 'HH24:MI') as from, "to", acknowledged_at is null as open from briefing_notice where about = $1 and kind = 'ACTION_OVERDUE' order by visible_from, step, id`, [id]);
    const [first, ...duty] = await steps();
    expect(first).toEqual({ from: '09:00', to: ['ren@northmere', 'sal@northmere'], open: true });
    // Nobody is missing: an hour, as at LOW.
    expect(duty[0]).toMatchObject({ from: '10:00', open: true });
    expect(duty.flatMap(({ to }) => to)).toContainEqual(expect.stringContaining('northmere'));
    hub.now = Date.parse(due);
    expect(await toldNow(hub, 'sal')).toContain('ACTION_OVERDUE');
    await set({ id, due: '2025-11-20T10:30:00Z' });
    expect((await steps()).find(({ open }) => open)).toMatchObject({ from: '10:30' });
    await close(id, { revision: 1 });
    expect((await steps()).filter(({ open }) => open)).toEqual([]);
  });

  test('of a child who is missing is overdue at the pace of the risk', async () => {
    await hub.ingest.rows(`update episode set is_open = true, risk = 'HIGH'`);
    const { id } = await set({ due: '2025-11-20T09:00:00Z' });
    const [risk] = await hub.ingest.rows(`select to_char(min(visible_from) at time zone 'UTC', 'HH24:MI') as "from" from briefing_notice where about = $1 and kind = 'ACTION_OVERDUE' and step > 1`, [id]);
    expect(risk).toEqual({ from: '09:15' });
  });

  test('of a date is due at its end', async () => {
    const { id } = await set({ due: '2025-11-20' });
    hub.now = Date.parse('2025-11-20T23:59:59Z');
    expect(await own('ren', id)).toMatchObject({ overdue: false });
  });

  test('that was not done says why', async () => {
    const { id } = await set();
    await expect(close(id, { state: 'NOT_DONE', outcome: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"outcome"') as string });
    await close(id, { state: 'NOT_DONE', outcome: 'Nobody there.' });
    expect(await stands(id)).toMatchObject({ state: 'NOT_DONE', outcome: 'Nobody there.' });
  });

  test('closed too early is opened again, at the revision that was read', async () => {
    const { id } = await set();
    await close(id);
    await expect(close(id, { state: 'OPEN' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await close(id, { state: 'OPEN', revision: 1, outcome: null });
    expect(await own('ren', id)).toMatchObject({ state: 'OPEN', revision: 2 });
  });

  test('done without a word is done, and asks for one', async () => {
    const { id } = await set();
    expect((await close(id, { outcome: null })).warnings).toEqual(["say what came of it (Homeward's default, after Birmingham 2022, Conducting interviews remotely; West Sussex, What next; Somerset 4.17)"]);
  });

  test('comes from what the child went through, and from nothing else', async () => {
    const interview = await anInterview(hub);
    const concern = await raise(hub);
    const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
    for (const comesFrom of [interview.id, concern.id, episode?.id ?? '']) {
      const { id } = await set({ comesFrom });
      expect(await own('ren', id)).toMatchObject({ comesFrom });
    }
    for (const comesFrom of [randomUUID(), 'nothing']) {
      await expect(set({ comesFrom })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('of a home is closed by it, and names nobody', async () => {
    await anInterview(hub);
    await expect(set({ owner: 'larkfield', what: 'Ring Corvin Madeup.' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"what" tells of') as string });
    const { id } = await set({ owner: 'larkfield', what: 'Check the side door at ten.' });
    await expect(close(id, { as: 'ash' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await close(id, { as: 'hal' });
    expect(await stands(id)).toMatchObject({ state: 'DONE' });
  });

  test.each(['ren', 'sal', 'mo', 'nia', 'sia', 'hew', 'ede'])('is set by who works with the child: %s', async (as) => {
    expect(await set({ as })).toMatchObject({ child: hub.child });
  });
  test.each([
    ['rose', 'NOT_FOUND'],
    ['sol', 'FORBIDDEN'],
    ['ida', 'NOT_FOUND'],
    ['pim', 'FORBIDDEN'],
    ['hal', 'FORBIDDEN'],
    ['bea', 'FORBIDDEN'],
  ])('is not set by %s: %s', async (as, code) => {
    await expect(set({ as })).rejects.toMatchObject({ code });
  });

  test.each(['ren', 'sal', 'nia'])('of the worker is closed by them or who follows the return up: %s', async (as) => {
    const { id } = await set();
    expect(await close(id, { as })).toMatchObject({ revision: 1 });
  });
  test.each([
    ['sia', 'FORBIDDEN'],
    ['mo', 'FORBIDDEN'],
    ['pim', 'FORBIDDEN'],
    // The coordinator of the host, whose service did not set it.
    ['hew', 'FORBIDDEN'],
    ['hal', 'NOT_FOUND'],
    ['rose', 'NOT_FOUND'],
  ])('of the worker is not closed by %s: %s', async (as, code) => {
    const { id } = await set();
    await expect(close(id, { as })).rejects.toMatchObject({ code });
  });

  test.each([
    ['due', { due: '2025-11-20T07:00:00Z' }],
    ['what', { what: ' ' }],
    ['owner', { owner: 'willow-school' }],
  ])('is refused at %s where it says nothing that can be', async (where, changed) => {
    await expect(set(changed)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as string });
  });
});
