import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { SILENT } from '../../src/domain/authority/strategy-triggers.ts';
import { STRATEGY_REPEATED } from '../../src/domain/workflow/strategy-repeated-notice.ts';
import { aHubOfOneClock, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aFound, aMissing } from '../journeys/documents.ts';

const DAY = 24 * 60 * MINUTE;
let often: number | null;
function threeAsk(): Directory {
  const directory = aDirectoryOfPeople();
  return { ...directory, agencies: new Map([...directory.agencies].map(([id, agency]) => [id, id === 'northmere' ? { ...agency, strategy: { ...SILENT, episodesIn30Days: often } } : agency])) };
}

let hub: DecidingHub;
beforeEach(async () => {
  often = 3;
  hub = await aHubOfOneClock(threeAsk);
});
afterEach(() => hub.close());

/** An absence of three hours on a day of November. */
async function away(day: string): Promise<void> {
  const ref = { 'Report/MisperId': `MP-${day}`, 'Header/MessageId': `M-${day}` };
  await hub.tell(aMissing({ ...ref, 'Header/SentAt': `2025-11-${day}T10:30:00Z`, 'Report/MissingSince': `2025-11-${day}T10:00:00Z` }));
  await hub.tell(aFound({ ...ref, 'Header/MessageId': `F-${day}`, 'Header/SentAt': `2025-11-${day}T13:30:00Z`, 'Found/WhenTraced': `2025-11-${day}T13:00:00Z`, 'Found/WhenReturned': `2025-11-${day}T13:00:00Z` }));
}
const notices = async (who = 'nia'): Promise<readonly string[]> => (await toldOf(hub, who, hub.now)).filter(({ kind }) => kind === STRATEGY_REPEATED).map(({ id }) => String(id));
const lastEpisode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>('select id from episode order by missing_from_at desc limit 1'))[0]?.id ?? '';
const discussed = async (at: number): Promise<unknown> => recordReturnStep(hub.services, actor('nia'), { key: randomUUID(), episode: await lastEpisode(), step: 'STRATEGY_MEETING', at: new Date(at).toISOString() }, hub.now);

describe('a child who was missing three times in 30 days', () => {
  beforeEach(async () => {
    await away('05');
    expect(await notices()).toEqual([]);
    await away('12');
  });

  it('is before the coordinator, however short the last absence was, until a discussion is recorded; that somebody knows is none', async () => {
    const [notice = '', ...more] = await notices();
    expect([notice, more]).toEqual([expect.any(String), []]);
    expect((await Promise.all(['hew', 'pim', 'hal', 'sia', 'sal'].map((who) => notices(who)))).flat()).toEqual([]);
    await expect(acknowledgeNotice(hub.services, actor('nia'), { id: notice }, hub.now)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    hub.now += 27 * DAY;
    expect(await notices()).toEqual([notice]);
    await discussed(hub.now - MINUTE);
    expect(await notices()).toEqual([]);
  });

  it('is not asked about any more once the episode was closed with why there was no discussion, and is where it was closed without', async () => {
    const closing = async (revision: number, departure?: string): Promise<unknown> => finaliseEpisode(hub.services, actor('nia'), { key: randomUUID(), episode: await lastEpisode(), revision, finalised: true, ...(departure === undefined ? {} : { departure }) }, hub.now);
    await closing(0);
    expect(await notices()).toHaveLength(1);
    await closing(1, 'An invented reason.');
    expect(await notices()).toEqual([]);
  });

  it('is asked about anew where the child is missing again after a discussion', async () => {
    await discussed(hub.now - MINUTE);
    hub.now = Date.parse('2025-11-24T14:00:00Z');
    await away('24');
    expect(await notices()).toHaveLength(1);
  });
});

it('nothing is asked where the guidance of the authority is silent', async () => {
  often = null;
  await away('05');
  await away('12');
  expect(await hub.ingest.rows('select id from briefing_notice where kind = $1', [STRATEGY_REPEATED])).toEqual([]);
});
