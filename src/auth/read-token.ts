import { z } from 'zod';
import type { RefusalReason } from './refusal-reason.ts';
import { parseStrictJson } from './strict-json.ts';

/** No issuer needs more, and nothing is decoded of a token that is longer. */
export const MAX_TOKEN_LENGTH = 8192;

/** The issuers' algorithms the hub verifies. EdDSA is not among them: jsonwebtoken cannot verify it. */
export const ALGORITHMS = ['RS256', 'ES256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** A key is looked up by this name in the issuer's own set, and nowhere else. */
export const KEY_ID = /^[\w-]{1,64}$/;

/** Header parameters that bring or point to a key, or change what a signature means. */
const REFUSED_PARAMETERS = ['crit', 'jku', 'jwk', 'x5u', 'x5c', 'b64', 'zip', 'enc'];

const tokenHeader = z.object({
  alg: z.enum(ALGORITHMS),
  typ: z.enum(['JWT', 'at+jwt']),
  kid: z.string().regex(KEY_ID),
});

const tokenClaims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  exp: z.number(),
  iat: z.number(),
  jti: z.string().min(1).max(256).optional(),
});

/** What a token says of itself, before anything of it is believed. */
export interface UnverifiedToken {
  readonly text: string;
  readonly header: z.infer<typeof tokenHeader>;
  readonly claims: z.infer<typeof tokenClaims>;
}

/** Takes a token apart, strictly; says nothing yet about who signed it. */
export function readToken(text: string): UnverifiedToken | RefusalReason {
  if (text.length > MAX_TOKEN_LENGTH) {
    return 'TOO_LONG';
  }
  const [headerPart, claimsPart, signature, ...rest] = text.split('.').map(decoded);
  if (!headerPart || !claimsPart || !signature || rest.length > 0) {
    return 'NOT_A_TOKEN';
  }
  const headerJson = parseStrictJson(utf8(headerPart));
  const header = tokenHeader.safeParse(headerJson);
  if (!header.success || REFUSED_PARAMETERS.some((name) => Object.hasOwn(headerJson ?? {}, name))) {
    return 'HEADER_REFUSED';
  }
  const claims = tokenClaims.safeParse(parseStrictJson(utf8(claimsPart)));
  return claims.success ? { text, header: header.data, claims: claims.data } : 'CLAIMS_REFUSED';
}

/** When the token that a header carries says that it ends, in epoch milliseconds; null of what is no token. It says nothing of whether it is believed. */
export function tokenEnd(authorization: string | undefined): number | null {
  const token = readToken(authorization?.split(' ').at(-1) ?? '');
  return typeof token === 'string' ? null : token.claims.exp * 1000;
}

/** The bytes of a base64url part written the one canonical way, or null. */
function decoded(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return part !== '' && bytes.toString('base64url') === part ? bytes : null;
}

/** Text of the bytes; empty, and so refused as JSON, when they are not UTF-8. */
function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}
