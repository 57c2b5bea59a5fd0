import { HubError } from '../domain/errors.ts';
import { ALGORITHMS, type Algorithm } from './read-token.ts';

/** The demonstration issuer's name: reserved, so that no configuration can bring it into production. */
export const DEMONSTRATION_ISSUER = 'https://demonstration.homeward.invalid';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** An issuer as the configuration names it, with its keys in a file or at an address. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly jwksFile?: string | undefined;
  readonly jwksUrl?: string | undefined;
}

/** Where an issuer's keys come from. */
export type KeyPlace = { readonly file: string } | { readonly url: string };

/** Refuses settings that would quietly let more tokens through: an empty audience switches its check off. */
export function checkIssuer(settings: IssuerSettings): { readonly algorithms: readonly Algorithm[]; readonly keys: KeyPlace } {
  const { issuer, audience, algorithms } = settings;
  if (issuer.trim() === '' || audience.trim() === '') {
    throw invalidIssuer(issuer, 'needs an issuer and an audience, each the exact text of the token');
  }
  if (issuer === DEMONSTRATION_ISSUER) {
    throw invalidIssuer(issuer, 'is the demonstration issuer, which cannot be configured');
  }
  const pinned = ALGORITHMS.filter((algorithm) => algorithms.includes(algorithm));
  if (pinned.length === 0 || pinned.length !== algorithms.length) {
    throw invalidIssuer(issuer, `needs "algorithms" from ${ALGORITHMS.join(' and ')}, each once`);
  }
  return { algorithms: pinned, keys: keyPlace(settings) };
}

function keyPlace({ issuer, jwksFile, jwksUrl }: IssuerSettings): KeyPlace {
  if (jwksFile !== undefined && jwksUrl === undefined) {
    return { file: jwksFile };
  }
  if (jwksUrl !== undefined && jwksFile === undefined && isSafeAddress(jwksUrl)) {
    return { url: jwksUrl };
  }
  throw invalidIssuer(issuer, 'needs either "jwksFile" or "jwksUrl", and the address must be https (http only on this machine)');
}

function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname)));
}

/** The refusal of an issuer's settings. */
export function invalidIssuer(issuer: string, reason: string): HubError {
  return new HubError('CONFIG_INVALID', `HOMEWARD_ISSUERS: the issuer "${issuer}" ${reason}.`);
}
