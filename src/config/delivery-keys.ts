import { generateKeyPairSync } from 'node:crypto';
import { missingSigningKey, signingKeysOf, type KindOfPair, type SigningKeys } from './signing-keys.ts';

/** Of what the hub sends, and of its word on what it received; ES256, which partners' libraries all know. */
const DELIVERY: KindOfPair = { use: 'delivery', kty: 'EC', crv: 'P-256', make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey };

/** The keys for delivery among these key files; null where there is none at all: such a hub signs nothing that it sends. */
export function deliveryKeysOf(files: readonly unknown[]): SigningKeys | null {
  return missingDeliveryKey(files) === null ? signingKeysOf(files, DELIVERY) : null;
}

/** A first key for delivery, as a JWK; null where there is one. */
export function missingDeliveryKey(files: readonly unknown[]): ReturnType<typeof missingSigningKey> {
  return missingSigningKey(files, DELIVERY);
}
