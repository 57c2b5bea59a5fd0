import { randomUUID } from 'node:crypto';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordProfile } from '../../src/actions/record-profile.ts';
import { suggestRedaction, type SuggestedRedaction } from '../../src/actions/suggest-redaction.ts';
import { aDecidingHub, anInterview, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { agree, approve, propose, share } from '../actions/decisions.ts';
import { actor } from '../actions/some-people.ts';

const NAMED = { name: 'Zoë Quillfeather', category: 'UNKNOWN', grade: null, reviewOn: '2026-05-01' } as const;
const TOLD = { answers: { reasons: 'Zoe Quillfeather fetched her.', namedPeople: [NAMED] }, locating: { placesStayed: ['14 Tansy Row, ZZ4 9QX'], phones: ['07700 900123'], vehicles: ['QX17 TBN'], handles: ['@zo.qf'] } };
const HOME = { audience: 'PLACEMENT', recipient: 'larkfield' } as const;

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
afterAll(() => hub.close());

const suggest = async (interview: string, text: string | null): Promise<SuggestedRedaction | null> => {
  const services = { actions: hub.services, directory: hub.services.directory(), gate: hub.gate };
  return suggestRedaction(services, actor('ren'), { interview, ...HOME, text }, { operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
};
/** What the home reads once everything but the text itself releases it. */
async function readByTheHome(id: string, text: string): Promise<unknown> {
  const proposed = await propose(hub, id, { text });
  await approve(hub, proposed.id);
  await agree(hub, id);
  await share(hub, id);
  return (await hub.interview('hal', id))?.['__typename'];
}

describe('a text made from an interview', () => {
  it.each([
    ['its people', TOLD, 'Zoe fetched her.'],
    ['where she stayed', TOLD, 'She slept at 14 Tansy Row.'],
    ['a number', TOLD, 'Ring 07700900123.'],
    ['whom she was with', { locating: { peopleWith: ['her mate jade'] } }, 'Jade fetched her.'],
  ])('row 55: names nobody out of another field: %s', async (_, told, text) => {
    const { id } = await anInterview(hub, told);
    await expect(propose(hub, id, { text })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
  it('row 55: names nobody out of a profile, nor out of intelligence that nobody of its service reads', async () => {
    const { id } = await anInterview(hub, { answers: {}, locating: {} });
    await recordProfile(hub.services, actor('sia'), { key: randomUUID(), child: hub.child, friends: 'Peregrina, Mabel' }, hub.now);
    await expect(propose(hub, id, { text: 'Peregrina fetched her.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const item = { topic: 'OTHER', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'Invented.', source: 'Invented.' } as const;
    await recordIntelligence(hub.services, actor('pim'), { key: randomUUID(), child: hub.child, ...item, namedPeople: [{ ...NAMED, name: 'Ottoline Madeup' }] }, hub.now);
    expect(await readByTheHome(id, 'ottoline fetched her.')).toBe('InterviewNotice');
  });

  it.each([
    'zoe came', 'ZOE came', 'Zoë’s car', "zoe's car", 'zoes car', 'Z\u200Boe', 'Zo\u00EB', 'Zо\u0435', 'Mrs quillfeather', 'QUILLFEATHERS', 'ZZ4 9QX', 'zz49qx', 'z z 4 9 q x', 'tansy row', '+44 (7700) 900-123', 'oh double seven double oh nine hundred one two three',
    '٠٧٧٠٠ ٩٠٠١٢٣', 'zero seven\u200B seven hundred nine hundred one two three', '07700 900124, 07700 900123', 'qx-17-tbn', 'QX17', 'zo qf', 'zo.qf’s',
  ])('row 56: names nobody, however they are written: %j', async (text) => {
    const { id } = await anInterview(hub, TOLD);
    await expect(propose(hub, id, { text: `So ${text} again.` })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await suggest(id, `So ${text} again.`))?.passages[0]?.suggestions.filter(({ why }) => why === 'KNOWN')).not.toEqual([]);
  });
  it('row 56: and may say what names nobody', async () => {
    const { id } = await anInterview(hub, TOLD);
    await expect(propose(hub, id, { text: 'Wrenna was fetched by [person 1] and slept in [place 1]. Ring 101.' })).resolves.toMatchObject({ revision: 1 });
  });

  it('row 60: holds tokens that count anew in each, so that no number ties two of them', async () => {
    const { id } = await anInterview(hub, { answers: { ...TOLD.answers, reasons: 'She said Ottfried Testman and Zoe Quillfeather fetched her.', plan: 'Ring Zoe.' }, locating: {} });
    expect((await suggest(id, null))?.draft).toBe('She said [person 1] and [person 2] fetched her.\n\nRing [person 2].');
    expect((await suggest(id, 'Ring Zoe.'))?.draft).toBe('Ring [person 1].');
    expect((await suggest(id, 'Ring Ottfried Testman.'))?.draft).toBe('Ring [person 1].');
  });
});
