import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { deliveryKeysOf, missingDeliveryKey } from '../../src/config/delivery-keys.ts';

const aKey = (kid: string, namedCurve = 'P-256'): Record<string, unknown> => ({ ...generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' }), use: 'delivery', kid });

describe('the keys for delivery', () => {
  it('are made where there is none, and not where there is one', () => {
    const made = missingDeliveryKey([{ use: 'seal' }]);
    expect(made).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'delivery', kid: 'delivery-1' });
    expect(missingDeliveryKey([made])).toBeNull();
    expect(deliveryKeysOf([made])?.current.kid).toBe('delivery-1');
  });

  it('are none at all in a hub that has none', () => {
    expect(deliveryKeysOf([{ use: 'seal', kid: 'seal-1' }])).toBeNull();
  });

  it('sign with the latest, and still know the earlier ones without their secret halves', () => {
    const { d, ...old } = aKey('delivery-1');
    const keys = deliveryKeysOf([aKey('delivery-2'), old]);
    expect([d, keys?.current.kid, [...(keys?.known.keys() ?? [])]]).toEqual([expect.any(String), 'delivery-2', ['delivery-1', 'delivery-2']]);
    const signature = sign('sha256', Buffer.from('a receipt'), keys?.current.key ?? '');
    expect(verify('sha256', Buffer.from('a receipt'), keys?.known.get('delivery-2') ?? '', signature)).toBe(true);
    expect(verify('sha256', Buffer.from('a receipt'), keys?.known.get('delivery-1') ?? '', signature)).toBe(false);
  });

  it.each<[string, readonly unknown[]]>([
    ['of another curve', [aKey('delivery-1', 'P-384')]],
    ['of the kind that seals', [{ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), use: 'delivery', kid: 'canary' }]],
    ['of one name', [aKey('delivery-1'), aKey('delivery-1')]],
    ['of two halves that do not belong together', [{ ...aKey('canary'), d: aKey('canary')['d'] }]],
    ['off the curve', [{ ...aKey('canary'), y: 'AAAA' }]],
  ])('are refused with keys %s', (_fault, files) => {
    expect(() => deliveryKeysOf(files)).toThrow('"use": "delivery"');
    expect(() => deliveryKeysOf(files)).not.toThrow('canary');
  });
});
