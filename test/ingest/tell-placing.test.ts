import { randomUUID } from 'node:crypto';
import { restrict } from '../../src/actions/restrict.ts';
import { transmit } from '../../src/actions/transmit.ts';
import { withdrawTransmission } from '../../src/actions/withdraw-transmission.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { ExchangeEntry, PartnerHub } from '../../src/directory/exchange-directory.ts';
import { runTransmission } from '../../src/exchange/run-transmission.ts';
import type { TransmittingServices } from '../../src/exchange/transmitting-services.ts';
import { tellOfOpen } from '../../src/ingest/start-telling-placing.ts';
import { aHubOfOneClock, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aNetwork } from '../exchange/a-network.ts';
import { aCancel, aFound, aMissing, type Fields } from '../journeys/documents.ts';

const DAY = 24 * 3_600_000;
/** Northmere placed her with Southvale; missing again by the evening. */
const AGAIN: Fields = { 'Report/MisperId': 'MP-9', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-20T07:50:00Z', 'Report/MissingSince': '2025-11-20T07:30:00Z' };
const BACK: Fields = { ...AGAIN, 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-20T09:00:00Z', 'Found/WhenTraced': '2025-11-20T08:40:00Z', 'Found/WhenReturned': '2025-11-20T08:50:00Z' };
const TAKEN_BACK: Fields = { ...AGAIN, 'Header/MessageId': 'M-11', 'Header/SentAt': '2025-11-20T09:00:00Z' };
const SAID_AGAIN: Fields = { ...AGAIN, 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-20T09:30:00Z' };

const TO_NORTHMERE: ExchangeEntry = { from: 'southvale', agency: 'northmere', matters: ['EPISODE'], channel: 'northmere-hub', within: null, automatic: true, refusals: true };
const hubOf = (agency: string): PartnerHub => ({ id: `hub-${agency}`, name: `The invented hub of ${agency}`, url: 'https://hub.example/', agencies: [agency], keys: [], secret: 'shared' });
const exchanging = (entry: Partial<ExchangeEntry> = {}, ...hubs: readonly PartnerHub[]): Directory => ({ ...aDirectoryOfPeople(), exchange: [{ ...TO_NORTHMERE, ...entry }], hubs: new Map([hubOf('northmere'), ...hubs].map((one) => [one.id, one])) });

interface Made {
  readonly id: string;
  readonly act: string;
  readonly matter: string;
  readonly state: string;
  readonly holds: readonly string[];
  readonly recipient: string;
}

let directory: Directory;
let hub: DecidingHub;
let transmitting: TransmittingServices;
let before: readonly string[];
const made = async (): Promise<Made[]> => (await hub.ingest.rows<Made>(`select id, act, matter, state, holds, recipient from transmission order by made_at, revision, id`)).filter(({ id }) => !before.includes(id));
const forget = (): Promise<unknown> => hub.ingest.rows('delete from transmission_event; delete from transmission');
/** A hub that told of the first time that the child was missing, when it exchanged as it does by default. */
async function aHub(of: Directory = exchanging()): Promise<void> {
  [before, directory] = [[], exchanging()];
  hub = await aHubOfOneClock(() => directory);
  before = (await made()).map(({ id }) => id);
  directory = of;
  const ignore = (): void => undefined;
  transmitting = { database: hub.services.database, deliver: aNetwork(), clock: () => hub.now, log: { info: ignore, warn: ignore, error: ignore } };
}
const sendAll = async (): Promise<void> => {
  for (const { id } of (await made()).filter(({ state }) => state === 'QUEUED')) {
    await runTransmission(transmitting, id);
  }
};
const atHour = (hour: string): void => {
  hub.now = Date.parse(`2025-11-20T${hour}:00Z`);
};
afterEach(() => hub.close());

describe('an authority that placed a child with a host', () => {
  it('is told of the episode by itself, once, as its social worker; that the child is back follows once it has come', async () => {
    await aHub();
    await hub.tell(aMissing(AGAIN));
    expect(await made()).toMatchObject([{ act: 'assert', matter: 'EPISODE', state: 'QUEUED', recipient: 'sia@northmere' }]);
    await sendAll();
    atHour('09:10');
    await hub.tell(aMissing({ ...AGAIN, 'Header/MessageId': 'M-99', 'Header/SentAt': '2025-11-20T08:00:30Z', 'Report/CurrentRiskLevel': 'High' }));
    await sendAll();
    await hub.tell(aFound(BACK));
    await sendAll();
    expect((await made()).map(({ act, state }) => [act, state])).toEqual([['assert', 'ACKNOWLEDGED'], ['correct', 'ACKNOWLEDGED'], ['correct', 'ACKNOWLEDGED']]);
  });

  it.each([
    ['the directory does not say that it goes by itself', () => exchanging({ automatic: false })],
    ['other things go there by themselves', () => exchanging({ matters: ['INTERVIEW'] })],
    ['another host is to tell it', () => exchanging({ from: 'westhaven' })],
    ['the host has a hub of its own, which tells it', () => exchanging({}, hubOf('southvale'))],
  ])('is told nothing where %s', async (_why, of) => {
    await aHub(of());
    await hub.tell(aMissing(AGAIN));
    expect(await made()).toEqual([]);
  });

  it('is told nothing of a child who is with no host', async () => {
    await aHub();
    await hub.tell(aMissing({ 'Report/MisperId': 'MP-8', 'Person/PersonId': 'P-8', 'Person/GivenName': 'Odwen', 'Person/Surname': 'Inventedly', 'Person/DateOfBirth': '2012-03-04', 'Header/MessageId': 'M-8' }));
    expect(await made()).toEqual([]);
  });

  it('is not told what it said itself, and is told what another says of it', async () => {
    await aHub();
    directory = { ...directory, systems: new Map([...directory.systems].map(([id, system]) => [id, id === 'mereshire-compact' ? { ...system, hub: 'hub-northmere' } : system])) };
    await hub.tell(aMissing(AGAIN));
    expect(await made()).toEqual([]);
    directory = exchanging();
    await hub.tell(aMissing({ ...AGAIN, 'Header/MessageId': 'M-98', 'Header/SentAt': '2025-11-20T07:55:00Z' }));
    expect(await made()).toHaveLength(1);
  });

  it('is not told anew of what a person sent there already', async () => {
    await aHub();
    directory = exchanging({ automatic: false });
    await hub.tell(aMissing(AGAIN));
    const [{ id } = { id: '' }] = await hub.ingest.rows<{ id: string }>('select id from episode where is_open');
    await transmit(hub.services, actor('hew'), { key: randomUUID(), matter: 'EPISODE', id, to: 'northmere' }, hub.now);
    directory = exchanging();
    await hub.tell(aFound(BACK));
    expect(await made()).toHaveLength(1);
  });

  it('is told nothing of four weeks ago, and what happened since', async () => {
    await aHub();
    hub.now = MORNING + 29 * DAY;
    await hub.tell(aMissing(AGAIN));
    expect(await made()).toEqual([]);
    const found = new Date(hub.now - 3_600_000).toISOString();
    await hub.tell(aFound({ ...BACK, 'Header/SentAt': new Date(hub.now).toISOString(), 'Found/WhenTraced': found, 'Found/WhenReturned': found }));
    expect(await made()).toHaveLength(1);
  });

  it('is told of a restricted child once somebody lets it go, and whoever may see the child is told that it waits', async () => {
    await aHub();
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, interview: null, revision: 0, restricted: true, reason: 'An invented reason.', admitted: ['mo@northmere', 'hew@southvale'], excluded: [], allegation: false }, hub.now);
    await hub.tell(aMissing(AGAIN));
    const [one] = await made();
    expect(one).toMatchObject({ state: 'HELD', holds: ['AWAITS_RELEASE'] });
    expect(await hub.ingest.rows(`select "to", about from briefing_notice where kind = 'TRANSMISSION_WAITS'`)).toEqual([{ to: ['hew@southvale'], about: one?.id }]);
  });
});

describe('an episode that was taken back and is said again', () => {
  it('is told anew where it had not left', async () => {
    await aHub();
    await hub.tell(aMissing(AGAIN));
    atHour('09:10');
    await hub.tell(aCancel(TAKEN_BACK));
    atHour('09:40');
    await hub.tell(aMissing(SAID_AGAIN));
    expect((await made()).map(({ act, state }) => [act, state])).toEqual([['assert', 'HELD'], ['assert', 'QUEUED']]);
  });

  it('is told anew once its receiver has heard that it was never so, and not before', async () => {
    await aHub();
    await hub.tell(aMissing(AGAIN));
    await sendAll();
    atHour('09:10');
    await hub.tell(aCancel(TAKEN_BACK));
    atHour('09:40');
    await hub.tell(aMissing(SAID_AGAIN));
    expect((await made()).map(({ act, state }) => [act, state])).toEqual([['assert', 'ACKNOWLEDGED'], ['retract', 'QUEUED']]);
    await sendAll();
    await tellOfOpen(hub.ingest.services);
    expect((await made()).map(({ act, state }) => [act, state])).toEqual([['assert', 'ACKNOWLEDGED'], ['retract', 'ACKNOWLEDGED'], ['assert', 'QUEUED']]);
    await tellOfOpen(hub.ingest.services);
    expect(await made()).toHaveLength(3);
  });
});

describe('what a person withdrew before it left', () => {
  it('is not made ready again, however often the hub looks', async () => {
    await aHub();
    await hub.tell(aMissing(AGAIN));
    const [{ id } = { id: '' }] = await made();
    await withdrawTransmission(hub.services, actor('hew'), { key: randomUUID(), id, reason: 'An invented reason.' }, hub.now);
    atHour('09:10');
    await tellOfOpen(hub.ingest.services);
    await hub.tell(aMissing({ ...AGAIN, 'Header/MessageId': 'M-97', 'Header/SentAt': '2025-11-20T08:00:30Z', 'Report/CurrentRiskLevel': 'High' }));
    expect(await made()).toMatchObject([{ id, state: 'HELD', holds: ['WITHDRAWN'] }]);
  });
});

describe('an agreement that comes while a child is missing', () => {
  it('has the authority told, and of who is back already it is told nothing', async () => {
    await aHub(exchanging({ automatic: false }));
    await hub.tell(aMissing(AGAIN));
    await tellOfOpen(hub.ingest.services);
    expect(await made()).toEqual([]);
    directory = exchanging();
    await tellOfOpen(hub.ingest.services);
    expect(await made()).toMatchObject([{ act: 'assert', matter: 'EPISODE', state: 'QUEUED' }]);
    await forget();
    directory = exchanging({ automatic: false });
    atHour('09:10');
    await hub.tell(aFound(BACK));
    directory = exchanging();
    await tellOfOpen(hub.ingest.services);
    expect(await made()).toEqual([]);
  });
});
