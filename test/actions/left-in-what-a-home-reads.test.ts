import { randomUUID } from 'node:crypto';
import { acknowledgeConcern } from '../../src/actions/acknowledge-concern.ts';
import type { Acted } from '../../src/actions/action-services.ts';
import { approveSafetyNote } from '../../src/actions/approve-safety-note.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { setAction } from '../../src/actions/set-action.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import { aDecidingHub, type DecidingHub } from './a-deciding-hub.ts';
import { raise } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

/** Nobody of whom the hub knows. */
const TEXT = 'Ring 07700 900123 and ask for Zed Unheardof, he sells her tablets.';
const [PHONE, ZED] = [TEXT.indexOf('07700'), TEXT.indexOf('Zed')];
const DUE = '2025-11-20T17:00:00Z';

interface Sent {
  readonly key: string;
  readonly confirmed?: readonly number[];
}
type Write = (text: string, sent: Sent) => Promise<Acted>;

const set: Write = (what, sent) => setAction(hub.services, actor('sal'), { ...sent, child: hub.child, what, owner: 'larkfield', due: DUE }, hub.now);
const note = (who: string): Write => (watchFor, sent) =>
  writeSafetyNote(hub.services, actor(who), { ...sent, child: hub.child, revision: 0, recipient: 'larkfield', watchFor, doThis: 'Sit with her.', ring: 'The duty desk.' }, hub.now);
const plan: Write = async (words, sent) => {
  const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
  return recordReturnStep(hub.services, actor('sal'), { ...sent, episode: episode?.id ?? '', step: 'PREVENTION_PLAN', at: '2025-11-20', words }, hub.now);
};
/** What a test writes once, before the text itself: a concern, an action of the home, a note that waits. */
const READY: Readonly<Record<string, () => Promise<Write>>> = {
  'an action': () => Promise.resolve(set),
  'the action that answers a concern': async () => {
    const { id } = await raise(hub);
    return (action, sent) => acknowledgeConcern(hub.services, actor('sal'), { ...sent, concern: id, revision: 1, action, owner: 'larkfield', due: DUE }, hub.now);
  },
  'the plan to prevent another episode': () => Promise.resolve(plan),
  'what others say came of an action': async () => {
    const { id } = await set('Check the side door at ten.', { key: randomUUID() });
    return (outcome, sent) => closeAction(hub.services, actor('nia'), { ...sent, action: id, revision: 0, state: 'DONE', outcome }, hub.now);
  },
  'a safety note of somebody who may approve it': () => Promise.resolve(note('sal')),
};
const decisions = () => hub.ingest.rows<{ payload: { leftIn?: unknown } }>('select payload from decision order by at, id');

describe.each(Object.entries(READY))('what a home reads with nobody to look at it twice: %s', (_what, ready) => {
  test('is kept only once its writer has looked at each passage that reads like somebody, and loses nothing by it', async () => {
    const write = await ready();
    const before = await decisions();
    const key = randomUUID();
    const refused = write(TEXT, { key });
    await expect(refused).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringContaining(`: 2, at ${String(PHONE)}-${String(PHONE + 12)} (a phone number), ${String(ZED)}-${String(ZED + 13)} (a person)`) as string });
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringMatching(/07700|zed|unheardof/i) as string });
    await expect(write(TEXT, { key, confirmed: [PHONE] })).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringContaining(`: 1, at ${String(ZED)}-`) as string });
    expect(await decisions()).toEqual(before);
    await write(TEXT, { key, confirmed: [PHONE, ZED] });
    const kept = (await decisions()).flatMap(({ payload }) => payload.leftIn ?? []);
    expect(kept).toEqual([{ from: PHONE, until: PHONE + 12, kind: 'PHONE' }, { from: ZED, until: ZED + 13, kind: expect.stringMatching(/PERSON|PLACE/) as string }]);
  });
  test('asks of registrations, postcodes, handles, and of what speaks of the home', async () => {
    const write = await ready();
    for (const text of ['He drives AB12 CDE.', 'They meet at ZZ99 9ZZ.', 'He is @invented_handle there.', 'She says that night staff hit her.', 'She is afraid of the home.']) {
      await expect(write(text, { key: randomUUID() })).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringContaining(': 1, at') as string });
    }
  });
  test('names each passage by itself in a sentence about the home, and what it is', async () => {
    const write = await ready();
    const text = 'The night staff rang Zed Unheardof on 07700 900123 at 12 Inventedham Road, AB12 CDE.';
    const at = (passage: string): string => `${String(text.indexOf(passage))}-${String(text.indexOf(passage) + passage.length)}`;
    await expect(write(text, { key: randomUUID() })).rejects.toMatchObject({
      code: 'TEXT_UNCONFIRMED',
      message: expect.stringContaining(`: 5, at ${at(text)} (a sentence about those who read it), ${at('Zed Unheardof')} (a person), ${at('07700 900123')} (a phone number), ${at('12 Inventedham Road')} (a place), ${at('AB12 CDE')} (a vehicle)`) as string,
    });
    const named = ['Zed', '07700', '12 Inv', 'AB12'].map((passage) => text.indexOf(passage));
    await expect(write(text, { key: randomUUID(), confirmed: named })).rejects.toMatchObject({ message: expect.stringContaining(`: 1, at ${at(text)} `) as string });
    await expect(write(text, { key: randomUUID(), confirmed: [0, ...named] })).resolves.toMatchObject({ child: hub.child });
  });
  test('takes no list that names other places, so that nobody confirms what they have not looked at', async () => {
    const write = await ready();
    const before = await decisions();
    const all = Array.from({ length: 500 }, (_, place) => place);
    for (const confirmed of [all, [PHONE, ZED, PHONE + 1], [-1], [PHONE, ZED, 4000]]) {
      await expect(write(TEXT, { key: randomUUID(), confirmed })).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringContaining('where no such passage begins') as string });
    }
    await expect(write('Check the side door at ten.', { key: randomUUID(), confirmed: [0] })).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED' });
    expect(await decisions()).toEqual(before);
  });
  test('asks nothing of a text that names nobody', async () => {
    const write = await ready();
    await expect(write('Check the side door at ten.', { key: randomUUID() })).resolves.toMatchObject({ child: hub.child });
  });
});

test('passages of a note are counted through all of it', async () => {
  const said = { watchFor: 'Her phone.', doThis: 'Ask for Zed Unheardof.', ring: '01632 960000' };
  const [zed, desk] = [19, 34];
  const write = (confirmed?: readonly number[]) => writeSafetyNote(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, revision: 0, recipient: 'larkfield', ...said, ...(confirmed && { confirmed }) }, hub.now);
  await expect(write()).rejects.toMatchObject({ message: expect.stringContaining(`: 2, at ${String(zed)}-${String(zed + 13)} (a person), ${String(desk)}-${String(desk + 12)} (a phone number), counted through "watchFor", "doThis", "ring"`) as string });
  await expect(write([zed, desk])).resolves.toMatchObject({ revision: 1 });
});

test('a note that waits for its approval is asked of whoever approves it, and what stands is kept with the approval', async () => {
  const { id } = await note('ren')(TEXT, { key: randomUUID() });
  const approve = (confirmed?: readonly number[]) => approveSafetyNote(hub.services, actor('sal'), { key: randomUUID(), note: id, revision: 1, ...(confirmed && { confirmed }) }, hub.now);
  await expect(approve()).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED' });
  await approve([PHONE, ZED]);
  expect(await hub.ingest.rows(`select json_array_length(payload -> 'leftIn') as kept from decision where kind = 'SAFETY_NOTE_STEP'`)).toEqual([{ kept: 2 }]);
});

test('nothing is asked of what a colleague is to do, of another step, or of what the home says itself', async () => {
  const own = await setAction(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, what: TEXT, owner: 'sia@northmere', due: DUE }, hub.now);
  expect(own).toMatchObject({ revision: 0 });
  const { id } = await set('Check the side door at ten.', { key: randomUUID() });
  await expect(closeAction(hub.services, actor('hal'), { key: randomUUID(), action: id, revision: 0, state: 'DONE', outcome: TEXT }, hub.now)).resolves.toMatchObject({ revision: 1 });
  const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
  const step = { key: randomUUID(), episode: episode?.id ?? '', step: 'CHILD_SEEN', at: '2025-11-20', words: TEXT } as const;
  await expect(recordReturnStep(hub.services, actor('sal'), step, hub.now)).resolves.toMatchObject({ child: hub.child });
});
