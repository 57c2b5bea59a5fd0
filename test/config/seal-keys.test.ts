import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { missingSealKey, sealKeysOf } from '../../src/config/seal-keys.ts';

const aKey = (kid: string): Record<string, unknown> => ({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), use: 'seal', kid });
const withoutSecret = ({ kty, crv, x, use, kid }: Record<string, unknown>): Record<string, unknown> => ({ kty, crv, x, use, kid });

describe('the keys for sealing', () => {
  it('are made where there is none, and not where there is one', () => {
    const made = missingSealKey([{ use: 'id' }]);
    expect(made).toMatchObject({ kty: 'OKP', crv: 'Ed25519', use: 'seal', kid: 'seal-1' });
    expect(missingSealKey([made])).toBeNull();
  });

  it('sign with the latest, and still know the earlier ones', () => {
    const keys = sealKeysOf([aKey('seal-2'), aKey('seal-1')]);
    expect(keys.current.kid).toBe('seal-2');
    expect([...keys.known.keys()]).toEqual(['seal-1', 'seal-2']);
    const signature = sign(null, Buffer.from('a head'), keys.current.key);
    expect(verify(null, Buffer.from('a head'), keys.known.get('seal-2') ?? '', signature)).toBe(true);
    expect(verify(null, Buffer.from('a head'), keys.known.get('seal-1') ?? '', signature)).toBe(false);
  });

  it('know a key that was put away without its secret half, and never sign with it', () => {
    const old = withoutSecret(aKey('seal-9'));
    const keys = sealKeysOf([aKey('seal-1'), old]);
    expect(keys.current.kid).toBe('seal-1');
    expect(keys.known.get('seal-9')).toEqual(createPublicKey({ key: old, format: 'jwk' }));
  });

  it.each<[string, readonly unknown[]]>([
    ['no key that can sign', [withoutSecret(aKey('seal-1'))]],
    ['two of one name', [aKey('seal-1'), aKey('seal-1')]],
    ['a key of another kind', [{ kty: 'oct', use: 'seal', kid: 'seal-1', k: 'canary' }]],
    ['halves of two keys', [{ ...aKey('seal-1'), x: aKey('seal-2')['x'] }]],
    ['bytes that are no key', [{ ...aKey('seal-1'), x: 'AAAA' }]],
  ])('are refused with %s', (_fault, files) => {
    expect(() => sealKeysOf(files)).toThrow('HOMEWARD_KEYS holds');
    expect(() => sealKeysOf(files)).not.toThrow('canary');
  });
});
