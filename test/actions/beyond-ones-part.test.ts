import { randomUUID } from 'node:crypto';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import { raiseConcern } from '../../src/actions/raise-concern.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction, type SetAction } from '../../src/actions/set-action.ts';
import { lookedThrough } from '../support/looked-through.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const set = (who: string, changed: Partial<SetAction>) =>
  lookedThrough((confirmed) => setAction(hub.services, actor(who), { key: randomUUID(), child: hub.child, what: 'Check the side door.', owner: 'larkfield', due: '2025-11-20T17:00:00Z', confirmed, ...changed }, hub.now));

describe('what a home is to do', () => {
  test.each(['ede', 'hew'])('is answered alike whether it names somebody or nobody, where %s, who writes it, does not read who that is', async (who) => {
    await anInterview(hub);
    const [naming, safe] = [await set(who, { what: 'Ring Corvin Madeup.' }), await set(who, {})];
    expect(naming.warnings).toEqual(safe.warnings);
    expect(await hub.ingest.rows('select tells_nobody from case_action where id = any ($1::uuid[]) order by tells_nobody', [[naming.id, safe.id]])).toEqual([{ tells_nobody: 'NO' }, { tells_nobody: 'YES' }]);
  });

  test('is closed by others without naming anybody to it', async () => {
    await anInterview(hub);
    const { id } = await set('sal', {});
    const closing = (outcome: string) => closeAction(hub.services, actor('nia'), { key: randomUUID(), action: id, revision: 0, state: 'DONE', outcome }, hub.now);
    await expect(closing('Corvin Madeup had left it open.')).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"outcome" tells of') as string });
    expect(await closing('It is shut.')).toMatchObject({ revision: 1 });
  });
});

describe('who cares for a child, works with them or is let in', () => {
  const names = (relationship: 'CARER' | 'IRO', holder: string) => recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, relationship, holder }, hub.now);
  const note = async (who: string, recipient: string) =>
    (await lookedThrough((confirmed) => writeSafetyNote(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision: 0, recipient, watchFor: 'A quiet.', doThis: 'Sit with her.', ring: 'The duty team.', confirmed }, hub.now))).warnings;
  const warned = async (who: string, owner: string) => (await set(who, { owner, what: 'Sit with her.' })).warnings;
  beforeEach(async () => {
    await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
  });

  test('is not found out by a host that says what somebody is to do, or writes them a note', async () => {
    const before = [await warned('hew', 'cora@northmere'), await warned('hew', 'ida@northmere'), await note('gus', 'cora@northmere')];
    await names('CARER', 'cora');
    await names('IRO', 'ida');
    expect([await warned('hew', 'cora@northmere'), await warned('hew', 'ida@northmere'), await note('gus', 'cora@northmere')]).toEqual(before);
    expect(before[0]).toContainEqual(expect.stringContaining('tell them too'));
  });

  test('is said to the authority whose child it is', async () => {
    expect([await warned('sal', 'cora@northmere'), await note('sal', 'cora@northmere')]).toEqual([expect.arrayContaining([expect.stringContaining('does not read it')]), expect.arrayContaining([expect.stringContaining('has nothing to do')])]);
    await names('CARER', 'cora');
    expect([await warned('sal', 'cora@northmere'), await note('sal', 'cora@northmere')]).toEqual([[expect.stringContaining('only while it names nobody')], [expect.stringContaining('only while it names nobody')]]);
  });
});

test('nobody comes to read of a child by an action who has nothing to do with them', async () => {
  await expect(set('hew', { owner: 'gil@farshire-police', what: 'Look out for her.' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('nothing to do with this child') as string });
  await expect(set('sal', { owner: 'ashgrove' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  expect(await set('sal', { owner: 'pim@mereshire-police' })).toMatchObject({ warnings: [] });
});

test('an allegation names those of whom it is made, and does not shut a whole service out', async () => {
  const allege = (...excluded: string[]) =>
    raiseConcern(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, concern: 'ALLEGATION', words: 'Invented.', excluded }, hub.now);
  await expect(allege('sia@northmere', 'mo@northmere', 'mae@northmere', 'sal@northmere')).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('at most 3') as string });
  expect(await hub.ingest.rows('select restricted from child')).toEqual([{ restricted: 'NO' }]);
});

test('what cannot wait is told to those a closed interview lets in, and to nobody it shuts out', async () => {
  const interview = await anInterview(hub);
  const closing = { restricted: true, reason: 'Invented.', allegation: true, admitted: ['mo@northmere', 'tess@northmere'], excluded: ['sia@northmere'] };
  await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: interview.id, revision: 0, ...closing }, hub.now);
  const concern = await raiseConcern(hub.services, actor('tess'), { key: randomUUID(), child: hub.child, concern: 'INTELLIGENCE', words: 'Invented.', interview: interview.id }, hub.now);
  const item = { key: randomUUID(), child: hub.child, concern: concern.id, topic: 'ASSOCIATE', urgency: 'ACT_NOW', at: '2025-11-20T07:00:00Z', content: 'Invented.', source: 'Invented.' } as const;
  await recordIntelligence(hub.services, actor('tess'), item, hub.now);
  const told = await hub.ingest.rows<{ to: string }>(`select distinct unnest("to") as to from briefing_notice where kind = 'ACT_NOW' order by 1`);
  expect(told.map(({ to }) => to)).toEqual(['mo@northmere', 'tess@northmere']);
});
