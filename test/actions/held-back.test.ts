import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { acknowledgeConcern } from '../../src/actions/acknowledge-concern.ts';
import type { Acted } from '../../src/actions/action-services.ts';
import { approveSafetyNote } from '../../src/actions/approve-safety-note.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction, type SetAction } from '../../src/actions/set-action.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import { fields } from '../gate/a-gate.ts';
import { lookedThrough } from '../support/looked-through.ts';
import { aHubOfOneClock, anInterview, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { answer, ownActions, raise, toldNow } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aHubOfOneClock();
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
  lookedThrough((confirmed) => setAction(hub.services, actor(who), { key: randomUUID(), child: hub.child, what, owner: 'larkfield', due: new Date(hub.now + 9 * 60 * MINUTE).toISOString(), confirmed }, hub.now));
const plan = async (words: string): Promise<Acted> => {
  const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
  return lookedThrough((confirmed) => recordReturnStep(hub.services, actor('sal'), { key: randomUUID(), episode: episode?.id ?? '', step: 'PREVENTION_PLAN', at: '2025-11-20', words, confirmed }, hub.now));
};
const note = (watchFor: string): Promise<Acted> =>
  lookedThrough((confirmed) => writeSafetyNote(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, revision: 0, recipient: 'larkfield', watchFor, doThis: 'Stay with her.', ring: 'The duty desk.', confirmed }, hub.now));
const answerWith = async (action: string): Promise<Acted> => {
  const concern = await raise(hub);
  await hub.ingest.rows('delete from briefing_notice where about = $1', [concern.id]);
  const input = { key: randomUUID(), concern: concern.id, revision: 1, action, owner: 'larkfield', due: new Date(hub.now + 9 * 60 * MINUTE).toISOString() };
  const { warnings, action: id } = await lookedThrough((confirmed) => acknowledgeConcern(hub.services, actor('sal'), { ...input, confirmed }, hub.now));
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

  test('R2: is tried by one person three times a day, and then nothing of theirs, whatever it says; it is told to the managers and the data protection officer', async () => {
    await somebodyHidden();
    for (const text of [NAMING, NAMING, SAFE, NAMING]) {
      expect(await asMany()).toEqual([]);
      await write(text);
    }
    expect(await asMany()).toEqual([{ to: 'DATA_PROTECTION_OFFICER:northmere' }, { to: 'TEAM_MANAGER:northmere' }]);
    const [stored] = await hub.ingest.rows(`select count(*) from decision where kind <> 'CONCERN'`);
    for (const text of [SAFE, NAMING]) {
      await expect(write(text)).rejects.toMatchObject({ code: 'RATE_LIMITED', message: expect.stringMatching(/21 November 2025 at 08:00.*Ring the home/) as string });
    }
    expect(await hub.ingest.rows(`select count(*) from decision where kind <> 'CONCERN'`)).toEqual([stored]);
    hub.now += 24 * 60 * MINUTE;
    expect(await read('hal', (await write(SAFE)).id)).toBe(true);
  });

  test('is no longer read once somebody in it becomes known', async () => {
    const { id } = await write(NAMING);
    expect(await read('hal', id)).toBe(true);
    await anInterview(hub);
    expect(await read('hal', id)).toBe(false);
  });
});

const asMany = () => hub.ingest.rows(`select unnest("to") as to from briefing_notice where kind = 'HELD_BACK' and text like 'As many texts%' order by 1`);
const threeTried = async (): Promise<void> => {
  await somebodyHidden();
  for (const text of [NAMING, NAMING, NAMING]) {
    await set(text);
  }
};

test('R2: whoever may write for no home any more answers a concern by naming a colleague, and another may write for the home', async () => {
  const { id } = await raise(hub);
  await threeTried();
  await expect(answer(hub, id, { owner: 'larkfield', action: SAFE })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await answer(hub, id, { owner: 'sia@northmere' })).toMatchObject({ id });
  expect(await set(SAFE, 'mae')).toMatchObject({ child: hub.child });
});

test('R2: a note that somebody else approves counts for its writer too, and none of theirs is approved then', async () => {
  await somebodyHidden();
  const written = (watchFor: string) => writeSafetyNote(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, revision: 0, recipient: 'larkfield', watchFor, doThis: SAFE, ring: 'The desk.' }, hub.now);
  const approved = (note: Acted, who: string) => lookedThrough((confirmed) => approveSafetyNote(hub.services, actor(who), { key: randomUUID(), note: note.id, revision: note.revision, confirmed }, hub.now));
  const notes = [await written(NAMING), await written(NAMING), await written(NAMING), await written(SAFE)] as const;
  for (const [nth, who] of (['sal', 'tess', 'sal'] as const).entries()) {
    await approved(notes[nth] ?? notes[0], who);
  }
  await expect(approved(notes[3], 'tess')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(written(SAFE)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await set(SAFE)).toMatchObject({ child: hub.child });
});


test('a home is not told of an action that it does not read, though it is overdue, and is once it reads it', async () => {
  await somebodyHidden();
  const [naming, safe] = [await answerWith(NAMING), await answerWith(SAFE)];
  hub.now += 10 * 60 * MINUTE;
  const overdueOf = async (who: string): Promise<string[]> => (await toldOf(hub, who, hub.now)).flatMap(({ kind, about }) => (kind === 'ACTION_OVERDUE' ? [String(about)] : []));
  const each = async (who: string) => [...new Set(await overdueOf(who))].sort();
  expect([await each('hal'), await each('sal')]).toEqual([[safe.id], [naming.id, safe.id].sort()]);
  const [unseen] = await hub.ingest.rows<{ id: string }>(`select id from briefing_notice where about = $1 and kind = 'ACTION_OVERDUE' and step = 1`, [naming.id]);
  await expect(acknowledgeNotice(hub.services, actor('hal'), { id: unseen?.id ?? '' }, hub.now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await hub.ingest.rows(`update case_action set tells_nobody = 'YES' where id = $1`, [naming.id]);
  expect(await each('hal')).toEqual([naming.id, safe.id].sort());
});

describe('what a home is to do, said anew', () => {
  const anew = (id: string, changed: Partial<SetAction> = {}, who = 'sal'): Promise<Acted> => {
    const input = { key: randomUUID(), id, revision: 0, child: hub.child, what: 'Check both doors at nine.', owner: 'larkfield', due: new Date(hub.now + 60 * MINUTE).toISOString(), ...changed };
    return lookedThrough((confirmed) => setAction(hub.services, actor(who), { ...input, confirmed }, hub.now));
  };
  const asRead = async () => (await ownActions(hub, 'hal')).map(({ id, what, revision, state }) => ({ id, what, revision, state }));
  const known = async (): Promise<void> => {
    const [notice] = (await toldOf(hub, 'hal', hub.now)).filter(({ kind }) => kind === 'ACTION');
    await acknowledgeNotice(hub.services, actor('hal'), { id: String(notice?.['id']) }, hub.now);
  };

  test('is read as it stands now, and asks the home to say again that it knows', async () => {
    const { id } = await set(SAFE);
    await known();
    expect(await toldNow(hub, 'hal')).toEqual([]);
    expect(await anew(id)).toMatchObject({ id, revision: 1 });
    expect(await asRead()).toEqual([{ id, what: 'Check both doors at nine.', revision: 1, state: 'OPEN' }]);
    expect(await toldNow(hub, 'hal')).toEqual(['ACTION']);
    await expect(anew(id)).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await anew(id, { revision: 1, what: SAFE });
    expect(await toldNow(hub, 'hal')).toEqual(['ACTION']);
  });

  test('goes through the same gate: held back where it names somebody unread, refused where its writer reads them', async () => {
    await somebodyHidden();
    const { id } = await set(SAFE);
    await anew(id, { what: NAMING });
    expect([await asRead(), await toldNow(hub, 'hal'), await toldNow(hub, 'mo')]).toEqual([[], [], expect.arrayContaining(['HELD_BACK'])]);
    await anew(id, { revision: 1 });
    expect([await asRead(), await toldNow(hub, 'hal')]).toEqual([[{ id, what: 'Check both doors at nine.', revision: 2, state: 'OPEN' }], ['ACTION']]);
    await anInterview(hub, { at: '2025-11-20T07:30:00Z', locating: { peopleWith: ['Tyler Imaginary'] } });
    await expect(anew(id, { revision: 2, what: 'Ring Tyler Imaginary.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('stands with what came of it, and is overdue by the time that was said last', async () => {
    const { id } = await answerWith(SAFE);
    await anew(id, { due: new Date(hub.now + 20 * 60 * MINUTE).toISOString() });
    hub.now += 10 * 60 * MINUTE;
    expect(await toldNow(hub, 'sal')).not.toContain('ACTION_OVERDUE');
    hub.now += 10 * 60 * MINUTE;
    expect(await toldNow(hub, 'sal')).toContain('ACTION_OVERDUE');
    await closeAction(hub.services, actor('hal'), { key: randomUUID(), action: id, revision: 1, state: 'DONE', outcome: 'Shut.' }, hub.now);
    expect(await hub.ingest.rows('select what, state from case_action where id = $1', [id])).toEqual([{ what: 'Check both doors at nine.', state: 'DONE' }]);
    await expect(anew(id, { revision: 2 })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('is closed') as string });
  });

  test('stays whose it is, and is said anew by who set it or the child’s own authority', async () => {
    const { id } = await set(SAFE);
    await expect(anew(id, { owner: 'sia@northmere' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"owner"') as string });
    await expect(anew(id, {}, 'hew')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(anew(id, {}, 'hal')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(anew(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const guests = await set(SAFE, 'hew');
    expect([await anew(guests.id, {}, 'hew'), await anew(guests.id, { revision: 1 }, 'mae')]).toMatchObject([{ revision: 1 }, { revision: 2 }]);
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
  await lookedThrough((confirmed) => approveSafetyNote(hub.services, actor('sal'), { key: randomUUID(), note: written.id, revision: written.revision, confirmed }, hub.now));
  expect(await toldNow(hub, 'mo')).toContain('HELD_BACK');
  expect(await toldNow(hub, 'hal')).toEqual([]);
});

describe('what came of an action of a home', () => {
  const close = (action: string, outcome: string, who: string) => lookedThrough((confirmed) => closeAction(hub.services, actor(who), { key: randomUUID(), action, revision: 0, state: 'DONE', outcome, confirmed }, hub.now));
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
