import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { ALGORITHMS, KEY_ID, type Algorithm } from './read-token.ts';

/** A public key that verifies one algorithm of one issuer. */
export interface IssuerKey {
  readonly algorithm: Algorithm;
  readonly key: KeyObject;
}

/** The keys of a set by their ids, and which entries were left out and why. */
export interface KeySet {
  readonly keys: ReadonlyMap<string, IssuerKey>;
  readonly faults: readonly string[];
}

const keySet = z.object({ keys: z.array(z.unknown()).max(100) });

// Only the public members are kept: what else an entry carries never reaches the crypto library.
const signingKey = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('RSA'), kid: z.string().regex(KEY_ID), n: z.string(), e: z.string(), alg: z.enum(['RS256']).default('RS256') }),
  z.object({ kty: z.literal('EC'), kid: z.string().regex(KEY_ID), crv: z.literal('P-256'), x: z.string(), y: z.string(), alg: z.enum(['ES256']).default('ES256') }),
]);
// Sets also hold encryption keys, which are no concern of ours.
const otherUse = z.object({ use: z.string().refine((use) => use !== 'sig') });

/** Reads a JWKS; a signing key the hub cannot trust is left out and named by its position. Null when it is no JWKS. */
export function readKeySet(text: string): KeySet | null {
  const set = keySet.safeParse(parsedJson(text));
  if (!set.success) {
    return null;
  }
  const keys = new Map<string, IssuerKey>();
  const faults: string[] = [];
  set.data.keys.forEach((entry, at) => {
    if (otherUse.safeParse(entry).success) {
      return;
    }
    const found = readKey(entry);
    if (typeof found === 'string') {
      faults.push(`keys[${String(at)}]: ${found}`);
    } else if (keys.has(found.kid)) {
      faults.push(`keys[${String(at)}]: its kid is used once already`);
    } else {
      keys.set(found.kid, found);
    }
  });
  return { keys, faults };
}

function readKey(entry: unknown): (IssuerKey & { readonly kid: string }) | string {
  const read = signingKey.safeParse(entry);
  if (!read.success) {
    return `it is no RSA or P-256 key for ${ALGORITHMS.join(' or ')} with a kid of 1 to 64 letters, digits, _ or -`;
  }
  const { kid, alg, ...jwk } = read.data;
  const key = publicKey(jwk);
  return key !== null && isStrong(key) ? { kid, algorithm: alg, key } : 'it is weak or no valid key (RSA needs 2048 bits or more)';
}

function publicKey(jwk: { readonly kty: string }): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** RSA of 2048 bits and an exponent of 65537 or more; the P-256 curve has one strength. */
function isStrong(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  return key.asymmetricKeyType === 'ec' || (modulusLength >= 2048 && publicExponent >= 65537n);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
