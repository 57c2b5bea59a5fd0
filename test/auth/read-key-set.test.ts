import { generateKeyPairSync } from 'node:crypto';
import { readKeySet } from '../../src/auth/read-key-set.ts';
import { aKey, published } from './a-token.ts';

const ec = published(aKey());
const rsa = published(aKey('rsa-1', 'RS256'));
const setOf = (...keys: readonly object[]): ReturnType<typeof readKeySet> => readKeySet(JSON.stringify({ keys }));

describe('a key set', () => {
  it('gives each key under its id, for the one algorithm it verifies', () => {
    const set = setOf(ec, rsa);

    expect(set?.faults).toEqual([]);
    expect([...(set?.keys ?? [])].map(([kid, { algorithm }]) => [kid, algorithm])).toEqual([['key-1', 'ES256'], ['rsa-1', 'RS256']]);
  });

  it('keeps nothing private, even where an issuer publishes it', () => {
    const { privateKey } = aKey();

    expect(setOf({ ...privateKey.export({ format: 'jwk' }), kid: 'key-1' })?.keys.get('key-1')?.key.type).toBe('public');
  });

  it('passes over keys for encryption without a word', () => {
    expect(setOf({ ...rsa, use: 'enc' })).toEqual({ keys: new Map(), faults: [] });
  });

  it.each([
    ['J8 an RSA key of under 2048 bits', published(aKey('weak', 'RS256', 1024))],
    ['J8 an RSA key with an exponent of 1', { ...rsa, e: 'AQ' }],
    ['J8 an RSA key with an exponent of 3', { ...rsa, e: 'Aw' }],
    ['J11 an Ed25519 key', { ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid: 'ed' }],
    ['a key on another curve', { ...generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }), kid: 'p384' }],
    ['a shared secret', { kty: 'oct', kid: 'shared', k: 'c2VjcmV0' }],
    ['a key for another algorithm', { ...rsa, alg: 'RS512' }],
    ['a key without an id', { ...ec, kid: undefined }],
    ['a key whose id is a path', { ...ec, kid: '../key' }],
    ['a point that is not on the curve', { ...ec, y: ec.x }],
    ['a number', 7 as unknown as object],
  ])('leaves out %s, and says at which place', (_name, entry) => {
    const set = setOf(ec, entry);

    expect([...(set?.keys.keys() ?? [])]).toEqual(['key-1']);
    expect(set?.faults).toEqual([expect.stringMatching(/^keys\[1\]: /)]);
  });

  it('takes no second key under an id it has', () => {
    expect(setOf(ec, { ...rsa, kid: 'key-1' })?.keys.get('key-1')?.algorithm).toBe('ES256');
  });

  it.each(['', '{}', '[]', '{"keys":1}', 'null'])('is none when it reads %j', (text) => {
    expect(readKeySet(text)).toBeNull();
  });
});
