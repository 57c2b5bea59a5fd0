import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { restrict, type Restrict } from '../../src/actions/restrict.ts';
import { writeSafetyNote, type WriteSafetyNote } from '../../src/actions/write-safety-note.ts';
import { approveSafetyNote } from '../../src/actions/approve-safety-note.ts';
import { acknowledgeSafetyNote } from '../../src/actions/acknowledge-safety-note.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { fields } from '../gate/a-gate.ts';
import { toldOf } from './an-alert.ts';
import { aDecidingHub, anInterview, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const set = (who: string, changed: Partial<Restrict>) =>
  restrict(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', allegation: false, ...changed }, hub.now);
const notices = (kind: string) => hub.ingest.rows<{ to: string[] }>('select "to" from briefing_notice where kind = $1 order by 1', [kind]);
const sees = async (who: string, id: string): Promise<boolean> => (await hub.interview(who, id)) !== null;

test('a restriction leaves the social worker and the managers until somebody is named', async () => {
  const { id } = await anInterview(hub);
  await set('mo', {});
  expect([await sees('sia', id), await sees('mae', id)]).toEqual([true, true]);
  expect([await sees('sal', id), await sees('ren', id), await sees('hal', id), await sees('pim', id)]).toEqual([false, false, false, false]);
});

test('only those who are admitted see, and a manager can still lift it', async () => {
  const { id } = await anInterview(hub);
  const { revision, warnings } = await set('mo', { admitted: ['sal'] });
  expect(warnings).toEqual([expect.stringContaining('You were admitted too')]);
  expect([await sees('sal', id), await sees('mo', id), await sees('sia', id), await sees('mae', id)]).toEqual([true, true, false, false]);
  await expect(set('mae', { revision, restricted: false })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(set('mo', { revision, restricted: false, reason: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await set('mo', { revision, restricted: false });
  expect([await sees('sia', id), await sees('hal', id)]).toEqual([true, true]);
});

test('who opens an interview of a child who is restricted is told that it opens nothing', async () => {
  const { id } = await anInterview(hub);
  await set('mo', {});
  const { warnings } = await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: id, revision: 0, restricted: false, reason: 'Invented.' }, hub.now);
  expect(warnings).toEqual([expect.stringContaining('the child is restricted, and the interview with them')]);
});

test('nobody comes in by a restriction who has nothing to do with the child', async () => {
  const { id } = await anInterview(hub);
  for (const stranger of ['ash', 'gil']) {
    await expect(set('mo', { admitted: ['sal', stranger] })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('Person') as string });
    expect(await sees(stranger, id)).toBe(false);
  }
  await set('mo', { admitted: ['sal', 'hal'] });
  expect(await sees('hal', id)).toBe(true);
});

test('an allegation restricts at once, shuts out the person it names, and prompts for the LADO past them', async () => {
  const { id } = await anInterview(hub);
  await expect(set('mo', { allegation: true })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  const { revision } = await set('mo', { allegation: true, excluded: ['mae@northmere'] });
  expect([await sees('mo', id), await sees('sia', id), await sees('mae', id)]).toEqual([true, true, false]);
  expect(await notices('LADO')).toEqual([{ to: ['dot@northmere'] }, { to: ['mo@northmere'] }]);
  await expect(set('mae', { revision, restricted: false })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('nobody restricts by an allegation against themself', async () => {
  await expect(set('mo', { allegation: true, excluded: ['mo@northmere'], admitted: ['sal'] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

test('one interview is restricted and the child is not', async () => {
  const [first, second] = [await anInterview(hub), await anInterview(hub)];
  await set('mo', { child: null, interview: first.id });
  expect([await sees('sal', first.id), await sees('sal', second.id)]).toEqual([false, true]);
  await expect(set('mo', { interview: first.id })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

describe('a safety note', () => {
  const write = (who: string, changed: Partial<WriteSafetyNote> = {}) => {
    const input = { key: randomUUID(), child: hub.child, revision: 0, recipient: 'larkfield', watchFor: 'A sudden quiet.', doThis: 'Sit with her.', ring: 'The duty team.' };
    return writeSafetyNote(hub.services, actor(who), { ...input, ...changed }, hub.now);
  };
  const reads = (who: string, id: string) =>
    hub.gate.row(actor(who).viewer, { root: { name: 'safetyNote', id }, wanted: { SafetyNote: fields('watchFor', 'approved') }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });

  test("by a worker waits for approval; then its home reads it and is told", async () => {
    const { id } = await write('ren');
    expect(await reads('hal', id)).toBeNull();
    expect(await notices('SAFETY_NOTE')).toEqual([]);
    await approveSafetyNote(hub.services, actor('sal'), { key: randomUUID(), note: id, revision: 1 }, hub.now);
    expect(await reads('hal', id)).toMatchObject({ watchFor: 'A sudden quiet.', approved: true });
    const now = new Date(hub.now).toISOString();
    expect(await hub.ingest.rows(`select "to" from briefing_notice where kind = 'SAFETY_NOTE' and visible_from <= $1`, [now])).toEqual([{ to: ['PLACEMENT_PROVIDER:larkfield'] }]);
  });
  test('that its home does not acknowledge within the hour is told to the service, until it does', async () => {
    const { id } = await write('sal');
    const told = async () => Promise.all(['hal', 'sal', 'mo'].map(async (who) => (await toldOf(hub, who, hub.now)).map(({ kind, step, notAnsweredBy }) => [kind, step, notAnsweredBy])));
    hub.now += 60 * MINUTE - 1;
    expect(await told()).toEqual([[['SAFETY_NOTE', 1, null]], [], []]);
    hub.now += 1;
    expect(await told()).toEqual([[['SAFETY_NOTE', 1, null]], [['SAFETY_NOTE', 2, 'Not answered by: placement provider.']], []]);
    await acknowledgeSafetyNote(hub.services, actor('hal'), { key: randomUUID(), note: id, revision: 1 }, hub.now);
    hub.now += 600 * MINUTE;
    expect(await told()).toEqual([[], [], []]);
  });
  test('is not taken off the briefing of its home by a word that the notice was seen, but by the note itself; the service may', async () => {
    await write('sal');
    hub.now += 60 * MINUTE;
    const seen = async (who: string) => {
      const [notice] = await toldOf(hub, who, hub.now);
      return acknowledgeNotice(hub.services, actor(who), { id: String(notice?.['id']) }, hub.now);
    };
    await expect(seen('hal')).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('acknowledgeSafetyNote') as string });
    expect(await toldOf(hub, 'hal', hub.now)).toHaveLength(1);
    await seen('sal');
    expect(await toldOf(hub, 'hal', hub.now)).toEqual([]);
  });
  test('for a carer that nobody acknowledges names the carer to nobody', async () => {
    const relation = { key: randomUUID(), child: hub.child, revision: 0, relationship: 'CARER', holder: 'cora' } as const;
    await recordRelationship(hub.services, actor('nia'), relation, hub.now);
    await write('sal', { recipient: 'cora@northmere' });
    hub.now += 60 * MINUTE;
    expect(await toldOf(hub, 'cora', hub.now)).toMatchObject([{ kind: 'SAFETY_NOTE', step: 1 }]);
    expect(await toldOf(hub, 'sal', hub.now)).toMatchObject([{ step: 2, notAnsweredBy: 'Not answered by: placement provider.' }]);
  });
  test('by somebody who may approve it is approved at once', async () => {
    const { id } = await write('sal');
    expect(await reads('hal', id)).toMatchObject({ approved: true });
  });
  test('for another home is read by that one alone, and only while the child is with it', async () => {
    const { id, warnings } = await write('sal', { recipient: 'ashgrove' });
    expect(warnings).toEqual([expect.stringContaining('nothing to do with the child now'), expect.stringContaining('reads this only while it names nobody')]);
    expect([await reads('hal', id), await reads('ash', id)]).toEqual([null, null]);
    expect(await notices('SAFETY_NOTE')).toEqual([]);
  });
  test('holds nothing out of an interview that names somebody or somewhere', async () => {
    await anInterview(hub);
    await expect(write('sal', { doThis: 'Look out for Corvin.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(write('sal', { watchFor: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
