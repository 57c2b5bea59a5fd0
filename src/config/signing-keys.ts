import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keysRefused } from './key-folder.ts';

/** The key new signatures of one use are made with, and every key an earlier one may have been made with, by its `kid`. */
export interface SigningKeys {
  readonly current: { readonly kid: string; readonly key: KeyObject };
  readonly known: ReadonlyMap<string, KeyObject>;
}

/** A use of keys, and the one kind of pair that it takes. */
export interface KindOfPair {
  readonly use: 'seal' | 'delivery';
  readonly kty: 'OKP' | 'EC';
  readonly crv: 'Ed25519' | 'P-256';
  readonly make: () => KeyObject;
}

/** A key that was rotated out may be kept without `d`, its secret half: it still tells whether an old signature is genuine. */
const JWK = z.object({
  kty: z.enum(['OKP', 'EC']),
  crv: z.enum(['Ed25519', 'P-256']),
  use: z.enum(['seal', 'delivery']),
  kid: z.string().regex(/^[\w:.-]{1,64}$/),
  x: z.base64url(),
  y: z.base64url().optional(),
  d: z.base64url().optional(),
});
type Jwk = z.infer<typeof JWK>;

const TRIED = Buffer.from('homeward-key-tried');
const isOf = (json: unknown, use: string): boolean => z.object({ use: z.literal(use) }).safeParse(json).success;

/** The keys of one use among these key files; the last in the order of `kid` that can sign signs. */
export function signingKeysOf(files: readonly unknown[], kind: KindOfPair): SigningKeys {
  const jwks = files.filter((json) => isOf(json, kind.use)).map((json) => checked(json, kind)).sort((a, b) => (a.kid < b.kid ? -1 : 1));
  if (new Set(jwks.map(({ kid }) => kid)).size < jwks.length) {
    throw keysRefused(`holds two keys with "use": "${kind.use}" and the same "kid": a signature names its key by it.`);
  }
  const current = jwks.flatMap((jwk) => (jwk.d === undefined ? [] : [{ kid: jwk.kid, key: secretHalf(jwk, jwk.d) }])).at(-1);
  if (current === undefined) {
    throw keysRefused(`holds no key with "use": "${kind.use}" that can sign. Bring it from the backup, or for a new hub make it as the README says.`);
  }
  return { current, known: new Map(jwks.map((jwk) => [jwk.kid, openHalf(jwk)])) };
}

/** A first key of this use, as a JWK; null where there is one. */
export function missingSigningKey(files: readonly unknown[], { use, make }: KindOfPair): Jwk | null {
  return files.some((json) => isOf(json, use)) ? null : JWK.parse({ ...make().export({ format: 'jwk' }), use, kid: `${use}-1` });
}

function checked(json: unknown, { use, kty, crv }: KindOfPair): Jwk {
  const jwk = JWK.safeParse(json);
  if (!jwk.success || jwk.data.kty !== kty || jwk.data.crv !== crv || !isConsistent(jwk.data)) {
    throw keysRefused(`holds a key with "use": "${use}" that is not a JWK with "kty": "${kty}", "crv": "${crv}", "kid", ${kty === 'EC' ? '"x", "y"' : '"x"'} and "d".`);
  }
  return jwk.data;
}

/** Are these bytes a key, and do its halves belong together? Otherwise every signature made with it would look forged. */
function isConsistent(jwk: Jwk): boolean {
  const hash = jwk.kty === 'EC' ? 'sha256' : null;
  try {
    const open = openHalf(jwk);
    // Tried out, since a secret half on a curve is taken with whatever open half stands beside it.
    return jwk.d === undefined || verify(hash, TRIED, open, sign(hash, TRIED, secretHalf(jwk, jwk.d)));
  } catch {
    return false;
  }
}

const openHalf = ({ kty, crv, x, y }: Jwk): KeyObject => createPublicKey({ key: { kty, crv, x, ...(y === undefined ? {} : { y }) }, format: 'jwk' });
const secretHalf = ({ kty, crv, x, y }: Jwk, d: string): KeyObject => createPrivateKey({ key: { kty, crv, x, d, ...(y === undefined ? {} : { y }) }, format: 'jwk' });
