import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { answerBriefing, type AnswerBriefing } from '../../src/actions/answer-briefing.ts';
import { aMissing } from '../journeys/documents.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeAll(async () => {
  hub = await aPractisedHub();
});
beforeEach(() => {
  hub.now += MINUTE;
});
afterAll(() => hub.close());

const answering = (who: string, changed: Partial<AnswerBriefing> = {}): Promise<Acted> =>
  answerBriefing(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, known: 'KNOWN_TO_US', words: `Said by ${who}.`, ...changed }, hub.now);
const standing = (): Promise<unknown[]> => hub.ingest.rows(`select by, outcome, words from return_step where step = 'BRIEFING_ANSWER' order by by`);

describe('an answer on the briefing', () => {
  test('is kept for the agency that gave it, beside those of others', async () => {
    await answering('pim');
    await answering('hal', { known: 'NOT_KNOWN' });
    expect(await standing()).toEqual([
      { by: 'hal@larkfield', outcome: 'NOT_KNOWN', words: 'Said by hal.' },
      { by: 'pim@mereshire-police', outcome: 'KNOWN_TO_US', words: 'Said by pim.' },
    ]);
  });

  test('takes the place of an earlier one of the same agency, and of no other', async () => {
    const { revision } = await answering('pim', { known: 'NOT_KNOWN', words: 'Looked again.' });
    expect(revision).toBe(2);
    expect(await standing()).toEqual([
      { by: 'hal@larkfield', outcome: 'NOT_KNOWN', words: 'Said by hal.' },
      { by: 'pim@mereshire-police', outcome: 'NOT_KNOWN', words: 'Looked again.' },
    ]);
  });

  test('at a revision that was replaced changes nothing', async () => {
    await expect(answering('pim', { revision: 1 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });

  test('is read by the service, and by no home: not even its own', async () => {
    const { id } = await answering('hal');
    expect(await hub.step('nia', id)).toMatchObject({ step: 'BRIEFING_ANSWER', words: 'Said by hal.' });
    expect(await hub.step('hal', id)).toBeNull();
  });

  test.each(['ash', 'gil', 'vic', 'fin', 'pat'])('is refused of %s, as if there were no such episode', async (who) => {
    await hub.tell(aMissing());
    await expect(answering(who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is refused of one who reads the child and takes no part', async () => {
    await expect(answering('ida')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answering('bea')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
