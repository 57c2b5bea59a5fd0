import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { PartnerHub } from '../directory/exchange-directory.ts';
import { HubError } from '../domain/errors.ts';

/** One public key of a hub, and what it may be used for. */
export interface HubKey {
  readonly hub: string;
  readonly kid: string;
  readonly use: string;
  /** Null where it is of another kind than the hub signs deliveries with. */
  readonly key: KeyObject | null;
}

/** A JWK names the hub it belongs to: a signature proves nothing before it is known whose it is. */
const JWK = z.looseObject({ kty: z.string(), hub: z.string().min(1), kid: z.string().min(1), use: z.string() });
const DELIVERY = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.base64url(), y: z.base64url() });
const SET = z.object({ keys: z.array(z.unknown()) });
const SECRETS = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi'];

/** The public keys of hubs in these JSON files, each a JWK or a JWK set; refused with a secret half among them, or two keys of one name. */
export function hubKeysOf(files: readonly unknown[]): readonly HubKey[] {
  const keys = files.flatMap((json) => SET.safeParse(json).data?.keys ?? [json]).map(hubKeyOf);
  if (keys.length === 0) {
    throw refused('hold none.');
  }
  if (new Set(keys.map(({ hub, kid }) => `${hub} ${kid}`)).size < keys.length) {
    throw refused('hold two of one hub with the same "kid".');
  }
  return keys;
}

/** The keys that the directory gives for a partner: a key says whose it is by where it stands. */
export function keysOfPartner({ id, keys }: PartnerHub): readonly HubKey[] {
  return hubKeysOf(keys.map((key) => ({ ...key, hub: id })));
}

function hubKeyOf(json: unknown): HubKey {
  const jwk = JWK.safeParse(json);
  if (!jwk.success) {
    throw refused('hold something that is not a JWK with "kty", "kid", "use" and the "hub" it belongs to.');
  }
  if (SECRETS.some((member) => Object.hasOwn(jwk.data, member))) {
    throw refused('hold a secret half: take it away, public halves alone are needed.');
  }
  const { hub, kid, use } = jwk.data;
  return { hub, kid, use, key: openHalf(json) };
}

function openHalf(json: unknown): KeyObject | null {
  const jwk = DELIVERY.safeParse(json);
  try {
    return jwk.success ? createPublicKey({ key: jwk.data, format: 'jwk' }) : null;
  } catch {
    throw refused('hold a P-256 key that is no point of the curve.');
  }
}

const refused = (fault: string): HubError => new HubError('BAD_INPUT', `The keys to verify with ${fault}`);
