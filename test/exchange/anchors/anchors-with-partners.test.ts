import { randomUUID } from 'node:crypto';
import { askHeld, readHeld } from '../../../src/exchange/anchors/ask-held.ts';
import { anchorWithPartners } from '../../../src/exchange/anchors/send-anchors.ts';
import { checkSigned } from '../../../src/exchange/check-signed.ts';
import { hubKeysOf } from '../../../src/exchange/hub-keys.ts';
import { signedAnchored } from '../../../src/exchange/anchors/anchor-statements.ts';
import { signHeld } from '../../../src/exchange/anchors/sign-anchor.ts';
import type { HeldSeals } from '../../../src/gate/seal/check-held.ts';
import type { Seal } from '../../../src/gate/seal/seal-head.ts';
import { verifySeals, type Verified } from '../../../src/gate/seal/verify-seals.ts';
import { connectClient } from '../../../src/store/connection.ts';
import { rewriteHistory } from '../../gate/seal/rewrite-history.ts';
import { NORTH, SOUTH } from '../a-delivering-hub.ts';
import { aPair } from '../a-receipt.ts';
import { aHead, twoLogs, type ForgedAnchor, type TwoLogs } from './two-logs.ts';

let logs: TwoLogs;
const DAY = 86_400_000;
const send = () => anchorWithPartners(logs.anchoring, { dueOnly: false });
const sendDue = () => anchorWithPartners(logs.anchoring, { dueOnly: true });
const isHeld = (one: Awaited<ReturnType<typeof askHeld>>[number]): one is HeldSeals => 'seals' in one;
const held = async (): Promise<HeldSeals[]> => (await askHeld(logs.anchoring)).filter(isHeld);
const verify = async (): Promise<Verified> => verifySeals({ ...logs.south.parts, keys: logs.south.keys, held: await held() });
const newest = (): Promise<{ number: number; head: string }> => logs.south.superuser.query<{ number: number; head: string }>('select number, head from seal_batch order by number desc limit 1').then(({ rows }) => rows[0] ?? { number: 0, head: '' });

describe('the head of a log that a partner hub holds', () => {
  beforeEach(async () => {
    logs = await twoLogs();
  });
  afterEach(() => logs.close());

  it('is held once, however often it is sent, and signed for; the sender keeps the signature', async () => {
    await logs.batch();
    const { number, head } = await newest();
    expect(await send()).toEqual([{ hub: 'hub-north', batch: 1, outcome: 'HELD', code: null }]);
    expect(await send()).toEqual([{ hub: 'hub-north', batch: 1, outcome: 'ALREADY_HELD', code: null }]);
    expect(await held()).toEqual([{ hub: 'hub-north', seals: [expect.objectContaining({ number, head })] }]);
    const { rows } = await logs.south.superuser.query<{ hub: string; head: string; received: unknown }>('select hub, head, received from anchor_receipt');
    expect(rows).toEqual([expect.objectContaining({ hub: 'hub-north', head })]);
    const received = signedAnchored.parse(rows[0]?.received);
    expect(await checkSigned(received, 'hub-north', hubKeysOf([NORTH.jwk]))).toEqual({ kid: 'north-2025', fault: null });
  });

  it('is sent by itself once a day, and only where something was sealed since', async () => {
    await logs.batch();
    expect(await sendDue()).toMatchObject([{ batch: 1, outcome: 'HELD' }]);
    await logs.batch();
    expect(await sendDue()).toEqual([]);
    logs.south.now += DAY;
    logs.north.now = logs.south.now;
    expect(await sendDue()).toMatchObject([{ batch: 2, outcome: 'HELD' }]);
    logs.south.now += DAY;
    expect(await sendDue()).toEqual([]);
  });

  it('is sent again at the next look where the partner did not sign for it', async () => {
    await logs.batch();
    logs.north.now += DAY;
    expect(await sendDue()).toEqual([{ hub: 'hub-north', batch: 1, outcome: 'NO_ANSWER', code: 'RECEIVER_REFUSED' }]);
    expect(logs.logged).toEqual([{ event: 'partner-anchor-late', fields: { system: 'hub-north', reason: 'RECEIVER_REFUSED' } }]);
    logs.north.now = logs.south.now;
    expect(await sendDue()).toMatchObject([{ outcome: 'HELD' }]);
  });

  it('shows that history was rewritten by the owner of the tables with every key of the hub, and from which row on', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      await logs.batch();
      if (batch === 1 || batch === 4) {
        await send();
      }
    }
    expect((await verify()).findings).toEqual([]);
    await rewriteHistory(logs.south, { batch: 4, place: 1 });
    expect((await verifySeals({ ...logs.south.parts, keys: logs.south.keys })).findings).toEqual([]);
    const { rows } = await logs.south.superuser.query<{ log: string; id: string }>('select log, id from seal_entry where batch = 3 and place = 1');
    expect((await verify()).findings).toEqual([{ kind: 'REWRITTEN', hub: 'hub-north', batch: 3, until: 5, place: 1, ...rows[0] }]);
    expect(await send()).toMatchObject([{ batch: 5, outcome: 'DIFFERS' }]);
    expect(logs.logged).toContainEqual({ event: 'partner-anchor-differs', fields: { system: 'hub-north', reason: 'DIFFERS' } });
  });

  it('shows that the end was cut off, also where it was cut to the very head that the partner holds', async () => {
    await logs.batch();
    await send();
    await logs.batch();
    await send();
    for (const statement of ['delete from seal_entry where batch = 2', 'delete from seal_anchor where number = 2', 'delete from seal_batch where number = 2']) {
      await logs.south.superuser.query(statement);
    }
    expect((await verify()).findings).toContainEqual({ kind: 'TAIL_CUT', hub: 'hub-north', batch: 2 });
    expect(await send()).toMatchObject([{ batch: 1, outcome: 'BEHIND' }]);
  });

  it('shows a seal that no key of this hub made', async () => {
    await logs.batch();
    await logs.post({ seal: { number: 1 } });
    expect((await verify()).findings).toEqual([{ kind: 'HELD_FORGED', hub: 'hub-north', batch: 1 }]);
  });

  it('comes back whole, in as many answers as it takes', async () => {
    await logs.batch();
    await send();
    const client = await connectClient(logs.north.databaseUrl);
    await client.query(`insert into partner_anchor (hub, number, head, kid, signature, anchored_at, sealed_at, sent)
      select hub, number + n, head, kid, signature, anchored_at, sealed_at, sent from partner_anchor, generate_series(1, 1200) as n`);
    await client.end();
    const [north] = await held();
    expect(north?.seals.map(({ number }) => number)).toEqual(Array.from({ length: 1201 }, (_, n) => n + 1));
  });

  it('is printed for its operator as a file that nobody else could have signed', async () => {
    await logs.batch();
    await send();
    const { code, out } = await logs.north.command('audit', 'held', 'hub-south');
    expect(code).toBe(0);
    const directory = await logs.anchoring.directory();
    expect(await readHeld(directory, out)).toEqual(await held());
    await expect(readHeld(directory, out.replace(/"number":1,/, '"number":2,'))).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await logs.north.command('audit', 'held', 'hub-west')).err).toContain('BAD_INPUT');
  }, 120_000);
});

describe('the commands of whoever runs a hub', () => {
  beforeAll(async () => {
    logs = await twoLogs();
    await logs.north.ask('{ episodes { nodes { id } } }', { as: 'northmere-coordinator' });
    await logs.north.command('audit', 'seal');
  }, 120_000);
  afterAll(() => logs.close());

  it('say which partner did not sign for the newest head, or does not say what it holds, and end with 1', async () => {
    const anchored = await logs.north.command('audit', 'anchor');
    expect([anchored.code, anchored.out]).toEqual([1, expect.stringMatching(/^batch \d+: hub-south did not sign that it holds it \(ENDPOINT_UNREACHABLE\)\.\n$/)]);
    const verified = await logs.north.command('audit', 'verify', '--partners');
    expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('hub-south did not say which seals it holds (ENDPOINT_UNREACHABLE).')]);
  }, 120_000);

  it('compare the log with the file of what a partner holds', async () => {
    const client = await connectClient(logs.north.databaseUrl);
    const { rows } = await client.query<Seal>(`select number, head, signature, kid, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from seal_batch where number = 1`);
    await client.end();
    const printed = async (seals: readonly Seal[]) => JSON.stringify(await signHeld({ from: 'hub-south', to: 'hub-north', at: logs.south.now, key: SOUTH.key }, { asked: null, seals, more: false }));
    const whole = await logs.north.command('audit', 'verify', '--held', logs.north.file('held.jsonl', await printed(rows)));
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('hub-south holds 1 seals of this hub, the latest of batch 1.\n')]);
    const other = await logs.north.command('audit', 'verify', '--held', logs.north.file('other.jsonl', await printed(rows.map((seal) => ({ ...seal, head: aHead() })))));
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('HELD_FORGED at anchors of hub-south, batch 1: ')]);
  }, 120_000);
});

describe('a head at the door', () => {
  beforeAll(async () => {
    logs = await twoLogs();
  });
  afterAll(() => logs.close());

  it('A1: holds a number, a hash, a signature and a time of the log, and nothing of what stands in it', async () => {
    await logs.south.read();
    await logs.south.seal();
    logs.north.now = logs.south.now;
    await send();
    const { rows } = await logs.south.superuser.query<{ sent: { statement: object } }>('select sent from anchor_receipt');
    expect(Object.keys(rows[0]?.sent.statement ?? {}).sort()).toEqual(['at', 'from', 'id', 'kind', 'seal', 'to', 'version']);
    expect(Object.keys((rows[0]?.sent.statement as { seal: object }).seal).sort()).toEqual(['at', 'head', 'kid', 'number', 'signature']);
  });

  it.each<[string, () => ForgedAnchor, number, string]>([
    ['of a hub that is no partner', () => ({ headers: { 'homeward-hub': 'hub-west' } }), 400, 'SIGNATURE_INVALID'],
    ['signed with another secret', () => ({ secret: Buffer.alloc(32, 8) }), 400, 'SIGNATURE_INVALID'],
    ['with a key of another hub', () => ({ key: aPair('hub-west', 'south-2025').key }), 400, 'SIGNATURE_INVALID'],
    ['in the name of another hub', () => ({ from: 'hub-west' }), 400, 'SIGNATURE_INVALID'],
    ['under another id', () => ({ id: randomUUID() }), 400, 'SIGNATURE_INVALID'],
    ['that was changed after it was signed', () => ({ body: (text) => text.replace('"number":1', '"number":2') }), 400, 'SIGNATURE_INVALID'],
    ['for another hub', () => ({ to: 'hub-west' }), 400, 'NOT_FOR_THIS_HUB'],
    ['with more in it', () => ({ body: (text) => text.replace('{', '{"more":1,') }), 400, 'BAD_INPUT'],
    ['that is larger than heads are', () => ({ body: (text) => text + ' '.repeat(8192) }), 413, 'DOCUMENT_TOO_LARGE'],
  ])('%s is refused, and nothing is held', async (...[, forged, status, code]) => {
    const before = await held();
    const answer = await logs.post(forged());
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([status, code]);
    expect(await held()).toEqual(before);
  });

  it('A2: is told to the hub whose log it is, and to no other partner', async () => {
    await logs.post({ seal: { number: 7, head: aHead() } });
    const client = await connectClient(logs.north.databaseUrl);
    await client.query(`update partner_anchor set hub = 'hub-west' where number = 7`);
    await client.end();
    expect((await held()).flatMap(({ seals }) => seals.map(({ number }) => number))).not.toContain(7);
  });

  it('is one of a hundred new ones that a partner may lay down within a day; what is held already is answered all the same', async () => {
    const client = await connectClient(logs.north.databaseUrl);
    const count = async () => Number((await client.query<{ count: string }>(`select count(*) from partner_anchor where hub = 'hub-south'`)).rows[0]?.count);
    const fill = (hub: string, most: number) => client.query(`insert into partner_anchor (hub, number, head, kid, signature, anchored_at, sealed_at, sent) select $1, 1000 + n, repeat('a', 64), 'seal-1', '', $2, $2, '{}' from generate_series(1, $3::integer) as n on conflict do nothing`, [hub, new Date(logs.north.now).toISOString(), most]);
    await client.query(`delete from partner_anchor`);
    await fill('hub-south', 99);
    await fill('hub-west', 200);
    const seal = { number: 5000, head: aHead() };
    expect(JSON.parse((await logs.post({ seal })).text)).toMatchObject({ statement: { outcome: 'HELD' } });
    const answer = await logs.post({ seal: { number: 5001 } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([429, expect.objectContaining({ code: 'RATE_LIMITED', message: expect.stringMatching(/100 new heads .* within a day.* in 86400 seconds/) as string })]);
    expect(JSON.parse((await logs.post({ seal })).text)).toMatchObject({ statement: { outcome: 'ALREADY_HELD' } });
    expect(await count()).toBe(100);
    logs.north.now += DAY;
    logs.south.now = logs.north.now;
    expect(JSON.parse((await logs.post({ seal: { number: 5001 } })).text)).toMatchObject({ statement: { outcome: 'HELD' } });
    await client.query(`delete from partner_anchor`);
    await client.end();
  });

  it('is held beside another of its number, and the partner told so', async () => {
    await logs.post({ seal: { number: 9 } });
    const again = await logs.post({ seal: { number: 9 } });
    expect(JSON.parse(again.text)).toMatchObject({ statement: { kind: 'homeward-anchored', outcome: 'DIFFERS' } });
    expect((await held())[0]?.seals.filter(({ number }) => number === 9)).toHaveLength(2);
  });
});
