import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keysRefused } from './key-folder.ts';

/** The key new seals are made with, and every key a seal may have been made with, by its `kid`. */
export interface SealKeys {
  readonly current: { readonly kid: string; readonly key: KeyObject };
  readonly known: ReadonlyMap<string, KeyObject>;
}

/** A key that was rotated out may be kept without `d`, its secret half: it still tells whether an old seal is genuine. */
const SEAL_JWK = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  use: z.literal('seal'),
  kid: z.string().regex(/^[\w:.-]{1,64}$/),
  x: z.base64url(),
  d: z.base64url().optional(),
});
type SealJwk = z.infer<typeof SEAL_JWK>;

const isSealKey = (json: unknown): boolean => z.object({ use: z.literal('seal') }).safeParse(json).success;

/** The keys for sealing among these key files; the last in the order of `kid` that can sign signs. */
export function sealKeysOf(files: readonly unknown[]): SealKeys {
  const jwks = files.filter(isSealKey).map(checked).sort((a, b) => (a.kid < b.kid ? -1 : 1));
  if (new Set(jwks.map(({ kid }) => kid)).size < jwks.length) {
    throw keysRefused('holds two keys with "use": "seal" and the same "kid": a seal names its key by it.');
  }
  const current = jwks.flatMap((jwk) => (jwk.d === undefined ? [] : [{ kid: jwk.kid, key: secretHalf(jwk, jwk.d) }])).at(-1);
  if (current === undefined) {
    throw keysRefused('holds no key with "use": "seal" that can sign. Bring it from the backup, or for a new hub make it as the README says.');
  }
  return { current, known: new Map(jwks.map((jwk) => [jwk.kid, openHalf(jwk)])) };
}

/** A first key for sealing, as a JWK; null where there is one. */
export function missingSealKey(files: readonly unknown[]): SealJwk | null {
  if (files.some(isSealKey)) {
    return null;
  }
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return SEAL_JWK.parse({ kty: 'OKP', crv: 'Ed25519', use: 'seal', kid: 'seal-1', x, d });
}

function checked(json: unknown): SealJwk {
  const jwk = SEAL_JWK.safeParse(json);
  if (!jwk.success || !isConsistent(jwk.data)) {
    throw keysRefused('holds a key with "use": "seal" that is not a JWK with "kty": "OKP", "crv": "Ed25519", "kid", "x" and "d".');
  }
  return jwk.data;
}

/** Are these 32 bytes a key, and do its halves belong together? Otherwise every seal made with it would look forged. */
function isConsistent(jwk: SealJwk): boolean {
  try {
    const open = openHalf(jwk);
    return jwk.d === undefined || createPublicKey(secretHalf(jwk, jwk.d)).equals(open);
  } catch {
    return false;
  }
}

const openHalf = ({ kty, crv, x }: SealJwk): KeyObject => createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
const secretHalf = ({ kty, crv, x }: SealJwk, d: string): KeyObject => createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
