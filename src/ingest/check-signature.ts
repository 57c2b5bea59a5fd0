import { flattenedVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { SourceSystem } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';

/** What may sign a document, and the kind of key each takes; nothing that a public key could forge. */
const KEY_OF: Readonly<Record<string, { readonly kty: string; readonly crv?: string }>> = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
  Ed25519: { kty: 'OKP', crv: 'Ed25519' },
  ES256: { kty: 'EC', crv: 'P-256' },
  RS256: { kty: 'RSA' },
};
/** A detached JWS in compact form: header and signature, nothing between. */
const DETACHED = /^([\w-]{2,2000})\.\.([\w-]{2,2000})$/;
/** Nothing else is read of it: a header never says where a key is to be found. */
const header = z.strictObject({
  alg: z.string(),
  kid: z.string(),
  typ: z.string().exactOptional(),
  b64: z.boolean().exactOptional(),
  crit: z.tuple([z.literal('b64')]).exactOptional(),
});
type Header = z.infer<typeof header>;

/**
 * Proves that a key of the sending system signed exactly these bytes (RFC 7515 appendix F, or RFC 7797 unencoded), or
 * refuses them. Answers the signature as it is kept, so that it can be proven again.
 */
export async function checkSignature({ keys }: Pick<SourceSystem, 'keys'>, bytes: Uint8Array, signature: string | null): Promise<string> {
  if (signature === null || signature.trim() === '') {
    throw new HubError('SIGNATURE_REQUIRED', 'The document came without a signature.');
  }
  const compact = signature.trim();
  const [, head = '', sealed = ''] = DETACHED.exec(compact) ?? [];
  const said = headerOf(head);
  const key = keyFor(keys, said);
  await verify({ head, sealed, bytes }, said, key);
  return compact;
}

function headerOf(head: string): Header {
  const read = header.safeParse(jsonIn(head));
  const unencoded = read.data?.b64 === false;
  // An unencoded payload must be marked critical, so that nobody reads past it (RFC 7797 section 6).
  if (!read.success || unencoded !== (read.data.crit !== undefined)) {
    throw invalid('The signature is no detached JWS whose header has alg and kid.');
  }
  return read.data;
}

function jsonIn(head: string): unknown {
  try {
    return JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function keyFor(keys: SourceSystem['keys'], { alg, kid }: Header): JWK {
  const takes = Object.hasOwn(KEY_OF, alg) ? KEY_OF[alg] : undefined;
  if (takes === undefined) {
    throw invalid('The signature is of a kind the hub does not take.');
  }
  const [key, ...others] = keys.filter((known) => known['kid'] === kid);
  if (key === undefined || others.length > 0) {
    throw invalid('The signature names no key of the sending system.');
  }
  if (key['kty'] !== takes.kty || key['crv'] !== takes.crv || (key['alg'] ?? alg) !== alg || 'd' in key) {
    throw invalid('The key of that name is for another kind of signature.');
  }
  // The directory holds texts alone here; importJWK refuses what is no key.
  return { ...key };
}

interface Sealed {
  readonly head: string;
  readonly sealed: string;
  readonly bytes: Uint8Array;
}

async function verify({ head, sealed, bytes }: Sealed, { alg, b64 }: Header, key: JWK): Promise<void> {
  const payload = b64 === false ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
  try {
    await flattenedVerify({ protected: head, payload, signature: sealed }, await importJWK(key, alg), { algorithms: [alg] });
  } catch {
    // The library says much and nothing a sender may learn: what does not fit does not fit.
    throw invalid('The signature was not made over these bytes by the key it names.');
  }
}

function invalid(reason: string): HubError {
  return new HubError('SIGNATURE_INVALID', reason);
}
