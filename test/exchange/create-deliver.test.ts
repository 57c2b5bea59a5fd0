import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Channel } from '../../src/directory/exchange-directory.ts';
import type { Delivered, Prepared, ToDeliver } from '../../src/exchange/delivery.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { hubKeysOf } from '../../src/exchange/hub-keys.ts';
import { receiptText } from '../../src/exchange/sign-receipt.ts';
import { verifyReceipt } from '../../src/exchange/verify-receipt.ts';
import { anInterview } from '../actions/a-deciding-hub.ts';
import { aFound, aMissing } from '../journeys/documents.ts';
import { aDeliveringHub, anExchangingDirectory, NORTH, toSouthvale, type DeliveringHub } from './a-delivering-hub.ts';

const NAMES = ['Wrenna', 'Testfield', '2011-05-06', 'Invented', 'Corvin', 'Imaginary', 'bus station', 'garden'];
const MORE: readonly Channel[] = [
  { id: 'own', kind: 'FOLDER', agency: 'northmere', folder: 'own', adapter: 'authority-exchange', settings: null, system: null },
  { id: 'to-police-anyway', kind: 'FOLDER', agency: 'mereshire-police', folder: 'police', adapter: 'authority-exchange', settings: null, system: null },
  { id: 'called', kind: 'WEBHOOK', agency: 'southvale', url: 'https://hub.south.example/called', secret: 'with-south', settings: null, system: null },
];
const NAMED = '00000000-0000-4000-8000-0000000000a9';
const SIGNAL = new AbortController().signal;

let hub: DeliveringHub;
let directory: Directory;
beforeAll(async () => {
  directory = anExchangingDirectory(...MORE);
  hub = await aDeliveringHub(() => directory);
});
beforeEach(() => {
  rmSync(hub.outbox, { recursive: true, force: true });
});
afterAll(() => hub.close());

type Ready = Extract<Prepared, { outcome: 'READY' }>;
async function ready(changed: Partial<ToDeliver> = {}): Promise<Ready> {
  const prepared = await hub.prepare(changed);
  expect(prepared).toMatchObject({ outcome: 'READY' });
  return prepared as Ready; // As was just expected.
}
/** Her interview to the service that she is of, as the named social worker reads it. */
const TO_SIA: Partial<ToDeliver> = { recipient: 'sia@northmere', to: 'northmere', channel: 'own' };
const POLICE: Partial<ToDeliver> = { recipient: 'POLICE_MISSING_TEAM:mereshire-police', to: 'mereshire-police', channel: 'to-police-anyway' };

const laid = (): string[] => (existsSync(hub.outbox) ? readdirSync(hub.outbox, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xml|zip|json|jws|half)$/.test(name)).sort() : []);
const textsLaid = (): string => laid().map((name) => readFileSync(path.join(hub.outbox, name), 'utf8')).join('\n');
async function lay(changed: Partial<ToDeliver> = {}): Promise<{ readonly delivered: Delivered; readonly text: string }> {
  const delivered = await (await ready(changed)).send(SIGNAL);
  return { delivered, text: textsLaid() };
}

describe('what is sent is what its recipient may read', () => {
  it('to the host authority that an interview was held, and to the named social worker all of it', async () => {
    const notice = await lay();
    expect(notice.text).toContain('Details of the interview are not shared here');
    expect(notice.text).not.toMatch(/Invented words|SELF_HARM|Invented Yard|Corvin/);
    const full = await lay(TO_SIA);
    expect(full.text).toMatch(/<Answer question="reasons">Invented words of the child\.<\/Answer>/);
    expect(full.text).toMatch(/<Fact question="placesStayed">5 Invented Yard<\/Fact>/);
    expect((await ready()).sent.statement.level).toBe('NOTICE');
    expect((await ready(TO_SIA)).sent.statement.level).toBe('FULL');
  });

  it('to the home no more than the home reads, and of what it must not know not even the name of a field', async () => {
    const home = await ready({ recipient: 'PLACEMENT_PROVIDER:larkfield', to: 'larkfield', channel: 'to-larkfield' });
    expect(home.level).toBe('NOTICE');
    expect(home.fields.filter((name) => /homeAddress|circumstances|nhsNumber|familyAddress|reasons|placesStayed|lastSeen|locatedPlace/.test(name))).toEqual([]);
    await home.send(SIGNAL);
    expect(textsLaid()).not.toMatch(/Imaginary Row|garden|bus station|Invented words|Invented Yard/);
  });

  it('to the police where she stayed while she is missing again, and not once she is back', async () => {
    expect((await lay(POLICE)).text).not.toContain('5 Invented Yard');
    await hub.tell(aMissing({ 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-20T07:30:00Z', 'Report/MissingSince': '2025-11-20T07:10:00Z' }));
    const text = (await lay(POLICE)).text;
    expect(text).toContain('5 Invented Yard');
    expect(text).not.toContain('Invented words');
    await hub.tell(aFound({ 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-20T07:45:00Z', 'Found/WhenTraced': '2025-11-20T07:40:00Z', 'Found/WhenReturned': '2025-11-20T07:41:00Z' }));
    rmSync(hub.outbox, { recursive: true });
    expect((await lay(POLICE)).text).not.toContain('5 Invented Yard');
  });

  it('is nothing where the recipient sees nothing, and the reading is written down all the same', async () => {
    const other: Partial<ToDeliver> = { recipient: 'HUB_COORDINATOR:westhaven', to: 'westhaven', channel: 'to-westhaven' };
    expect(await hub.prepare({ ...other, id: NAMED })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
    expect((await hub.disclosed(NAMED))[0]).toMatchObject({ actor: 'exchange:westhaven', agency: 'westhaven', role: 'HUB_COORDINATOR', outcome: 'NOTHING' });
    expect(await hub.prepare({ records: ['00000000-0000-8000-8000-000000000001'] })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
  });

  it('is disclosed to the agency in its role, or to the person, by transmission and channel', async () => {
    const [toAgency, toPerson] = [(await ready()).sent.statement.transmission, (await ready(TO_SIA)).sent.statement.transmission];
    expect((await hub.disclosed(toAgency))[0]).toMatchObject({ actor: 'exchange:southvale', agency: 'southvale', role: 'HUB_COORDINATOR', outcome: 'SHOWN', operation: expect.stringMatching(/^transmission [0-9a-f-]{36} by to-southvale$/) as string });
    expect((await hub.disclosed(toAgency))[0]?.body).toContain(hub.interviewId);
    expect((await hub.disclosed(toPerson))[0]).toMatchObject({ actor: 'sia', agency: 'northmere', role: 'SOCIAL_WORKER', outcome: 'SHOWN' });
  });

  it('goes to nobody whom the directory does not know in such a role, nor to an agency as somebody else', async () => {
    const refused = { outcome: 'NEVER', code: 'RECIPIENT_UNKNOWN' };
    for (const recipient of ['nobody@southvale', 'sia@southvale', 'AUDITOR:southvale', 'PARENT:southvale', 'EDT:southvale', 'POLICE_MISSING_TEAM:southvale', 'HUB_COORDINATOR:nowhere', 'HUB_COORDINATOR:northmere', 'sia@northmere', '']) {
      expect([recipient, await hub.prepare({ recipient })]).toEqual([recipient, refused]);
    }
  });

  it('is not read for an agency that the directory sends nothing any more', async () => {
    const before = directory;
    directory = { ...before, exchange: before.exchange.filter(({ agency }) => agency !== 'southvale') };
    await expect(hub.prepare()).rejects.toMatchObject({ code: 'TOKEN_REFUSED' });
    directory = before;
  });

  it('names nobody in a statement, a file or a code', async () => {
    const { delivered } = await lay(TO_SIA);
    const sent = (await ready(TO_SIA)).sent;
    for (const name of NAMES) {
      expect(JSON.stringify([sent, delivered, laid()])).not.toContain(name);
    }
    expect(laid()).toEqual(expect.arrayContaining([expect.stringMatching(/^own\/authority-exchange-[0-9a-f-]{36}-1\.xml$/)]));
  });
});

describe('a second try', () => {
  it('says the same in the same bytes, under the same names, whatever the hour; and another id other bytes', async () => {
    const id = '00000000-0000-4000-8000-0000000000aa';
    const first = await ready({ id });
    const again = await ready({ id, sentAt: hub.now + 3_600_000 });
    expect(again.sent.statement.documents).toEqual(first.sent.statement.documents);
    expect(again.sent.statement.at).not.toBe(first.sent.statement.at);
    expect((await ready()).sent.statement.documents).not.toEqual(first.sent.statement.documents);
    await first.send(SIGNAL);
    const once = laid();
    await again.send(SIGNAL);
    expect(laid()).toEqual(once);
  });

  it('of something that changed meanwhile says it under a later time', async () => {
    const id = '00000000-0000-4000-8000-0000000000ab';
    const other = await anInterview(hub, { at: '2025-11-20T07:05:00Z' });
    const first = await ready({ id, ...TO_SIA, records: [other.id] });
    await hub.ingest.rows(`update interview_full set reasons = 'Other invented words.' where id = '${other.id}'`);
    const again = await ready({ id, ...TO_SIA, records: [other.id], sentAt: hub.now + 60_000 });
    expect(again.sent.statement.documents).not.toEqual(first.sent.statement.documents);
    await again.send(SIGNAL);
    expect(textsLaid()).toContain('2025-11-20T08:01:00.000Z');
  });

  it('names an episode as the first did, though another system’s record of it has come since', async () => {
    const keysIn = (text: string): string[] => [...text.matchAll(/<EpisodeKey>([^<]+)</g)].map(([, key = '']) => key);
    const before = keysIn((await lay()).text);
    await hub.ingest.rows(`update episode set id = '00000000-0000-8000-8000-000000000000', record_ids = record_ids || '{00000000-0000-8000-8000-000000000000}'::uuid[] where id = (select id from episode order by missing_from_at limit 1)`);
    await hub.ingest.rows(`update interview set episode_ids = '{00000000-0000-8000-8000-000000000000}' where id = '${hub.interviewId}'`);
    rmSync(hub.outbox, { recursive: true });
    expect(keysIn((await lay()).text)).toEqual(before);
  });
});

describe('taking back', () => {
  it('goes to whoever was told, under the names they were told, though they may see nothing by now; and never without having told', async () => {
    const id = '00000000-0000-4000-8000-0000000000b1';
    const told = await lay({ id });
    const key = /<InterviewKey>([^<]+)</.exec(told.text)?.[1] ?? '';
    rmSync(hub.outbox, { recursive: true });
    const back = await lay({ matter: 'RETRACTION', act: 'retract', corrects: id });
    expect(back.text).toMatch(new RegExp(`<Withdraws>INTERVIEW</Withdraws>\\s*<RecordKey>${key}<`));
    for (const name of NAMES) {
      expect(back.text).not.toContain(name);
    }
    expect(await hub.prepare({ matter: 'RETRACTION', act: 'retract', corrects: '00000000-0000-4000-8000-0000000000ff' })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
    expect(await hub.prepare({ matter: 'RETRACTION', act: 'retract', corrects: null })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
  });
});

describe('a folder', () => {
  it('gets each document whole, its signature before it, and a receipt that says no more than that it was laid there', async () => {
    const prepared = await ready();
    const delivered = await prepared.send(SIGNAL);
    expect(laid().filter((name) => name.endsWith('.half'))).toEqual([]);
    expect(laid().filter((name) => name.endsWith('.jws'))).toHaveLength(laid().filter((name) => name.endsWith('.xml')).length);
    expect(delivered).toMatchObject({ outcome: 'ACCEPTED', received: { statement: { outcome: 'DEPOSITED', by: { hub: 'hub-north', agency: 'northmere' } } } });
    const text = 'received' in delivered ? receiptText(prepared.sent, delivered.received) : '';
    expect((await verifyReceipt(text, hubKeysOf([NORTH.jwk]))).flaws).toEqual([]);
  });

  it('gets it as a file of its own, and nothing is written through a link that lies there', async () => {
    const prepared = await ready();
    await prepared.send(SIGNAL);
    const before = laid();
    const beside = path.join(path.dirname(hub.outbox), 'beside');
    writeFileSync(beside, 'not theirs');
    for (const name of before) {
      const [place, half] = [path.join(hub.outbox, name), path.join(hub.outbox, path.dirname(name), `.${path.basename(name)}.half`)];
      rmSync(place);
      symlinkSync(beside, place);
      symlinkSync(beside, half);
    }
    expect(await prepared.send(SIGNAL)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(readFileSync(beside, 'utf8')).toBe('not theirs');
    expect(before.map((name) => lstatSync(path.join(hub.outbox, name)).isFile())).toEqual(before.map(() => true));
  });

  it('that is not there is waited for in production, and one that cannot be written is no receipt', async () => {
    expect(await hub.deliver({ production: true }).prepare(toSouthvale(hub, hub.interviewId))).toEqual({ outcome: 'NOT_NOW', code: 'FOLDER_MISSING' });
    const prepared = await ready();
    rmSync(hub.outbox, { recursive: true, force: true });
    writeFileSync(hub.outbox, 'no folder');
    expect(await prepared.send(SIGNAL)).toEqual({ outcome: 'NO_ANSWER', code: 'FOLDER_MISSING' });
  });
});

describe('no way', () => {
  it.each<[string, Partial<ToDeliver>, Prepared]>([
    ['over a channel that is none', { channel: 'to-nowhere' }, { outcome: 'NEVER', code: 'CHANNEL_UNKNOWN' }],
    ['over a channel to another agency', { channel: 'to-larkfield' }, { outcome: 'NEVER', code: 'CHANNEL_UNKNOWN' }],
    ['in a format that has nothing for it', { ...POLICE, channel: 'to-mereshire-police' }, { outcome: 'NEVER', code: 'FORMAT_CANNOT_SAY' }],
    ['for a matter that no format has', { matter: 'RISK_ASSESSMENT' }, { outcome: 'NEVER', code: 'FORMAT_CANNOT_SAY' }],
    ['to a webhook whose name leads nowhere', { channel: 'called' }, { outcome: 'NOT_NOW', code: 'ENDPOINT_UNREACHABLE' }],
  ])('leads %s', async (_which, changed, expected) => {
    expect(await hub.prepare(changed)).toEqual(expected);
  });

  it('leads anywhere without a key, a secret or a name of this hub; and nothing is read meanwhile', async () => {
    const before = (await hub.disclosed()).length;
    const one = { ...toSouthvale(hub, hub.interviewId), channel: 'called' };
    expect(await hub.deliver({ key: null }).prepare(one)).toEqual({ outcome: 'NOT_SET_UP', code: 'KEY_MISSING' });
    expect(await hub.deliver({ secrets: new Map() }).prepare(one)).toEqual({ outcome: 'NOT_SET_UP', code: 'SECRET_MISSING' });
    expect(await hub.deliver({ directory: () => Promise.resolve({ ...directory, hub: null }) }).prepare(one)).toEqual({ outcome: 'NOT_SET_UP', code: 'HUB_UNNAMED' });
    expect((await hub.disclosed()).length).toBe(before);
  });

  it.each<[string, { readonly changed?: Partial<Directory>; readonly addresses: readonly string[]; readonly expected: Prepared }]>([
    ['to an address that is not listed', { changed: { endpoints: [] }, addresses: ['1.1.1.1'], expected: { outcome: 'NEVER', code: 'ENDPOINT_NOT_LISTED' } }],
    ['to a name that leads to this machine', { addresses: ['127.0.0.1'], expected: { outcome: 'NOT_NOW', code: 'ENDPOINT_NOT_ALLOWED' } }],
    ['to a name that leads to metadata', { addresses: ['169.254.169.254'], expected: { outcome: 'NOT_NOW', code: 'ENDPOINT_NOT_ALLOWED' } }],
    ['to a name with an inner address among public ones', { addresses: ['1.1.1.1', '10.0.0.7'], expected: { outcome: 'NOT_NOW', code: 'ENDPOINT_NOT_ALLOWED' } }],
    ['to this machine in production, however it is listed', { changed: { endpoints: [{ origin: 'http://localhost:4001', pathPrefix: '/', demonstration: true }] }, addresses: ['127.0.0.1'], expected: { outcome: 'NEVER', code: 'ENDPOINT_NOT_LISTED' } }],
  ])('leads %s, and nothing is read', async (_which, { changed = {}, addresses, expected }) => {
    const before = (await hub.disclosed()).length;
    const resolve = () => Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
    const services = { resolve, production: true, directory: () => Promise.resolve({ ...directory, ...changed }) };
    expect(await hub.deliver(services).prepare({ ...toSouthvale(hub, hub.interviewId), channel: 'called' })).toEqual(expected);
    expect((await hub.disclosed()).length).toBe(before);
  });
});
