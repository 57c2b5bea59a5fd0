import fc from 'fast-check';
import { FlattenedSign } from 'jose';
import { canonicalJson } from '../../src/domain/observation/canonical-json.ts';
import { describeReceipt } from '../../src/exchange/describe-receipt.ts';
import { hubKeysOf } from '../../src/exchange/hub-keys.ts';
import { receiptShape, sentDigest, type Receipt } from '../../src/exchange/receipt.ts';
import { receiptText, signOwnWord, signReceived, signSent } from '../../src/exchange/sign-receipt.ts';
import { RECEIPT_FLAWS, verifyReceipt, type ReceiptReading } from '../../src/exchange/verify-receipt.ts';
import { ACCEPTED, aPair, aReceipt, HOST, KEYS, MESSAGE, PLACING, type HubPair } from './a-receipt.ts';

const flaws = ({ flaws: found }: ReceiptReading): string[] => found.map(({ flaw, side }) => `${side} ${flaw}`);
const read = (text: string): Receipt => receiptShape.parse(JSON.parse(text));
const OTHER_ID = '00000000-0000-4000-8000-000000000099';

describe('a receipt', () => {
  it('proves by both hubs’ keys what was sent and what became of it', async () => {
    const reading = await verifyReceipt(await aReceipt(), KEYS);
    expect(reading).toMatchObject({ sentBy: 'southvale-2026', receivedBy: 'westhaven-2026', flaws: [] });
    expect(reading.receipt?.sent.statement).toMatchObject({ records: [...MESSAGE.records].sort(), fields: [...MESSAGE.fields].sort() });
    expect(reading.receipt?.received.statement).toMatchObject({ ...ACCEPTED, transmission: MESSAGE.transmission, by: MESSAGE.to });
  });

  it.each([
    ['that the receiver had it already', { outcome: 'ALREADY_HELD' }],
    ['that the receiver refused it', { outcome: 'REFUSED', reason: 'DOCUMENT_SCHEMA', document: null }],
  ] as const)('proves %s', async (_what, answer) => {
    expect(await verifyReceipt(await aReceipt({ answer }), KEYS)).toMatchObject({ flaws: [], receipt: { received: { statement: answer } } });
  });

  it('is still proven by a key that was rotated out since', async () => {
    const later = hubKeysOf([{ keys: [aPair('southvale', 'southvale-2027').jwk, HOST.jwk] }, PLACING.jwk]);
    expect((await verifyReceipt(await aReceipt(), later)).flaws).toEqual([]);
  });

  it.each<[string, () => { sender?: HubPair; receiver?: HubPair }, readonly string[]]>([
    ['a key nobody knows', () => ({ sender: aPair('southvale', 'southvale-2031') }), ['SENDER KEY_UNKNOWN']],
    ['another key under a known name', () => ({ sender: aPair('southvale', 'southvale-2026') }), ['SENDER SIGNATURE']],
    ['the key of the other hub, by the sender', () => ({ sender: PLACING }), ['SENDER KEY_UNKNOWN']],
    ['the key of the other hub, by the receiver', () => ({ receiver: HOST }), ['RECEIVER KEY_UNKNOWN']],
  ])('is not proven by %s', async (_which, signers, expected) => {
    expect(flaws(await verifyReceipt(await aReceipt(signers()), KEYS))).toEqual(expected);
  });

  it.each(['seal', 'sig', 'enc'])('is not proven by a key for "%s"', async (use) => {
    const keys = hubKeysOf([{ ...HOST.jwk, use }, PLACING.jwk]);
    expect(flaws(await verifyReceipt(await aReceipt(), keys))).toEqual(['SENDER KEY_USE']);
  });

  it('is not proven by a key of another kind, whatever it is for', async () => {
    const keys = hubKeysOf([HOST.jwk, { kty: 'oct', hub: 'westhaven', kid: 'westhaven-2026', use: 'delivery' }]);
    expect(flaws(await verifyReceipt(await aReceipt(), keys))).toEqual(['RECEIVER KEY_USE']);
  });

  it('is not the answer to another try, another message or from another receiver', async () => {
    const [first, again] = [await signSent(MESSAGE, HOST.key), await signSent({ ...MESSAGE, at: '2026-05-05T11:00:00.000Z' }, HOST.key)];
    const elsewhere = await signSent({ ...MESSAGE, transmission: OTHER_ID }, HOST.key);
    const toOther = await signSent({ ...MESSAGE, to: { hub: 'westhaven', agency: 'eastmoor' } }, HOST.key);
    const late = { ...ACCEPTED, at: '2026-05-05T11:00:01.000Z' };
    const between = async (asked: typeof first, answered: typeof first): Promise<string[]> => flaws(await verifyReceipt(receiptText(asked, await signReceived(answered, late, PLACING.key)), KEYS));
    expect(await between(again, first)).toEqual(['BOTH OTHER_MESSAGE']);
    expect(await between(first, elsewhere)).toEqual(['BOTH OTHER_MESSAGE']);
    expect(await between(first, toOther)).toEqual(['BOTH OTHER_MESSAGE', 'BOTH OTHER_RECEIVER']);
  });

  it('is not given before the message was sent, but for what two clocks may differ by', async () => {
    const at = (time: string): Promise<string> => aReceipt({ answer: { at: `2026-05-05T${time}.000Z` } });
    expect(flaws(await verifyReceipt(await at('09:55:00'), KEYS))).toEqual([]);
    expect(flaws(await verifyReceipt(await at('09:54:59'), KEYS))).toEqual(['BOTH TIMES']);
  });

  it('takes no statement signed for something else, and no header that says more', async () => {
    const receipt = read(await aReceipt());
    const signedAs = async (header: Record<string, unknown>): Promise<string[]> => {
      const jws = await new FlattenedSign(Buffer.from(canonicalJson(receipt.sent.statement))).setProtectedHeader({ alg: 'ES256', kid: 'southvale-2026', ...header }).sign(HOST.key.key);
      const sent = { ...receipt.sent, signature: `${jws.protected ?? ''}..${jws.signature}` };
      return flaws(await verifyReceipt(receiptText(sent, await signReceived(sent, ACCEPTED, PLACING.key)), KEYS));
    };
    expect(await signedAs({ typ: 'homeward-sent+jws' })).toEqual([]);
    expect(await signedAs({ typ: 'homeward-received+jws' })).toEqual(['SENDER HEADER']);
    expect(await signedAs({})).toEqual(['SENDER HEADER']);
    expect(await signedAs({ typ: 'homeward-sent+jws', jku: 'https://keys.example' })).toEqual(['SENDER HEADER']);
  });

  it.each([
    ['no JSON', 'canary'],
    ['nothing', ''],
    ['another JSON', '{"receipt":2}'],
  ])('is not %s', async (_what, text) => {
    expect(flaws(await verifyReceipt(text, KEYS))).toEqual(['BOTH NOT_A_RECEIPT']);
  });

  it.each([
    ['a doubled member', (text: string) => text.replace('"receipt":1', '"receipt":1,"receipt":1')],
    ['a doubled outcome, of which the last counts', (text: string) => text.replace('"outcome":"ACCEPTED"', '"outcome":"REFUSED","outcome":"ACCEPTED"')],
    ['white space', (text: string) => text.replace('"receipt":1', '"receipt": 1')],
    ['an escaped letter', (text: string) => text.replace('"INTERVIEW"', '"\\u0049NTERVIEW"')],
    ['words after its end', (text: string) => `${text}\n`],
  ])('that is written with %s could be read in two ways', async (_how, change) => {
    const text = await aReceipt();
    expect(change(text)).not.toBe(text);
    expect(flaws(await verifyReceipt(change(text), KEYS))).toContain('BOTH NOT_CANONICAL');
  });

  it('cannot hold the value of a field', () => {
    for (const value of ['Ada', 'Ada Example', '01632 960902', 'text', '2026-05-05', 'RedactedInterview', 'ReturnInterview.']) {
      expect(receiptShape.shape.sent.shape.statement.shape.fields.safeParse([value]).success).toBe(false);
    }
  });

  it('has each flaw told in its own words', () => {
    expect(new Set(Object.values(RECEIPT_FLAWS)).size).toBe(9);
  });
});

/** The path of every value in a JSON object that has no values below it. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name])) : [path];
}
function changed(value: unknown, [name, ...rest]: readonly string[], change: (leaf: unknown) => unknown): unknown {
  if (name === undefined) {
    return change(value);
  }
  const inside = value as Record<string, unknown>; // A path of `leaves` leads through objects and arrays alone.
  const inner = changed(inside[name], rest, change);
  return Array.isArray(value) ? value.map((one: unknown, at) => (String(at) === name ? inner : one)) : { ...inside, [name]: inner };
}

describe('tampering with a receipt', () => {
  it('is found whichever character of the file is another, gone or added', async () => {
    const text = (await aReceipt()).trimEnd();
    const place = fc.nat(text.length - 1);
    const letter = fc.constantFrom(...Array.from('0123456789abcdefABCDEFQgw-_.:,"{}[]ntZ '));
    await fc.assert(
      fc.asyncProperty(place, letter, fc.constantFrom(0, 1), async (at, put, keep) => {
        const other = text.slice(0, at) + put + text.slice(at + 1 - keep);
        fc.pre(other !== text);
        expect((await verifyReceipt(other, KEYS)).flaws).not.toEqual([]);
      }),
      { numRuns: 1500, seed: 20261122 },
    );
  }, 60_000);

  const likely: Readonly<Record<string, unknown>> = { outcome: 'ALREADY_HELD', level: 'FULL', matter: 'EPISODE', mediaType: 'text/csv', kind: 'homeward-other', reason: 'BUSY' };
  const another = (name: string, leaf: unknown): unknown => {
    if (name in likely) {
      return likely[name];
    }
    if (typeof leaf === 'number') {
      return leaf + 1;
    }
    const text = String(leaf);
    return text.endsWith('Z') ? text.replace('10:00', '10:01') : text.replace(/[a-z0-9](?=[^a-z0-9]*$)/, (last) => (last === '1' ? '2' : last === 'y' ? 'z' : '1'));
  };

  it('is found at every member, also by one who writes it as a hub writes it', async () => {
    const receipt = JSON.parse(await aReceipt()) as Receipt;
    const paths = leaves(receipt);
    expect(paths).toHaveLength(32);
    for (const path of paths) {
      const other = changed(receipt, path, (leaf) => another(path.at(-1) ?? '', leaf));
      expect({ path, same: canonicalJson(other) === canonicalJson(receipt) }).toEqual({ path, same: false });
      expect({ path, flaws: (await verifyReceipt(canonicalJson(other), KEYS)).flaws.length > 0 }).toEqual({ path, flaws: true });
    }
  });

  it('is found where a member is taken out or put in', async () => {
    const receipt = JSON.parse(await aReceipt()) as Receipt;
    for (const path of leaves(receipt)) {
      expect((await verifyReceipt(canonicalJson(changed(receipt, path, () => undefined)), KEYS)).flaws).not.toEqual([]);
      const beside = changed(receipt, path.slice(0, -1), (parent) => (Array.isArray(parent) ? [...(parent as unknown[]), 'x'] : { ...(parent as object), note: 'x' }));
      expect((await verifyReceipt(canonicalJson(beside), KEYS)).flaws).not.toEqual([]);
    }
  });

  it('by the receiver is found in the sender’s statement, though the receiver signs its answer anew', async () => {
    const receipt = read(await aReceipt());
    const sent = { ...receipt.sent, statement: { ...receipt.sent.statement, level: 'FULL' as const } };
    const received = await signReceived(sent, ACCEPTED, PLACING.key);
    expect(received.statement.sent).toBe(sentDigest(sent));
    expect(flaws(await verifyReceipt(receiptText(sent, received), KEYS))).toEqual(['SENDER SIGNATURE']);
  });
});

describe('the keys to verify with', () => {
  const { hub, ...nobodys } = HOST.jwk;
  it.each<[string, readonly unknown[], string]>([
    ['none', [{ keys: [] }], 'hold none'],
    ['a secret half', [{ ...HOST.jwk, d: 'canary' }], 'hold a secret half'],
    ['a secret that both would share', [{ kty: 'oct', hub: 'southvale', kid: 'a', use: 'delivery', k: 'canary' }], 'hold a secret half'],
    ['a key that is nobody’s', [nobodys], '"hub" it belongs to'],
    ['two keys of one name', [HOST.jwk, { ...aPair('southvale', 'southvale-2026').jwk }], 'with the same "kid"'],
    ['no key', ['canary'], 'that is not a JWK'],
    ['a point off the curve', [{ ...HOST.jwk, y: 'AAAA' }], 'no point of the curve'],
  ])('are refused with %s', (_fault, files, words) => {
    expect(hub).toBe('southvale');
    expect(() => hubKeysOf(files)).toThrow(words);
    expect(() => hubKeysOf(files)).not.toThrow('canary');
  });

  it('may have one name at two hubs', () => {
    expect(hubKeysOf([aPair('southvale', 'one').jwk, aPair('westhaven', 'one').jwk])).toHaveLength(2);
  });
});

describe('the word of a sender on a receiver that signs nothing', () => {
  const LAID = { outcome: 'DEPOSITED', at: '2026-05-05T10:00:02.000Z' } as const;
  const toFolder = { ...MESSAGE, to: { hub: null, agency: 'westhaven' } };

  it('is the sender’s own, and says that it proves no more', async () => {
    const sent = await signSent(toFolder, HOST.key);
    const reading = await verifyReceipt(receiptText(sent, await signOwnWord(sent, LAID, HOST.key)), KEYS);
    expect(reading).toMatchObject({ flaws: [], sentBy: 'southvale-2026', receivedBy: 'southvale-2026' });
    expect(reading.receipt?.received.statement).toMatchObject({ outcome: 'DEPOSITED', by: MESSAGE.from, document: MESSAGE.documents[0]?.id });
    expect(describeReceipt(reading).join('\n')).toMatch(/laid it into the receiver's folder .*\nNOT PROVEN: that the receiver has it: this is the sender's own word/);
  });

  it('never stands for a hub that would sign itself', async () => {
    const sent = await signSent(MESSAGE, HOST.key);
    expect(flaws(await verifyReceipt(receiptText(sent, await signOwnWord(sent, LAID, HOST.key)), KEYS))).toEqual(['BOTH OTHER_RECEIVER']);
    const claimed = await signReceived(sent, { ...ACCEPTED, outcome: 'DEPOSITED' }, PLACING.key);
    expect(flaws(await verifyReceipt(receiptText(sent, claimed), KEYS))).toEqual(['BOTH OTHER_RECEIVER']);
  });

  it('is no acceptance, and nobody else can give it', async () => {
    const sent = await signSent(toFolder, HOST.key);
    await expect(signReceived(sent, ACCEPTED, PLACING.key)).rejects.toThrow('no hub');
    expect(flaws(await verifyReceipt(receiptText(sent, await signOwnWord(sent, LAID, PLACING.key)), KEYS))).toEqual(['RECEIVER KEY_UNKNOWN']);
  });
});
