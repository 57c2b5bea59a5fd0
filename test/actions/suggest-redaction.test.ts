import { randomUUID } from 'node:crypto';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordProfile } from '../../src/actions/record-profile.ts';
import { suggestRedaction, type SuggestedRedaction, type SuggestRedaction } from '../../src/actions/suggest-redaction.ts';
import { aDecidingHub, anInterview, hashOf, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const suggest = (interview: string, changed: Partial<SuggestRedaction> = {}, who = 'ren'): Promise<SuggestedRedaction | null> =>
  suggestRedaction({ actions: hub.services, directory: hub.services.directory(), gate: hub.gate }, actor(who), { interview, audience: 'PLACEMENT', recipient: 'larkfield', ...changed }, { operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
const KAI = { name: 'Kai Madeup', category: 'UNKNOWN', grade: null, reviewOn: '2026-05-01' } as const;
const known = (found: SuggestedRedaction | null): string[] =>
  found?.passages.flatMap(({ suggestions }) => suggestions.filter(({ why }) => why === 'KNOWN').map(({ passage }) => passage)) ?? [];

describe('what is suggested to whoever redacts an interview', () => {
  test('is found in each answer, in the same numbers, with a draft', async () => {
    const answers = { reasons: 'wrenna went with kai to 5 invented yard.', plan: 'No more Kai.', namedPeople: [KAI] };
    const { id } = await anInterview(hub, { answers });
    const found = await suggest(id);
    expect(found).toMatchObject({
      contentHash: await hashOf(hub, id),
      draft: 'wrenna went with [person 1] to [place 1].\n\nNo more [person 1].',
      passages: [
        { question: 'reasons', text: answers.reasons, suggestions: [{ passage: 'kai', kind: 'PERSON', why: 'KNOWN', token: '[person 1]' }, { passage: '5 invented yard', kind: 'PLACE' }] },
        { question: 'plan', suggestions: [{ from: 8, until: 11 }] },
      ],
    });
  });
  test('is found in a text that was sent, and numbered anew', async () => {
    const { id } = await anInterview(hub, { answers: { reasons: 'She was with Corvin and Kai.', namedPeople: [KAI] } });
    expect(await suggest(id, { text: 'Kai was kind.' })).toMatchObject({ draft: '[person 1] was kind.', passages: [{ question: null }] });
  });
  test('knows her profile and her addresses, and the sentences about the home it is for', async () => {
    const { id } = await anInterview(hub, { answers: { reasons: 'Invented.' } });
    await recordProfile(hub.services, actor('sia'), { key: randomUUID(), child: hub.child, friends: 'Mabel, Zed' }, hub.now);
    const found = await suggest(id, { text: 'She saw Mabel in Imaginary Row. The staff shout.' }, 'sia');
    expect(known(found)).toEqual(['Mabel', 'Imaginary Row']);
    expect(found?.draft).toBe('She saw [person 1] in [place 1]. [passage 1]');
  });
  test('says of nothing that is known what the asker may not read', async () => {
    const { id } = await anInterview(hub, { answers: { reasons: 'Invented.' } });
    const item = { topic: 'OTHER', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'Invented.', source: 'Invented.', namedPeople: [KAI] } as const;
    const before = await suggest(id, { text: 'She saw kai.' });
    await recordIntelligence(hub.services, actor('pim'), { key: randomUUID(), child: hub.child, ...item }, hub.now);
    expect(await suggest(id, { text: 'She saw kai.' })).toEqual(before);
    expect(known(before)).toEqual([]);
  });
  test('is written down as a reading of the interview', async () => {
    const { id } = await anInterview(hub);
    const disclosed = () => hub.ingest.rows<{ body: string }>("select body::text as body from disclosure where body::text like '%FullInterview%'");
    const before = (await disclosed()).length;
    await suggest(id);
    expect((await disclosed()).slice(before)).toHaveLength(1);
  });
});

describe('nothing is suggested', () => {
  test.each(['hal', 'pim', 'ede'])('to %s, who may not propose a text of it', async (who) => {
    const { id } = await anInterview(hub);
    await expect(suggest(id, {}, who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
  test('of what is not there, or not the asker’s', async () => {
    const { id } = await anInterview(hub);
    expect([await suggest(randomUUID()), await suggest('nothing'), await suggest(id, {}, 'ash')]).toEqual([null, null, null]);
  });
  test.each([[{ recipient: null }], [{ audience: 'POLICE', recipient: 'mereshire-police' }], [{ recipient: 'nobody' }], [{ text: 'a'.repeat(20_001) }]] as const)('where it is asked wrongly: %#', async (changed) => {
    const { id } = await anInterview(hub);
    await expect(suggest(id, changed)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
