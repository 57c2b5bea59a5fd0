import { createPublicKey, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Directory, Person } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import { demonstrationKey } from './demonstration-key.ts';
import { DEMONSTRATION_ISSUER } from './issuer-settings.ts';
import { MAX_TOKEN_SECONDS, type Issuer } from './verify-token.ts';

const KID = 'demonstration';
const AUDIENCE = 'homeward-demonstration';

/** Somebody invented, in whose name the hub can be tried. */
export type Persona = Pick<Person, 'id' | 'name' | 'roles'>;

/** Signs tokens for invented people; outside production only. */
export interface DemonstrationIssuer {
  readonly issuer: Issuer;
  /** A token of a persona, by its id in the directory; `now` in epoch milliseconds. */
  demonstrationToken(personId: string, now: number): string;
  /** The people of the directory whom this issuer vouches for. */
  personas(): readonly Persona[];
}

/** What the demonstration issuer stands on. */
export interface DemonstrationOptions {
  readonly production: boolean;
  /** Where its key is kept. */
  readonly folder: string;
  readonly directory: { current(): Directory };
}

/** Opens the demonstration issuer, or in production refuses to. */
export async function openDemonstrationIssuer({ production, folder, directory }: DemonstrationOptions): Promise<DemonstrationIssuer> {
  if (production) {
    throw new HubError('CONFIG_INVALID', 'NODE_ENV is production: there is no demonstration issuer here.');
  }
  const privateKey = await demonstrationKey(folder);
  const own = { algorithm: 'ES256', key: createPublicKey(privateKey) } as const;
  const people = (): Person[] => [...directory.current().people.values()].filter(({ issuer }) => issuer === DEMONSTRATION_ISSUER);
  return {
    issuer: {
      name: DEMONSTRATION_ISSUER,
      audience: AUDIENCE,
      algorithms: ['ES256'],
      keys: { find: (kid) => Promise.resolve(kid === KID ? own : 'KEY_UNKNOWN') },
    },
    personas: () => people().map(({ id, name, roles }) => ({ id, name, roles })),
    demonstrationToken(personId, now) {
      const person = people().find(({ id }) => id === personId);
      if (person === undefined) {
        throw new HubError('BAD_INPUT', 'No persona of the directory has this name; "homeward personas" lists them.');
      }
      const iat = Math.floor(now / 1000);
      const claims = { iss: DEMONSTRATION_ISSUER, aud: AUDIENCE, sub: person.subject, iat, exp: iat + MAX_TOKEN_SECONDS, jti: randomUUID() };
      return jwt.sign(claims, privateKey, { algorithm: 'ES256', keyid: KID });
    },
  };
}
