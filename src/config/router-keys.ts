import { z } from 'zod';
import { keysRefused } from './key-folder.ts';

const JWK = z.object({ kty: z.literal('oct'), use: z.literal('router'), kid: z.string().regex(/^[\w:.-]{1,64}$/), k: z.base64url() });
const isOne = (json: unknown): boolean => z.object({ use: z.literal('router') }).safeParse(json).success;

/** 256 bits. */
const SHORTEST = 32;

/** What a federation router shows that it is one, among these key files; two while it changes, none where there is no router. */
export function routerKeysOf(files: readonly unknown[]): readonly Buffer[] {
  return files.filter(isOne).map((json) => {
    const jwk = JWK.safeParse(json);
    const key = jwk.success ? Buffer.from(jwk.data.k, 'base64url') : null;
    if (key === null || key.length < SHORTEST) {
      throw keysRefused(`holds a key with "use": "router" that is not a JWK with "kty": "oct", "kid" and a "k" of at least ${String(SHORTEST)} bytes.`);
    }
    return key;
  });
}
