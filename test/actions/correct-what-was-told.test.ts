import { randomUUID } from 'node:crypto';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { transmit } from '../../src/actions/transmit.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { ExchangeEntry } from '../../src/directory/exchange-directory.ts';
import { runTransmission } from '../../src/exchange/run-transmission.ts';
import type { TransmittingServices } from '../../src/exchange/transmitting-services.ts';
import { aNetwork } from '../exchange/a-network.ts';
import { aMissing, type Fields } from '../journeys/documents.ts';
import { aDecidingHub, PLACED, type DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const ENTRY: ExchangeEntry = { from: null, agency: 'mereshire-police', matters: ['EPISODE'], channel: 'mereshire-folder', within: null, automatic: true, refusals: true };
const withExchange = (): Directory => ({ ...aDirectoryOfPeople(), exchange: [ENTRY] });

let hub: DecidingHub;
let transmitting: TransmittingServices;
beforeEach(async () => {
  hub = await aDecidingHub(withExchange);
  const ignore = (): void => undefined;
  transmitting = { database: hub.services.database, deliver: aNetwork(), clock: () => Math.max(hub.now, hub.ingest.services.clock()), log: { info: ignore, warn: ignore, error: ignore } };
});
afterEach(() => hub.close());

const episode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>('select id from episode limit 1'))[0]?.id ?? '';

describe('what is corrected', () => {
  it('of an episode what its message told is, closing and what was not told are not, and what went before facts were compared goes by its version', async () => {
    const { id } = await transmit(hub.services, actor('sal'), { key: randomUUID(), matter: 'EPISODE', id: await episode(), to: 'mereshire-police' }, hub.now);
    await runTransmission(transmitting, id);
    const corrections = async (): Promise<number> => (await hub.ingest.rows(`select id from transmission where act = 'correct'`)).length;
    const tellPlace = (sentAt: string, changed: Fields): Promise<void> => hub.tell(aMissing({ ...PLACED, 'Header/MessageId': sentAt, 'Header/MessageType': 'UPDATE', 'Header/SentAt': `2025-11-19T23:${sentAt}:00Z`, ...changed }));
    await hub.ingest.rows(`update transmission set fields = '{Episode.status,Episode.lastSeenPlace,Child.givenName}'`);
    await finaliseEpisode(hub.services, actor('sal'), { key: randomUUID(), episode: await episode(), revision: 0, finalised: true }, hub.now);
    await tellPlace('10', { 'LastSeen/With': 'An invented friend' });
    expect(await corrections()).toBe(0);
    const [row] = await hub.ingest.rows<{ seen: string }>('select version_seen as seen from transmission');
    await hub.ingest.rows(`update transmission set version_seen = (select 'episode ' || id || ' ' || version from episode)`);
    await tellPlace('11', { 'LastSeen/Place': 'Invented harbour' });
    expect(await corrections()).toBe(0);
    await hub.ingest.rows(`update transmission set version_seen = $1`, [row?.seen]);
    await tellPlace('12', { 'LastSeen/Place': 'Invented pier' });
    expect(await corrections()).toBe(1);
  });
});
