import { randomUUID } from 'node:crypto';
import { authoriseSharing } from '../../src/actions/authorise-sharing.ts';
import { gradeIntelligence, type GradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { aDecidingHub, type DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

async function anItem(who: string): Promise<string> {
  const said = { child: hub.child, topic: 'HOT_SPOT', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'An invented yard.', source: 'An invented source.', namedPeople: [] } as const;
  const { id } = await recordIntelligence(hub.services, actor(who), { key: randomUUID(), ...said }, hub.now);
  return id;
}
const released = async (id: string): Promise<string> => {
  await authoriseSharing(hub.services, actor('sal'), { key: randomUUID(), intelligence: id, revision: 0, authorised: true }, hub.now);
  return id;
};
const grading = (intelligence: string, changed: Partial<GradeIntelligence> = {}): Promise<unknown> =>
  gradeIntelligence(hub.services, actor('fin'), { key: randomUUID(), intelligence, revision: 0, sourceEvaluation: '2', assessment: 'B', handling: 'P', ...changed }, hub.now);
const told = async (...who: readonly string[]): Promise<unknown[]> =>
  Promise.all(who.map(async (one) => (await toldOf(hub, one, hub.now)).filter(({ kind }) => kind === 'GRADED').map(({ about }) => about)));

test('whoever wrote an item is told that it was graded, and nobody else', async () => {
  const id = await released(await anItem('ren'));
  await grading(id);
  expect(await told('ren', 'rose', 'sal', 'sia', 'fin', 'pim', 'hal')).toEqual([[id], [], [], [], [], [], []]);
});

test('a grade given anew takes the place of the one nobody has looked at', async () => {
  const id = await released(await anItem('ren'));
  await grading(id);
  await grading(id, { revision: 1, assessment: 'C' });
  expect(await told('ren')).toEqual([[id]]);
});

test('whoever may not read the grade is not told of it', async () => {
  const id = await released(await anItem('ren'));
  const before = hub.services.directory;
  const people = new Map([...before().people].map(([one, person]) => [one, one === 'ren' ? { ...person, roles: person.roles.map((held) => ({ ...held, role: 'BUSINESS_SUPPORT' as const })) } : person]));
  await gradeIntelligence({ ...hub.services, directory: () => ({ ...before(), people }) }, actor('fin'), { key: randomUUID(), intelligence: id, revision: 0, sourceEvaluation: '2', assessment: 'B', handling: 'P' }, hub.now);
  expect(await hub.ingest.rows(`select from briefing_notice where kind = 'GRADED'`)).toEqual([]);
});

test('the bureau is not told of its own grade of its own item', async () => {
  // Police tell of a child of whom something came to their bureau.
  await released(await anItem('ren'));
  const id = await anItem('fin');
  await grading(id);
  expect(await told('fin')).toEqual([[]]);
});
