import { randomUUID } from 'node:crypto';
import { decideSharing } from '../../src/actions/decide-sharing.ts';
import { gradeIntelligence, type GradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { authoriseSharing } from '../../src/actions/authorise-sharing.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { agree, approve, propose, share } from './decisions.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
afterAll(() => hub.close());

const ORRIN = { name: 'Orrin Madeup', category: 'SUSPECT', grade: null, reviewOn: '2026-05-01' } as const;
const interview = async (): Promise<string> => (await anInterview(hub, { answers: { reasons: 'Invented.', namedPeople: [ORRIN] } })).id;

describe('a proposed text', () => {
  test.each([
    ['a named person', 'She went with orrin madeup.', 'somebody'],
    ['a place where she stayed', 'She slept at 5 invented yard.', 'a place'],
    ['somebody she was with', 'Corvin was there.', 'somebody'],
  ])('is refused while %s stands in it, and the words are not repeated', async (_what, text, told) => {
    const refused = propose(hub, await interview(), { text });
    await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`tells of ${told}.`) as string });
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringMatching(/orrin|invented yard|corvin/i) as string });
  });
  test('is made from the interview as it is now', async () => {
    const refused = propose(hub, await interview(), { contentHash: 'f'.repeat(64) });
    await expect(refused).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });
  test('says for which home it is, and for the police for none', async () => {
    const id = await interview();
    await expect(propose(hub, id, { recipient: null })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(propose(hub, id, { audience: 'POLICE', recipient: 'mereshire-police' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
  test('carries no answer in words of the child', async () => {
    // As a client without the schema's check would send it.
    const answers = ['reasons'] as unknown as [];
    await expect(propose(hub, await interview(), { answers })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
  test('is approved in the version that was read, and an approved one is no longer open to approval once another is proposed', async () => {
    const id = await interview();
    const first = await propose(hub, id);
    await expect(approve(hub, first.id, { revision: 2 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await propose(hub, id, { revision: first.revision, text: 'Another invented text.' });
    await expect(approve(hub, first.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
  test('is approved by nobody who wrote it, trained or not', async () => {
    const text = await propose(hub, await interview(), { as: 'tess' });
    await expect(approve(hub, text.id, { as: 'tess' })).rejects.toMatchObject({ code: 'NOT_TRAINED' });
    await expect(approve(hub, text.id, { as: 'mo' })).resolves.toMatchObject({ id: text.id });
  });
});

describe('a sharing decision', () => {
  test('warns that no text is approved yet, and that the recipient has nothing to do with the child', async () => {
    const id = await interview();
    expect((await share(hub, id)).warnings).toEqual([expect.stringContaining('No redacted text')]);
    const { warnings } = await share(hub, id, { recipient: 'ashgrove' });
    expect(warnings).toHaveLength(2);
    expect((await share(hub, id, { revision: 1, decision: 'WITHHOLD' })).warnings).toEqual([]);
  });
  test('in full for the police needs no text', async () => {
    const id = await interview();
    const input = { key: randomUUID(), interview: id, revision: 0, audience: 'POLICE', recipient: 'mereshire-police', decision: 'SHARE', level: 'FULL' } as const;
    expect((await decideSharing(hub.services, actor('sia'), input, hub.now)).warnings).toEqual([]);
    expect(await hub.interview('pim', id)).toMatchObject({ __typename: 'FullInterview' });
  });
});

describe('an agreement that is withdrawn', () => {
  const notices = () => hub.ingest.rows('select "to", about from briefing_notice where kind = $1', ['AGREEMENT_WITHDRAWN']);

  test('is told to the decision-maker; one that is given is not', async () => {
    const id = await interview();
    const { revision } = await agree(hub, id);
    expect(await notices()).toEqual([]);
    await agree(hub, id, { revision, state: 'WITHDRAWN' });
    expect(await notices()).toEqual([{ to: ['sia@northmere'], about: id }]);
  });
  test('tells the same where the child said no in other words, later', async () => {
    const before = (await notices()).length;
    const id = await interview();
    await agree(hub, id, { state: 'REFUSED' });
    expect(await notices()).toHaveLength(before);
    await agree(hub, id, { revision: 1, state: 'GIVEN' });
    await agree(hub, id, { revision: 2, state: 'REFUSED' });
    expect(await notices()).toHaveLength(before + 1);
  });
});

describe('a grade', () => {
  const anItem = async (): Promise<string> => {
    const item = { child: hub.child, topic: 'HOT_SPOT', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'Invented.', source: 'Invented.', namedPeople: [ORRIN] } as const;
    const { id } = await recordIntelligence(hub.services, actor('ren'), { key: randomUUID(), ...item }, hub.now);
    await authoriseSharing(hub.services, actor('sal'), { key: randomUUID(), intelligence: id, revision: 0, authorised: true }, hub.now);
    return id;
  };
  const gradeOf = (intelligence: string, changed: Partial<GradeIntelligence>): Promise<unknown> => {
    const input = { key: randomUUID(), intelligence, revision: 0, sourceEvaluation: '2', assessment: 'B', handling: 'P', ...changed } as const;
    return gradeIntelligence(hub.services, actor('fin'), input, hub.now);
  };
  const grade = async (changed: Partial<GradeIntelligence>): Promise<unknown> => gradeOf(await anItem(), changed);

  test('under conditions that name others leaves the item to whoever graded it', async () => {
    const id = await anItem();
    await gradeOf(id, { handling: 'C', conditions: 'Ask first.', recipients: ['southvale'] });
    await expect(gradeOf(id, { revision: 1 })).resolves.toMatchObject({ revision: 2 });
  });
  test('has a sanitised text that names nobody whom the item names', async () => {
    await expect(grade({ sanitisedText: 'ORRIN waits at the gate.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(grade({ sanitisedText: 'Somebody waits at the gate.' })).resolves.toBeDefined();
  });
  test('may have none', async () => {
    await expect(grade({ sanitisedText: ' ' })).resolves.toBeDefined();
  });
});

describe('what is authorised', () => {
  const authorise = (changed: object) =>
    authoriseSharing(hub.services, actor('sal'), { key: randomUUID(), revision: 0, authorised: true, ...changed }, hub.now);

  test('is one interview for one recipient, or one item as a whole', async () => {
    const id = await interview();
    await expect(authorise({})).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(authorise({ interview: id, intelligence: id })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(authorise({ interview: id })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(authorise({ interview: id, audience: 'PARTNER', recipient: 'willow-school' })).resolves.toMatchObject({ revision: 1 });
  });
});
