import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { checkSignature } from '../../src/ingest/check-signature.ts';
import { aSigningKey, signDetached, type SigningKey } from '../support/a-signature.ts';

const BYTES = Buffer.from('<Invented>bytes of a document</Invented>');
const OTHER = Buffer.from('<Invented>bytes of another</Invented>');
const text = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the signature of a document', () => {
  let ours: SigningKey;
  let elliptic: SigningKey;
  let rsa: SigningKey;
  let theirs: SigningKey;
  beforeAll(async () => {
    [ours, elliptic, rsa, theirs] = await Promise.all([aSigningKey('one'), aSigningKey('two', 'ES256'), aSigningKey('three', 'RS256'), aSigningKey('one')]);
  });

  const check = (signature: string | null, { bytes = BYTES, keys = [ours.jwk, elliptic.jwk, rsa.jwk] }: { bytes?: Uint8Array; keys?: readonly Readonly<Record<string, unknown>>[] } = {}): Promise<string> =>
    checkSignature({ keys }, bytes, signature);
  const invalid = { code: 'SIGNATURE_INVALID' };

  it.each(['EdDSA', 'ES256', 'RS256'])('is proven by the key of its name with %s, and kept as it came', async (alg) => {
    const key = [ours, elliptic, rsa].find((known) => known.alg === alg) ?? ours;
    const signature = await signDetached(BYTES, key);
    expect(await check(` ${signature}\n`)).toBe(signature);
  });

  it('is proven over bytes that are not encoded (RFC 7797), also where they are no text', async () => {
    const bytes = new Uint8Array([0xff, 0x00, 0x0d, 0x0a]);
    // The library refuses to sign compactly what is not encoded, so it is put together by hand.
    const head = text({ alg: 'RS256', kid: 'three', b64: false, crit: ['b64'] });
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const sealed = createSign('RSA-SHA256').update(`${head}.`).update(bytes).sign(privateKey).toString('base64url');
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'three' }];
    expect(await check(`${head}..${sealed}`, { bytes, keys })).toContain(head);
    await expect(check(`${head}..${sealed}`, { bytes: OTHER, keys })).rejects.toMatchObject(invalid);
  });

  it.each([null, '', ' \n'])('is asked for where there is none: %j', async (signature) => {
    await expect(check(signature)).rejects.toMatchObject({ code: 'SIGNATURE_REQUIRED' });
  });

  it('of other bytes is refused', async () => {
    const signature = await signDetached(OTHER, ours);
    await expect(check(signature)).rejects.toMatchObject(invalid);
    expect(await check(signature, { bytes: OTHER })).toBe(signature);
  });

  it("by another agency's key is refused, under its own name and under one of ours", async () => {
    await expect(check(await signDetached(BYTES, theirs))).rejects.toMatchObject(invalid);
    await expect(check(await signDetached(BYTES, { ...theirs, kid: 'four' }))).rejects.toMatchObject(invalid);
    await expect(check(await signDetached(BYTES, ours), { keys: [] })).rejects.toMatchObject(invalid);
  });

  it('that names another of our keys than the one that made it is refused', async () => {
    await expect(check(await signDetached(BYTES, { ...ours, kid: 'two' }))).rejects.toMatchObject(invalid);
    await expect(check(await signDetached(BYTES, { ...ours, kid: '__proto__' }))).rejects.toMatchObject(invalid);
  });

  it('is refused where two keys have its name', async () => {
    await expect(check(await signDetached(BYTES, ours), { keys: [ours.jwk, theirs.jwk] })).rejects.toMatchObject(invalid);
  });

  it('is refused where the directory holds the private half', async () => {
    await expect(check(await signDetached(BYTES, ours), { keys: [{ ...ours.privateJwk }] })).rejects.toMatchObject(invalid);
  });

  it('is refused where the key is for another kind of signature', async () => {
    await expect(check(await signDetached(BYTES, ours), { keys: [{ ...ours.jwk, alg: 'ES256' }] })).rejects.toMatchObject(invalid);
    await expect(check(await signDetached(BYTES, ours), { keys: [{ ...elliptic.jwk, kid: 'one' }] })).rejects.toMatchObject(invalid);
  });

  it('that is no signature at all is refused: alg none', async () => {
    await expect(check(`${text({ alg: 'none', kid: 'one' })}..`)).rejects.toMatchObject(invalid);
    await expect(check(`${text({ alg: 'none', kid: 'one' })}..AAAA`)).rejects.toMatchObject(invalid);
  });

  it.each(['HS256', 'HS512'])('made with %s over the public key, which everybody has, is refused', async (alg) => {
    const head = text({ alg, kid: 'three' });
    const secret = JSON.stringify(rsa.jwk);
    const sealed = createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret).update(`${head}.${BYTES.toString('base64url')}`).digest('base64url');
    await expect(check(`${head}..${sealed}`)).rejects.toMatchObject(invalid);
  });

  it.each([['jku', 'https://example.org/keys'], ['jwk', {}], ['x5u', 'https://example.org/cert'], ['x5c', []]])('whose header says where to find its key is refused: %s', async (name, value) => {
    await expect(check(await signDetached(BYTES, ours, { [name]: value }))).rejects.toMatchObject(invalid);
  });

  it('by an RSA key under 2048 bits is refused', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const head = text({ alg: 'RS256', kid: 'weak' });
    const sealed = createSign('RSA-SHA256').update(`${head}.${BYTES.toString('base64url')}`).sign(privateKey).toString('base64url');
    await expect(check(`${head}..${sealed}`, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'weak' }] })).rejects.toMatchObject(invalid);
  });

  it.each([
    ['a word', 'x'],
    ['a whole JWS', 'a.b.c'],
    ['nothing on either side', '..'],
    ['an empty header', 'e30..AAAA'],
    ['a header longer than any', `${'A'.repeat(3000)}..AAAA`],
    ['other letters', 'not base64..AAAA'],
    ['a header that is a list', `${text(['alg'])}..AAAA`],
    ['a header without a key', `${text({ alg: 'EdDSA' })}..AAAA`],
    ['an unencoded payload that is not critical', `${text({ alg: 'EdDSA', kid: 'one', b64: false })}..AAAA`],
  ])('that is no detached JWS is refused: %s', async (_what, signature) => {
    await expect(check(signature)).rejects.toMatchObject(invalid);
  });

  it('with its payload inside is refused: nobody could tell which of the two was meant', async () => {
    const detached = await signDetached(BYTES, ours);
    await expect(check(detached.replace('..', `.${BYTES.toString('base64url')}.`))).rejects.toMatchObject(invalid);
  });

  it('says nothing of what it was when it is refused', async () => {
    const signature = await signDetached(BYTES, { ...ours, kid: 'CANARYGULL' });
    await expect(check(signature)).rejects.not.toThrow(/CANARYGULL/);
  });
});
