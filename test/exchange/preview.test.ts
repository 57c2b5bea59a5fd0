import { randomUUID } from 'node:crypto';
import { previewTransmission } from '../../src/actions/preview-transmission.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { transmit, type TransmittedMatter } from '../../src/actions/transmit.ts';
import { transmitInterview } from '../../src/actions/transmit-interview.ts';
import type { Channel } from '../../src/directory/exchange-directory.ts';
import { asWriter } from '../../src/store/database.ts';
import { lockTransmission } from '../../src/store/write/transmissions/happen.ts';
import { actor } from '../actions/some-people.ts';
import { aDeliveringHub, anExchangingDirectory, type DeliveringHub } from './a-delivering-hub.ts';

const OWN: Channel = { id: 'own', kind: 'FOLDER', agency: 'northmere', folder: 'own', adapter: 'ehm', settings: null, system: null };
const CALLED: Channel = { id: 'to-southvale', kind: 'WEBHOOK', agency: 'southvale', url: 'https://hub.south.example/called', secret: 'with-south', settings: null, system: null };
const FORCE: Channel = { id: 'to-force', kind: 'FOLDER', agency: 'mereshire-police', folder: 'force', adapter: 'authority-exchange', settings: null, system: null };

let hub: DeliveringHub;
let ids: Readonly<Record<TransmittedMatter | 'INTERVIEW' | 'REFUSED', string>>;
beforeAll(async () => {
  const directory = anExchangingDirectory(OWN, CALLED, FORCE);
  const matters = ['INTERVIEW', 'EPISODE', 'OFFER', 'INTELLIGENCE'] as const;
  const to = (agency: string, channel: string) => ({ from: null, agency, channel, matters, within: null, automatic: false, refusals: true });
  const exchange = [to('northmere', 'own'), to('southvale', 'to-southvale'), to('westhaven', 'to-westhaven'), { ...to('mereshire-police', 'to-force'), matters: matters.slice(0, 3) }, { ...to('mereshire-police', 'to-mereshire-police'), matters: matters.slice(3) }];
  hub = await aDeliveringHub(() => ({ ...directory, exchange }));
  const [{ id: episode } = { id: '' }] = await hub.ingest.rows<{ id: string }>('select id from episode order by missing_from_at limit 1');
  const offered = { child: hub.child, episodes: [episode], at: '2025-11-20T06:30:00Z', offeredTo: 'CHILD' } as const;
  const { id: offer } = await recordOffer(hub.services, actor('ren'), { key: randomUUID(), ...offered, outcome: 'ACCEPTED' }, hub.now);
  const { id: refused } = await recordOffer(hub.services, actor('ren'), { key: randomUUID(), ...offered, outcome: 'DECLINED_BY_YOUNG_PERSON' }, hub.now);
  const item = { child: hub.child, interview: hub.interviewId, urgency: 'ACT_NOW', topic: 'HOT_SPOT', at: '2025-11-20T07:30:00Z', content: 'Invented words.', source: 'The child.' } as const;
  const { id: told } = await recordIntelligence(hub.services, actor('ren'), { key: randomUUID(), ...item }, hub.now);
  ids = { INTERVIEW: hub.interviewId, EPISODE: episode, OFFER: offer, INTELLIGENCE: told, REFUSED: refused };
});
afterAll(() => hub.close());

async function sent(matter: keyof typeof ids, to: string): Promise<string> {
  const said = { key: randomUUID(), to };
  const of = matter === 'INTERVIEW' || matter === 'REFUSED' ? transmitInterview(hub.services, actor('nia'), { ...said, interview: ids[matter] }, hub.now) : transmit(hub.services, actor('nia'), { ...said, matter, id: ids[matter] }, hub.now);
  return (await of).id;
}

/** What the worker would send of it. */
async function prepared(id: string): Promise<{ readonly level: string | null; readonly fields: readonly string[] }> {
  const transmission = await asWriter(hub.services.database, (em) => lockTransmission(em, id));
  const made = transmission === null ? null : await hub.deliver({ resolve: () => Promise.resolve([{ address: '1.1.1.1', family: 4 }]) }).prepare({ ...transmission, sentAt: hub.now });
  return made?.outcome === 'READY' ? { level: made.level, fields: made.fields } : { level: null, fields: [] };
}
const preview = (id: string): Promise<{ readonly level: string | null; readonly fields: readonly string[] }> => previewTransmission(hub.services, actor('nia'), { id }, hub.now);

describe('a look at what would go', () => {
  it.each([
    { matter: 'INTERVIEW', to: 'northmere', level: 'FULL', field: 'FullInterview.at' },
    { matter: 'INTERVIEW', to: 'southvale', level: 'NOTICE', field: 'InterviewNotice.at' },
    { matter: 'INTERVIEW', to: 'mereshire-police', level: 'NOTICE', field: 'Episode.missingSince' },
    { matter: 'REFUSED', to: 'northmere', level: null, field: 'Offer.at' },
    { matter: 'EPISODE', to: 'mereshire-police', level: null, field: 'Child.givenName' },
    { matter: 'OFFER', to: 'southvale', level: null, field: 'Offer.at' },
    { matter: 'INTELLIGENCE', to: 'mereshire-police', level: 'CONTENT', field: 'FullIntelligence.content' },
  ] as const)('$matter to $to is what is sent: level $level, with $field', async ({ matter, to, level, field }) => {
    const id = await sent(matter, to);
    const before = (await hub.disclosed()).length;
    const seen = await preview(id);
    expect(seen).toMatchObject({ level, fields: expect.arrayContaining([field]) as string[] });
    // Nobody was shown anything.
    expect((await hub.disclosed()).length).toBe(before);
    expect(seen).toEqual(await prepared(id));
  });

  it('names nothing that the receiving system has no place for', async () => {
    const { fields } = await preview(await sent('INTERVIEW', 'northmere'));
    expect(fields.filter((name) => /^FullInterview\.(?!at$|state$)|^Child\.homeAddress$/.test(name))).toEqual([]);
  });

  it('is of nothing where nothing would go, and then nobody was shown anything either', async () => {
    const id = await sent('INTERVIEW', 'westhaven');
    const before = (await hub.disclosed()).length;
    expect(await preview(id)).toEqual({ level: null, fields: [] });
    expect((await hub.disclosed()).length).toBe(before);
  });

  it('is refused whoever may not send it anew', async () => {
    const id = await sent('EPISODE', 'mereshire-police');
    for (const who of ['ren', 'hew', 'pim', 'hal']) {
      await expect(previewTransmission(hub.services, actor(who), { id }, hub.now)).rejects.toMatchObject({ code: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/) as string });
    }
  });
});
