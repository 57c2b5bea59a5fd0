import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { hubKeysOf } from '../../src/exchange/hub-keys.ts';
import { receiptText } from '../../src/exchange/sign-receipt.ts';
import { verifyReceipt } from '../../src/exchange/verify-receipt.ts';
import { signDetached, type SigningKey } from '../support/a-signature.ts';
import { NORTH, SOUTH } from './a-delivering-hub.ts';
import { aPair } from './a-receipt.ts';
import type { Answer } from '../journeys/a-running-hub.ts';
import { twoHubs, whenThere, type Forged, type TwoHubs } from './two-hubs.ts';

let hubs: TwoHubs;
beforeAll(async () => {
  hubs = await twoHubs();
});
afterAll(() => hubs.close());

const DOCUMENT = '00000000-0000-4000-8000-0000000000d1';
const stated = (bytes: Buffer) => ({ documents: [{ id: DOCUMENT, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'application/xml', bytes: bytes.length }] });
const KEYS = hubKeysOf([NORTH.jwk, SOUTH.jwk]);
const EPISODES = '{ episodes { nodes { id child { id givenName } } } }';
const INTERVIEWS = 'query I($id: ID!) { child(id: $id) { interviews { __typename state ... on FullInterview { reasons placesStayed } } episodes { locatedPlace } } }';
interface Episodes {
  readonly episodes: { readonly nodes: readonly { readonly child: { readonly id: string; readonly givenName: string } }[] };
}

/** Ten minutes ago, of words that were dated a year ahead. */
async function asKeptByAHubThatDidNotLook(transmission: string): Promise<void> {
  const client = new pg.Client({ connectionString: hubs.placing.databaseUrl });
  await client.connect();
  try {
    await client.query(`update received_message set said_at = said_at + interval '1 year', received_at = received_at - interval '10 minutes' where transmission = $1`, [transmission]);
  } finally {
    await client.end();
  }
}

const childThere = () => whenThere(async () => (await hubs.placing.ask<Episodes>(EPISODES, { as: 'northmere-coordinator' })).episodes.nodes[0]?.child);

describe('an interview that a host authority sends', () => {
  it('arrives once in the picture of the placing authority, is read by the named social worker, and is proven by both hubs’ keys', async () => {
    const one = hubs.one();
    const delivered = await hubs.send(one);
    expect(delivered).toMatchObject({ outcome: 'ACCEPTED', received: { statement: { outcome: 'ACCEPTED', by: { hub: 'hub-north', agency: 'northmere' } } } });
    const child = await childThere();
    expect(child.givenName).toBe('Wrenna');
    const input = { key: randomUUID(), child: child.id, revision: 0, relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' };
    await hubs.placing.ask('mutation R($input: RecordRelationshipInput!) { recordRelationship(input: $input) { id } }', { as: 'northmere-coordinator' }, { input });
    const read = () => hubs.placing.ask<{ child: { interviews: object[] } }>(INTERVIEWS, { as: 'northmere-social-worker' }, { id: child.id });
    const { child: whole } = await whenThere(async () => {
      const answer = await read();
      return answer.child.interviews.length > 0 ? answer : undefined;
    });
    expect(whole).toEqual({ interviews: [{ __typename: 'FullInterview', state: 'COMPLETED', reasons: 'Invented words of the child.', placesStayed: ['5 Invented Yard'] }], episodes: [{ locatedPlace: 'Invented bus station' }] });
  });

  it('is answered as held already when it comes again, though later; and nothing is stored twice', async () => {
    const one = hubs.one();
    const first = await hubs.send(one);
    const documents = await hubs.placing.documents();
    hubs.host.now += 60_000;
    const again = await hubs.send({ ...one, sentAt: hubs.host.now });
    expect(again).toMatchObject({ outcome: 'ACCEPTED', received: { statement: { outcome: 'ALREADY_HELD', document: 'received' in first ? first.received.statement.document : '' } } });
    expect(await hubs.placing.documents()).toBe(documents);
    hubs.host.now -= 60_000;
  });

  it('is proven by a receipt that anybody can verify', async () => {
    const deliver = hubs.host.deliver({ key: SOUTH.key, secrets: new Map([['shared', Buffer.alloc(32, 7)]]), resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) });
    const prepared = await deliver.prepare(hubs.one());
    const delivered = prepared.outcome === 'READY' ? await prepared.send(new AbortController().signal) : null;
    const text = prepared.outcome === 'READY' && delivered !== null && 'received' in delivered ? receiptText(prepared.sent, delivered.received) : '';
    expect(await verifyReceipt(text, KEYS)).toMatchObject({ flaws: [], sentBy: 'south-2025', receivedBy: 'north-2025' });
    for (const name of ['Wrenna', 'Invented', 'Corvin']) {
      expect(text).not.toContain(name);
    }
  });

  it('never comes back to whoever told it', async () => {
    expect(await hubs.send({ recipient: 'hew@southvale', to: 'southvale', channel: 'to-southvale', from: 'northmere' })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
  });
});

describe('a message at the door', () => {
  it.each<[string, () => Forged, number, string]>([
    ['of a hub that is no partner', () => ({ headers: { 'homeward-hub': 'hub-west' } }), 400, 'SIGNATURE_INVALID'],
    ['of nobody', () => ({ headers: { 'homeward-hub': '' } }), 400, 'SIGNATURE_INVALID'],
    ['signed with another secret', () => ({ secret: Buffer.alloc(32, 8) }), 400, 'SIGNATURE_INVALID'],
    ['without a signature', () => ({ headers: { 'webhook-signature': '' } }), 400, 'SIGNATURE_INVALID'],
    ['of a version that is none', () => ({ headers: { 'webhook-signature': 'v2,AAAA' } }), 400, 'SIGNATURE_INVALID'],
    ['that is copied after its time', () => ({ at: hubs.placing.now - 301_000 }), 400, 'SIGNATURE_INVALID'],
    ['from the future', () => ({ at: hubs.placing.now + 301_000 }), 400, 'SIGNATURE_INVALID'],
    ['under another time than it was signed with', () => ({ headers: { 'webhook-timestamp': String(hubs.placing.now / 1000 + 1) } }), 400, 'SIGNATURE_INVALID'],
    ['under another id than it was signed with', () => ({ headers: { 'webhook-id': randomUUID() } }), 400, 'SIGNATURE_INVALID'],
    ['with a key of another hub', () => ({ key: aPair('hub-west', 'south-2025').key }), 400, 'SIGNATURE_INVALID'],
    ['with a key of another name', () => ({ key: aPair('hub-south', 'south-2031').key }), 400, 'SIGNATURE_INVALID'],
    ['in the name of another hub', () => ({ statement: { from: { hub: 'hub-north', agency: 'northmere' } } }), 400, 'SIGNATURE_INVALID'],
    ['for another hub', () => ({ statement: { to: { hub: 'hub-west', agency: 'westhaven' } } }), 400, 'NOT_FOR_THIS_HUB'],
    ['for no hub', () => ({ statement: { to: { hub: null, agency: 'northmere' } } }), 400, 'NOT_FOR_THIS_HUB'],
    ['that says it was sent at a time that has not come', () => ({ statement: { at: new Date(hubs.placing.now + 301_000).toISOString() } }), 400, 'BAD_INPUT'],
    ['that says it was sent in a year', () => ({ statement: { at: new Date(hubs.placing.now + 365 * 86_400_000).toISOString() } }), 400, 'BAD_INPUT'],
    ['that is no message', () => ({ body: () => '{"sent":{}}' }), 400, 'BAD_INPUT'],
    ['that is no JSON', () => ({ body: () => 'WRENNA' }), 400, 'BAD_INPUT'],
    ['with more in it', () => ({ body: (text) => text.replace('{', '{"more":1,') }), 400, 'BAD_INPUT'],
    ['that is packed', () => ({ headers: { 'content-encoding': 'gzip' } }), 400, 'BAD_INPUT'],
  ])('%s is refused, and nothing is stored', async (...[, forged, status, code]) => {
    const before = await hubs.placing.documents();
    const answer = await hubs.post(forged());
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([status, code]);
    expect(answer.text).not.toMatch(/WRENNA|hub-south|hub-west/);
    expect(await hubs.placing.documents()).toBe(before);
  });

  it('that is larger than the hub takes is refused before it is read', async () => {
    const answer = await hubs.post({ bytes: Buffer.alloc(1_500_000, 32) });
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
  });

  it.each<[string, () => Forged, string]>([
    ['for an agency that is not here', () => ({ statement: { to: { hub: 'hub-north', agency: 'nowhere' } } }), 'NOT_FOR_THIS_HUB'],
    ['for which its hub may not speak', () => ({ statement: { from: { hub: 'hub-south', agency: 'westhaven' } } }), 'SOURCE_UNKNOWN'],
    ['in a format of which it has no system', () => ({ documents: [{ adapter: 'police-intelligence' }] }), 'SOURCE_UNKNOWN'],
    ['with other bytes than are stated', () => ({ documents: [{ base64: Buffer.from('<other/>').toString('base64') }] }), 'SIGNATURE_INVALID'],
    ['with another document than is stated', () => ({ documents: [{ id: randomUUID() }] }), 'SIGNATURE_INVALID'],
    ['with a document more', () => ({ documents: [{}, {}] }), 'SIGNATURE_INVALID'],
    ['whose document nobody signed', () => ({}), 'SIGNATURE_REQUIRED'],
  ])('of a partner %s is refused by a signed receipt, and nothing is stored', async (...[, forged, reason]) => {
    const before = await hubs.placing.documents();
    const answer = await hubs.post(forged());
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ statement: { kind: 'homeward-received', outcome: 'REFUSED', reason, document: null, by: { hub: 'hub-north' } } });
    expect(await hubs.placing.documents()).toBe(before);
  });

  it('of one matter under an id that was used is taken as what it says by now, once; of another matter it is refused', async () => {
    const said = { transmission: randomUUID(), records: [randomUUID()] };
    const bytes = Buffer.from(readFileSync(path.resolve(import.meta.dirname, '../../adapters/authority-exchange/samples/offer-alone-on-one-of-three-days.xml'), 'utf8').replace(/<SendingAuthority>[^<]*/, '<SendingAuthority>southvale'));
    const changed = Buffer.from(bytes.toString().replace('</AuthorityExchange>', ' </AuthorityExchange>'));
    // The library that signs takes Node's own keys as well as the platform's.
    const signed = async (text: Buffer) => ({ bytes: text, documents: [{ id: DOCUMENT, signature: await signDetached(text, { kid: SOUTH.key.kid, alg: 'ES256', privateKey: SOUTH.key.key as unknown as SigningKey['privateKey'] }) }] });
    const answer = async (text: Buffer, statement = {}): Promise<Answer> => hubs.post({ statement: { ...said, ...stated(text), ...statement }, ...(await signed(text)) });
    const answers = async (text: Buffer, statement = {}): Promise<unknown> => (JSON.parse((await answer(text, statement)).text) as { statement: unknown }).statement;
    const after = (seconds: number) => ({ at: new Date(hubs.placing.now + seconds * 1000).toISOString() });
    const before = await hubs.placing.documents();
    expect(await answers(bytes)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await answers(changed)).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await answers(changed)).toMatchObject({ outcome: 'ALREADY_HELD' });
    expect(await answers(bytes)).toMatchObject({ outcome: 'ALREADY_HELD' });
    expect(await answers(bytes, after(60))).toMatchObject({ outcome: 'ACCEPTED' });
    expect([await answers(bytes, after(70)), await answers(changed, after(30))]).toMatchObject([{ outcome: 'ALREADY_HELD' }, { outcome: 'ALREADY_HELD' }]);
    const overtaken = await answer(Buffer.concat([changed, Buffer.from(' ')]), after(65));
    expect([overtaken.status, JSON.parse(overtaken.text)]).toEqual([409, expect.objectContaining({ code: 'STALE_REVISION' })]);
    await asKeptByAHubThatDidNotLook(said.transmission);
    expect(await answers(Buffer.concat([changed, Buffer.from('  ')]), after(290))).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await answers(changed, { matter: 'OFFER' })).toMatchObject({ outcome: 'REFUSED', reason: 'KEY_REUSED' });
    expect(await answers(changed, { records: [randomUUID()] })).toMatchObject({ outcome: 'REFUSED', reason: 'KEY_REUSED' });
    expect(await hubs.placing.documents()).toBe(before + 3);
  });
});

describe('what anybody may know of a hub', () => {
  it('is what it is called and the public halves of its keys, without a token', async () => {
    const answer = await fetch(`${hubs.placing.url}/.well-known/homeward-hub`);
    const published = (await answer.json()) as { readonly hub: string; readonly keys: readonly Record<string, unknown>[] };
    expect(published).toEqual({ hub: 'hub-north', keys: [{ kty: 'EC', crv: 'P-256', x: NORTH.jwk['x'], y: NORTH.jwk['y'], kid: 'north-2025', use: 'delivery', hub: 'hub-north' }] });
    expect(hubKeysOf([published])).toHaveLength(1);
  });

  it('is printed by a command, for the directories of partners', async () => {
    const { out: output } = await hubs.placing.command('keys', 'publish');
    expect(output).toContain('"hub": "hub-north"');
    expect(output).not.toContain('"d"');
  }, 120_000);
});
