import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { authoriseSharing } from '../../src/actions/authorise-sharing.ts';
import { recordAttempt } from '../../src/actions/record-attempt.ts';
import { recordIntelligence, type RecordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordOffer, type RecordOffer } from '../../src/actions/record-offer.ts';
import { aDecidingHub, anInterview, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
let episode: string;
beforeAll(async () => {
  hub = await aDecidingHub();
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode');
  episode = found?.id ?? '';
});
afterAll(() => hub.close());

const offering = (changed: Partial<RecordOffer> = {}, who = 'ren'): Promise<Acted> => {
  const input = { key: randomUUID(), child: hub.child, episodes: [episode], at: '2025-11-20T07:30:00Z', offeredTo: 'CHILD', ...changed } as const;
  return recordOffer(hub.services, actor(who), input, MORNING);
};
const shown = async (id: string): Promise<Record<string, unknown> | undefined> => (await hub.ingest.rows(`select * from offer where id = $1`, [id]))[0];
const observations = async (): Promise<number> => (await hub.ingest.rows('select 1 from observation')).length;

describe('an offer', () => {
  test('is shown with the service that made it', async () => {
    const { id, revision, child } = await offering({ outcome: 'ACCEPTED' });
    expect({ revision, child }).toEqual({ revision: 1, child: hub.child });
    expect(await shown(id)).toMatchObject({ outcome: 'ACCEPTED', service: 'northmere', revision: 1, episode_ids: [episode] });
  });

  test('is changed at the revision that was read', async () => {
    const { id } = await offering();
    expect(await offering({ id, revision: 1, outcome: 'ACCEPTED' })).toMatchObject({ id, revision: 2 });
    expect(await shown(id)).toMatchObject({ outcome: 'ACCEPTED', revision: 2 });
  });

  test('changed by somebody else meanwhile refuses the older revision, and nothing is lost', async () => {
    const { id } = await offering();
    await offering({ id, revision: 1, outcome: 'ACCEPTED' }, 'sal');
    const before = await observations();
    await expect(offering({ id, revision: 1, outcome: 'DECLINED_BY_PARENT' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await observations()).toBe(before);
    expect(await shown(id)).toMatchObject({ outcome: 'ACCEPTED', revision: 2 });
  });

  test('is kept whatever the guidance asks for besides, and that is said', async () => {
    expect(await offering({ outcome: 'NOT_APPROPRIATE' })).toMatchObject({ revision: 1, warnings: [expect.stringContaining('never')] });
    expect(await offering({ outcome: 'NOT_APPROPRIATE', askAgainOn: '2025-11-24' })).toMatchObject({ warnings: [] });
  });

  test.each([
    ['at', { at: 'yesterday' }],
    ['at', { at: '2025-11-21T09:00:00Z' }],
    ['askAgainOn', { askAgainOn: '20/11/2025' }],
    ['explanation', { explanation: 'x'.repeat(20_001) }],
    ['explanation', { explanation: 'a\u0007b' }],
    ['episodes', { episodes: [randomUUID()] }],
  ])('with a "%s" that cannot be is refused by name and without its words', async (where, changed) => {
    const refused = await offering(changed).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as unknown });
    expect(String(refused)).not.toContain(String(Object.values(changed)[0]));
  });

  test('takes attempts, each once', async () => {
    const { id } = await offering();
    const attempt = { key: randomUUID(), offer: id, at: '2025-11-20T07:45:00Z', method: 'PHONE', response: 'No answer, invented.' } as const;
    const first = await recordAttempt(hub.services, actor('ren'), attempt, MORNING);
    expect(await recordAttempt(hub.services, actor('ren'), attempt, MORNING)).toEqual(first);
    await recordAttempt(hub.services, actor('sal'), { ...attempt, key: randomUUID() }, MORNING);
    expect((await shown(id))?.['attempts']).toHaveLength(2);
  });

  test('takes no attempt of somebody who may not, nor of who does not see it', async () => {
    const { id } = await offering();
    const attempt = { offer: id, at: '2025-11-20T07:45:00Z', method: 'PHONE' } as const;
    await expect(recordAttempt(hub.services, actor('nia'), { ...attempt, key: randomUUID() }, MORNING)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(recordAttempt(hub.services, actor('rose'), { ...attempt, key: randomUUID() }, MORNING)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an interview', () => {
  test('is kept with who held it', async () => {
    const { id } = await anInterview(hub);
    const [row] = await hub.ingest.rows(`select f.interviewer, i.held_by, i.state from interview i join interview_full f using (id) where id = $1`, [id]);
    expect(row).toEqual({ interviewer: 'ren@northmere', held_by: 'northmere', state: 'COMPLETED' });
  });

  test('is recorded by nobody who merely sees the child', async () => {
    await expect(anInterview(hub, {}, 'nia')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(anInterview(hub, {}, 'rose')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(anInterview(hub, {}, 'hal')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is changed by its author alone of the workers, at the revision that was read', async () => {
    const { id } = await anInterview(hub);
    const answers = { reasons: 'Other invented words.' };
    await expect(anInterview(hub, { id, revision: 0, answers })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await expect(anInterview(hub, { id, revision: 1, answers }, 'rose')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await anInterview(hub, { id, revision: 1, answers })).toMatchObject({ id, revision: 2 });
    expect(await hub.interview('sia', id)).toMatchObject({ reasons: answers.reasons, revision: 2 });
  });

  test('mended by a colleague stays whose it was', async () => {
    const { id } = await anInterview(hub);
    await assignWorker(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'rose', until: '2025-11-20T09:00:00Z' }, MORNING);
    await anInterview(hub, { id, revision: 1 }, 'rose');
    expect(await hub.ingest.rows(`select interviewer from interview_full where id = $1`, [id])).toEqual([{ interviewer: 'ren@northmere' }]);
  });

  test('names as its interviewer nobody outside the service', async () => {
    await expect(anInterview(hub, { interviewer: 'vic@southvale' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(anInterview(hub, { interviewer: 'nia@northmere' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const { id } = await anInterview(hub, { interviewer: 'sal@northmere' });
    expect(await hub.ingest.rows(`select interviewer from interview_full where id = $1`, [id])).toEqual([{ interviewer: 'sal@northmere' }]);
  });

  test('row 65: with an answer that does not fit names the question and not the words', async () => {
    // A client may send what the type does not allow.
    const answers = { firstTime: 'SECRET WORD' } as unknown as Parameters<typeof anInterview>[1];
    const refused = await anInterview(hub, { answers } as Parameters<typeof anInterview>[1]).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"answers.firstTime"') as unknown });
    expect(String(refused)).not.toContain('SECRET WORD');
  });

  test('that follows an offer of another child names nothing', async () => {
    await expect(anInterview(hub, { offer: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('intelligence', () => {
  const telling = (changed: Partial<RecordIntelligence> = {}, who = 'ren'): Promise<Acted> => {
    const words = { topic: 'HOT_SPOT', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'An invented place.', source: 'The child.' } as const;
    return recordIntelligence(hub.services, actor(who), { key: randomUUID(), child: hub.child, ...words, ...changed }, MORNING);
  };
  const released = async (id: string): Promise<unknown> => (await hub.ingest.rows(`select origin, released from intelligence where id = $1`, [id]))[0];
  const notices = async (id: string): Promise<unknown[]> => hub.ingest.rows(`select kind, "to", text from briefing_notice where about = $1 order by "to"`, [id]);

  test('of a worker waits for a senior, who is told', async () => {
    const { id, warnings } = await telling();
    expect(await released(id)).toEqual({ origin: 'INTERVIEW', released: 'NO' });
    expect(warnings).toHaveLength(1);
    expect(await notices(id)).toEqual([{ kind: 'RELEASE', to: ['SENIOR_WORKER:northmere'], text: expect.any(String) as unknown }]);
  });

  test('that a worker changes after its release waits for a senior again', async () => {
    const { id } = await telling();
    const releasing = { key: randomUUID(), intelligence: id, revision: 0, authorised: true, reason: 'Invented.' };
    await authoriseSharing(hub.services, actor('sal'), releasing, MORNING);
    expect(await released(id)).toMatchObject({ released: 'YES' });
    await telling({ id, revision: 1, content: 'Another invented place.' });
    expect(await released(id)).toMatchObject({ released: 'NO' });
  });

  test('of a senior is released with it', async () => {
    expect(await released((await telling({}, 'sal')).id)).toEqual({ origin: 'INTERVIEW', released: 'YES' });
  });

  test('of the police is theirs', async () => {
    expect(await released((await telling({}, 'pim')).id)).toEqual({ origin: 'POLICE', released: 'YES' });
  });

  test('that cannot wait is told at once to the missing team and the social worker, and comes before the duty of the authority until somebody answers', async () => {
    const { id } = await telling({ urgency: 'ACT_NOW' });
    const text = expect.not.stringContaining('Wrenna') as unknown;
    expect(await notices(id)).toEqual([
      { kind: 'ACT_NOW', to: ['HUB_COORDINATOR:northmere'], text },
      { kind: 'ACT_NOW', to: ['POLICE_MISSING_TEAM:mereshire-police'], text },
      { kind: 'ACT_NOW', to: ['SENIOR_WORKER:northmere'], text },
      { kind: 'ACT_NOW', to: ['TEAM_MANAGER:northmere'], text },
      { kind: 'ACT_NOW', to: ['sia@northmere'], text },
    ]);
    expect(await released(id)).toEqual({ origin: 'INTERVIEW', released: 'YES' });
  });

  test('is recorded by nobody who merely sees the child, nor by a force that does not', async () => {
    await expect(telling({}, 'nia')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(telling({}, 'gil')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('names an interview of the same child', async () => {
    const interview = (await anInterview(hub)).id;
    const { id } = await telling({ interview });
    expect(await hub.ingest.rows(`select interview from intelligence where id = $1`, [id])).toEqual([{ interview }]);
    await expect(telling({ interview: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('names at most fifty people, each in two hundred characters', async () => {
    const called = (name: string) => ({ name, category: 'UNKNOWN', reviewOn: '2026-05-01' }) as const;
    const refused = (where: string) => ({ code: 'BAD_INPUT', message: expect.stringContaining(where) as unknown });
    await expect(telling({ namedPeople: [called('x'.repeat(201))] })).rejects.toMatchObject(refused('"namedPeople[0].name" is 201'));
    await expect(telling({ namedPeople: Array.from({ length: 51 }, () => called('x')) })).rejects.toMatchObject(refused('"namedPeople" has 51'));
    await expect(telling({ namedPeople: Array.from({ length: 50 }, () => called('x'.repeat(200))) })).resolves.toMatchObject({ revision: 1 });
  });

  test('in the area of nobody, or without words, is refused by name', async () => {
    await expect(telling({ area: 'larkfield' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(telling({ content: ' ' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"content"') as unknown });
  });
});
