import { randomUUID } from 'node:crypto';
import { acknowledgeConcern } from '../../src/actions/acknowledge-concern.ts';
import type { Acted } from '../../src/actions/action-services.ts';
import { approveSafetyNote } from '../../src/actions/approve-safety-note.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import { fields } from '../gate/a-gate.ts';
import { LOOKED_ANYWHERE } from '../support/looked-anywhere.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { ownActions, raise, toldNow } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const operation = { name: 'ATest', hash: 'a hash' };
/** Corvin Madeup, whom neither the worker nor the duty team reads. */
const somebodyHidden = async (): Promise<void> => {
  const { id } = await anInterview(hub);
  const closing = { restricted: true, reason: 'Invented.', allegation: false, admitted: ['mo@northmere'] };
  await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: id, revision: 0, ...closing }, hub.now);
};
const NAMING = 'Ring Corvin Madeup.';
const SAFE = 'Check the side door at ten.';

const set = (what: string, who = 'sal'): Promise<Acted> =>
  setAction(hub.services, actor(who), { key: randomUUID(), child: hub.child, what, owner: 'larkfield', due: '2025-11-20T17:00:00Z', confirmed: LOOKED_ANYWHERE }, hub.now);
const plan = async (words: string): Promise<Acted> => {
  const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
  return recordReturnStep(hub.services, actor('sal'), { key: randomUUID(), episode: episode?.id ?? '', step: 'PREVENTION_PLAN', at: '2025-11-20', words, confirmed: LOOKED_ANYWHERE }, hub.now);
};
const note = (watchFor: string): Promise<Acted> =>
  writeSafetyNote(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, revision: 0, recipient: 'larkfield', watchFor, doThis: 'Stay with her.', ring: 'The duty desk.', confirmed: LOOKED_ANYWHERE }, hub.now);
const answerWith = async (action: string): Promise<Acted> => {
  const concern = await raise(hub);
  await hub.ingest.rows('delete from briefing_notice');
  const input = { key: randomUUID(), concern: concern.id, revision: 1, action, owner: 'larkfield', due: '2025-11-20T17:00:00Z', confirmed: LOOKED_ANYWHERE };
  const { warnings, action: id } = await acknowledgeConcern(hub.services, actor('sal'), input, hub.now);
  return { id, child: hub.child, revision: 0, warnings };
};

const reads = (root: 'caseAction' | 'returnStep' | 'safetyNote', type: string) => async (who: string, id: string): Promise<boolean> => {
  const wanted = { [type]: fields('id') };
  return (await hub.gate.row(actor(who).viewer, { root: { name: root, id }, wanted, operation, now: hub.now })) !== null;
};
const WRITING: readonly [string, (text: string) => Promise<Acted>, ReturnType<typeof reads>][] = [
  ['an action', set, reads('caseAction', 'CaseAction')],
  ['the action that answers a concern', answerWith, reads('caseAction', 'CaseAction')],
  ['the plan to prevent another episode', plan, reads('returnStep', 'ReturnStep')],
  ['a safety note', note, reads('safetyNote', 'SafetyNote')],
];

describe.each(WRITING)('what a home is to read: %s', (_what, write, read) => {
  test('that names somebody whom its writer does not read is kept, read by no home, and answered as one that names nobody', async () => {
    await somebodyHidden();
    const [naming, safe] = [await write(NAMING), await write(SAFE)];
    expect([await read('sal', naming.id), await read('hal', naming.id), await read('hal', safe.id)]).toEqual([true, false, true]);
    expect(naming.warnings).toEqual(safe.warnings);
    expect(naming.warnings).toEqual([expect.stringContaining('only while it names nobody')]);
  });

  test('and is held back is told to the managers, in words that name nobody, and to no home', async () => {
    await somebodyHidden();
    await write(SAFE);
    expect(await toldNow(hub, 'mo')).not.toContain('HELD_BACK');
    await hub.ingest.rows('delete from briefing_notice');
    const { id } = await write(NAMING);
    const told = await hub.ingest.rows<{ to: string[]; kind: string; about: string; text: string }>(`select "to", kind, about, text from briefing_notice where about = $1 and kind <> 'ACTION_OVERDUE'`, [id]);
    expect(told).toEqual([{ to: ['TEAM_MANAGER:northmere'], kind: 'HELD_BACK', about: id, text: expect.not.stringMatching(/Corvin|Madeup|Wrenna/) as string }]);
    expect(await toldNow(hub, 'hal')).toEqual([]);
  });

  test('that names somebody whom its writer reads is refused, and they are told so', async () => {
    await anInterview(hub);
    await expect(write(NAMING)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('tells of somebody') as string });
  });

  test('is no longer read once somebody in it becomes known', async () => {
    const { id } = await write(NAMING);
    expect(await read('hal', id)).toBe(true);
    await anInterview(hub);
    expect(await read('hal', id)).toBe(false);
  });
});

test('a manager who writes for a home does not learn of it themself: the data protection officer is told', async () => {
  const { id } = await anInterview(hub);
  const closing = { restricted: true, reason: 'Invented.', allegation: false, admitted: ['tess@northmere'] };
  await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: id, revision: 0, ...closing }, hub.now);
  await set(NAMING, 'mae');
  expect(await hub.ingest.rows(`select "to" from briefing_notice where kind = 'HELD_BACK'`)).toEqual([{ to: ['DATA_PROTECTION_OFFICER:northmere'] }]);
});

test('a note that waited for its approval is looked through again when it is approved', async () => {
  await somebodyHidden();
  const written = await writeSafetyNote(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, revision: 0, recipient: 'larkfield', watchFor: NAMING, doThis: SAFE, ring: 'The desk.' }, hub.now);
  expect(await toldNow(hub, 'mo')).not.toContain('HELD_BACK');
  await approveSafetyNote(hub.services, actor('sal'), { key: randomUUID(), note: written.id, revision: written.revision, confirmed: LOOKED_ANYWHERE }, hub.now);
  expect(await toldNow(hub, 'mo')).toContain('HELD_BACK');
  expect(await toldNow(hub, 'hal')).toEqual([]);
});

describe('what came of an action of a home', () => {
  const close = (action: string, outcome: string, who: string) => closeAction(hub.services, actor(who), { key: randomUUID(), action, revision: 0, state: 'DONE', outcome, confirmed: LOOKED_ANYWHERE }, hub.now);
  const seen = reads('caseAction', 'CaseAction');

  test('said by the home itself takes nothing from it, whomever it names', async () => {
    await somebodyHidden();
    const [known, unknown] = [await set(SAFE), await set(SAFE)];
    const answers = [await close(known.id, 'Corvin Madeup shut it.', 'hal'), await close(unknown.id, 'Somebody Else shut it.', 'hal')];
    expect(answers.map(({ warnings }) => warnings)).toEqual([[], []]);
    expect([await seen('hal', known.id), await seen('hal', unknown.id)]).toEqual([true, true]);
    expect(await toldNow(hub, 'mo')).not.toContain('HELD_BACK');
  });

  test('said by others is held back like the action', async () => {
    await somebodyHidden();
    const { id } = await set(SAFE);
    expect((await close(id, 'Corvin Madeup shut it.', 'nia')).warnings).toEqual([expect.stringContaining('only while it names nobody')]);
    expect(await seen('hal', id)).toBe(false);
    expect(await ownActions(hub, 'hal')).toEqual([]);
    expect(await toldNow(hub, 'mo')).toContain('HELD_BACK');
  });
});
