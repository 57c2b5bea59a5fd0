import { flattenedVerify } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import type { HubKey } from './hub-keys.ts';
import { SIGNED_TYPES, type Signed } from './receipt.ts';

/** What can be wrong with a signature by itself. */
export type SignatureFault = 'HEADER' | 'KEY_UNKNOWN' | 'KEY_USE' | 'SIGNATURE';

/** Nothing else is read of it: a header never says where a key is to be found. */
const header = z.strictObject({ alg: z.literal('ES256'), kid: z.string(), typ: z.string() });

/** The key that signed, or why none of this hub's keys for delivery did. */
export type SignatureCheck = { readonly kid: string; readonly fault: null } | { readonly fault: SignatureFault };

/** Did a key for delivery of this very hub sign this very statement, as what it is? */
export async function checkSigned({ statement, signature }: Signed, hub: string, keys: readonly HubKey[]): Promise<SignatureCheck> {
  const [head = '', sealed = ''] = signature.split('..');
  const said = header.safeParse(jsonIn(head));
  if (!said.success || said.data.typ !== SIGNED_TYPES[statement.kind]) {
    return { fault: 'HEADER' };
  }
  const { kid } = said.data;
  const named = keys.find((key) => key.hub === hub && key.kid === kid);
  if (named === undefined) {
    return { fault: 'KEY_UNKNOWN' };
  }
  if (named.use !== 'delivery' || named.key === null) {
    return { fault: 'KEY_USE' };
  }
  const payload = Buffer.from(canonicalJson(statement)).toString('base64url');
  try {
    await flattenedVerify({ protected: head, payload, signature: oneWay(sealed) }, named.key, { algorithms: ['ES256'] });
    return { kid, fault: null };
  } catch {
    return { fault: 'SIGNATURE' };
  }
}

/** Base64url leaves bits over at its end: of several texts for one signature only one is taken. */
function oneWay(sealed: string): string {
  return Buffer.from(sealed, 'base64url').toString('base64url') === sealed ? sealed : '';
}

function jsonIn(head: string): unknown {
  try {
    return JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
