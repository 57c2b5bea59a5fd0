import { z } from 'zod';
import { keysRefused } from './key-folder.ts';

/** What is shared with one partner, by which each knows the other's messages before anything else is read. */
const JWK = z.object({ kty: z.literal('oct'), use: z.literal('webhook'), kid: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), k: z.base64url() });
const isOne = (json: unknown): boolean => z.object({ use: z.literal('webhook') }).safeParse(json).success;

/** 192 bits at least, as the standard for webhooks asks; 64 bytes at most. */
const SHORTEST = 24;
const LONGEST = 64;

/** The secrets shared with partners among these key files, by their `kid`, which the directory names. */
export function webhookSecretsOf(files: readonly unknown[]): ReadonlyMap<string, Buffer> {
  const secrets = files.filter(isOne).map((json): [string, Buffer] => {
    const jwk = JWK.safeParse(json);
    const secret = jwk.success ? Buffer.from(jwk.data.k, 'base64url') : null;
    if (!jwk.success || secret === null || secret.length < SHORTEST || secret.length > LONGEST) {
      throw keysRefused(`holds a key with "use": "webhook" that is not a JWK with "kty": "oct", a "kid" in lower-case letters, digits and hyphens, and a "k" of ${String(SHORTEST)} to ${String(LONGEST)} bytes.`);
    }
    return [jwk.data.kid, secret];
  });
  const byName = new Map(secrets);
  if (byName.size < secrets.length) {
    throw keysRefused('holds two keys with "use": "webhook" and the same "kid": the directory names each by it.');
  }
  return byName;
}
