import { asWriter, type Database } from '../store/database.ts';
import { addRevokedToken } from '../store/write/directory-store.ts';

/** One token of one issuer; two issuers may use the same `jti`. */
export interface RevokedToken {
  readonly issuer: string;
  readonly jti: string;
  /** When it would have expired, in epoch milliseconds. */
  readonly until: number;
}

/** Takes a token back: the next request with it is refused. */
export async function revokeToken(database: Database, { issuer, jti, until }: RevokedToken): Promise<void> {
  await asWriter(database, (em) => addRevokedToken(em, { jti: revocationKey(issuer, jti), until: new Date(until) }));
}

/** The name a taken-back token is kept under. */
export function revocationKey(issuer: string, jti: string): string {
  return JSON.stringify([issuer, jti]);
}
