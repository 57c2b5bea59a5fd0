import { generateKeyPairSync } from 'node:crypto';
import { missingSigningKey, signingKeysOf, type KindOfPair, type SigningKeys } from './signing-keys.ts';

/** Of the logs of what was shown and done. */
const SEAL: KindOfPair = { use: 'seal', kty: 'OKP', crv: 'Ed25519', make: () => generateKeyPairSync('ed25519').privateKey };

/** The keys for sealing among these key files. */
export function sealKeysOf(files: readonly unknown[]): SigningKeys {
  return signingKeysOf(files, SEAL);
}

/** A first key for sealing, as a JWK; null where there is one. */
export function missingSealKey(files: readonly unknown[]): ReturnType<typeof missingSigningKey> {
  return missingSigningKey(files, SEAL);
}
