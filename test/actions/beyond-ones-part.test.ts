import { randomUUID } from 'node:crypto';
import { closeAction } from '../../src/actions/close-action.ts';
import { raiseConcern } from '../../src/actions/raise-concern.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { setAction, type SetAction } from '../../src/actions/set-action.ts';
import { LOOKED_ANYWHERE } from '../support/looked-anywhere.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const set = (who: string, changed: Partial<SetAction>) =>
  setAction(hub.services, actor(who), { key: randomUUID(), child: hub.child, what: 'Check the side door.', owner: 'larkfield', due: '2025-11-20T17:00:00Z', ...changed }, hub.now);

describe('what a home is to do', () => {
  test.each(['ede', 'hew'])('is answered alike whether it names somebody or nobody, where %s, who writes it, does not read who that is', async (who) => {
    await anInterview(hub);
    const [naming, safe] = [await set(who, { what: 'Ring Corvin Madeup.', confirmed: LOOKED_ANYWHERE }), await set(who, {})];
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
