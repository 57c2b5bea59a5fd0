import jwt from 'jsonwebtoken';
import type { IssuerKey } from './read-key-set.ts';
import { readToken, type Algorithm, type UnverifiedToken } from './read-token.ts';
import type { RefusalReason } from './refusal-reason.ts';

/** Clocks of issuer and hub may differ by this much; an expired token is expired all the same. */
const CLOCK_SKEW_SECONDS = 30;
/** One shift: a token that lives longer is a password by another name. */
export const MAX_TOKEN_SECONDS = 12 * 3600;

/** Somebody whose signature on a token the hub believes, for this audience and with these algorithms only. */
export interface Issuer {
  readonly name: string;
  readonly audience: string;
  readonly algorithms: readonly Algorithm[];
  readonly keys: { find(kid: string, now: number): Promise<IssuerKey | RefusalReason> };
}

/** What a token says, once it is certain who said it. */
export type VerifiedClaims = UnverifiedToken['claims'];

/** Says who a token is from and about, or why it is refused. `now` in epoch milliseconds. */
export async function verifyToken(text: string, issuers: ReadonlyMap<string, Issuer>, now: number): Promise<VerifiedClaims | RefusalReason> {
  const token = readToken(text);
  if (typeof token === 'string') {
    return token;
  }
  const issuer = issuers.get(token.claims.iss);
  if (issuer === undefined) {
    return 'ISSUER_UNKNOWN';
  }
  if (!issuer.algorithms.includes(token.header.alg)) {
    return 'ALGORITHM_REFUSED';
  }
  const key = await issuer.keys.find(token.header.kid, now);
  if (typeof key === 'string') {
    return key;
  }
  const seconds = Math.floor(now / 1000);
  return signatureFault(token, { issuer, key, seconds }) ?? timeFault(token.claims, seconds) ?? token.claims;
}

function signatureFault(token: UnverifiedToken, by: { issuer: Issuer; key: IssuerKey; seconds: number }): RefusalReason | null {
  if (by.key.algorithm !== token.header.alg) {
    return 'ALGORITHM_REFUSED';
  }
  try {
    jwt.verify(token.text, by.key.key, {
      algorithms: [by.key.algorithm],
      audience: by.issuer.audience,
      issuer: by.issuer.name,
      clockTimestamp: by.seconds,
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
    return null;
  } catch (fault) {
    return fault instanceof jwt.TokenExpiredError || fault instanceof jwt.NotBeforeError ? 'NOT_NOW' : 'SIGNATURE_REFUSED';
  }
}

/** What jsonwebtoken does not ask of a token's times. */
function timeFault({ exp, iat }: VerifiedClaims, seconds: number): RefusalReason | null {
  if (exp <= seconds || iat > seconds + CLOCK_SKEW_SECONDS) {
    return 'NOT_NOW';
  }
  return exp - iat > MAX_TOKEN_SECONDS ? 'LIVES_TOO_LONG' : null;
}
