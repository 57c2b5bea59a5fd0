import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { approveSafetyNote } from '../../src/actions/approve-safety-note.ts';
import { authoriseSharing } from '../../src/actions/authorise-sharing.ts';
import { gradeIntelligence, type GradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { writeSafetyNote, type WriteSafetyNote } from '../../src/actions/write-safety-note.ts';
import { lookedThrough } from '../support/looked-through.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { propose } from './decisions.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const HIDDEN = 'Corvin waits at 5 Invented Yard.';
const BAD = { code: 'BAD_INPUT' };
const STALE = { code: 'STALE_REVISION' };

const note = (who: string, changed: Partial<WriteSafetyNote> = {}): Promise<Acted> => {
  const words = { recipient: 'larkfield', watchFor: HIDDEN, doThis: 'Ask how the day was.', ring: 'The duty team.' };
  return lookedThrough((confirmed) => writeSafetyNote(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision: 0, ...words, confirmed, ...changed }, hub.now));
};

describe('a safety note', () => {
  test('is refused for words of an interview that its writer reads', async () => {
    await anInterview(hub);
    await expect(note('sal')).rejects.toMatchObject(BAD);
  });
  test('is no question about an interview restricted to others', async () => {
    const { id } = await anInterview(hub);
    await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: id, revision: 0, restricted: true, reason: 'Invented.', allegation: false, admitted: ['mo'] }, hub.now);
    expect(await hub.interview('sal', id)).toBeNull();
    expect(await note('sal')).toMatchObject({ revision: 1 });
  });
  test('that names a revision nobody read is refused for that, whatever it says', async () => {
    await anInterview(hub);
    await expect(note('sal', { revision: 7 })).rejects.toMatchObject(STALE);
    await expect(note('sal', { revision: 7, watchFor: 'A quiet.' })).rejects.toMatchObject(STALE);
  });
  test('is approved without a word on what interviews name', async () => {
    const { id } = await note('ren');
    await anInterview(hub);
    expect(await lookedThrough((confirmed) => approveSafetyNote(hub.services, actor('sal'), { key: randomUUID(), note: id, revision: 1, confirmed }, hub.now))).toMatchObject({ id });
  });
});

test('a proposed text that names a revision nobody read is refused for that, whatever it says', async () => {
  const { id } = await anInterview(hub);
  await expect(propose(hub, id, { revision: 7, text: HIDDEN })).rejects.toMatchObject(STALE);
  await expect(propose(hub, id, { revision: 7 })).rejects.toMatchObject(STALE);
  await expect(propose(hub, id, { text: HIDDEN })).rejects.toMatchObject(BAD);
});

test('a grade that names a revision nobody read is refused for that, whatever its text says', async () => {
  const orrin = { name: 'Orrin Madeup', category: 'SUSPECT', grade: null, reviewOn: '2026-05-01' } as const;
  const item = { child: hub.child, topic: 'HOT_SPOT', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'Invented.', source: 'Invented.', namedPeople: [orrin] } as const;
  const { id } = await recordIntelligence(hub.services, actor('ren'), { key: randomUUID(), ...item }, hub.now);
  await authoriseSharing(hub.services, actor('sal'), { key: randomUUID(), intelligence: id, revision: 0, authorised: true }, hub.now);
  const grade = (changed: Partial<GradeIntelligence>): Promise<Acted> => {
    const input = { key: randomUUID(), intelligence: id, revision: 0, sourceEvaluation: '2', assessment: 'B', handling: 'P', ...changed } as const;
    return gradeIntelligence(hub.services, actor('fin'), input, hub.now);
  };
  await expect(grade({ revision: 7, sanitisedText: 'Orrin waits.' })).rejects.toMatchObject(STALE);
  await expect(grade({ revision: 7, sanitisedText: 'He waits.' })).rejects.toMatchObject(STALE);
  await expect(grade({ sanitisedText: 'Orrin waits.' })).rejects.toMatchObject(BAD);
});
