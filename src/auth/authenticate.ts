import type { DirectoryKeeper } from '../directory/directory-keeper.ts';
import type { Person } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../store/database.ts';
import { readTokenState } from '../store/write/directory-store.ts';
import type { Caller } from './caller.ts';
import { chooseCaller } from './choose-caller.ts';
import { MAX_TOKEN_LENGTH } from './read-token.ts';
import type { RefusalReason } from './refusal-reason.ts';
import { revocationKey } from './revoke-token.ts';
import { verifyToken, type Issuer } from './verify-token.ts';

/** The two headers that say who asks, and in which of their roles. */
export interface AuthHeaders {
  readonly authorization: string | undefined;
  readonly homewardRole: string | undefined;
}

/** Says who asks, or refuses; `now` in epoch milliseconds. */
export type Authenticate = (headers: AuthHeaders, now: number) => Promise<Caller>;

/** What authentication stands on. */
export interface AuthenticateOptions {
  readonly issuers: ReadonlyMap<string, Issuer>;
  readonly directory: DirectoryKeeper;
  readonly database: Database;
  /** Hears why a token was refused, which its bearer does not. */
  readonly log: Log;
}

/** A token says who; the directory says what they are. To its bearer every refused token looks the same. */
export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  return async ({ authorization, homewardRole }, now) => {
    if (authorization === undefined) {
      throw new HubError('TOKEN_REQUIRED', 'The request carries no token.');
    }
    const person = await findBearer(options, authorization, now);
    if (typeof person === 'string') {
      options.log.warn('token-refused', { reason: person });
      throw new HubError('TOKEN_REFUSED', 'The token was refused.');
    }
    return chooseCaller(person, { homewardRole, now });
  };
}

async function findBearer({ issuers, directory, database }: AuthenticateOptions, authorization: string, now: number): Promise<Person | RefusalReason> {
  const token = bearerToken(authorization);
  const claims = token === null ? 'NOT_A_TOKEN' : await verifyToken(token, issuers, now);
  if (typeof claims === 'string') {
    return claims;
  }
  const { revoked, version } = await readTokenState(database, claims.jti === undefined ? null : revocationKey(claims.iss, claims.jti));
  if (revoked) {
    return 'REVOKED';
  }
  await directory.ifNewer(version);
  const person = directory.personOf(claims.iss, claims.sub);
  if (person === null) {
    return 'PERSON_UNKNOWN';
  }
  return personFault(person, claims.iat) ?? person;
}

function personFault({ suspended, tokensSince }: Person, issuedAt: number): RefusalReason | null {
  if (suspended) {
    return 'PERSON_SUSPENDED';
  }
  return issuedAt < tokensSince ? 'BEFORE_TOKENS_SINCE' : null;
}

/** The text after "Bearer"; a header that is far too long is not even taken apart. */
function bearerToken(authorization: string): string | null {
  const [scheme = '', token = '', ...rest] = authorization.length > 2 * MAX_TOKEN_LENGTH ? [] : authorization.split(' ');
  return scheme.toLowerCase() === 'bearer' && token !== '' && rest.length === 0 ? token : null;
}
