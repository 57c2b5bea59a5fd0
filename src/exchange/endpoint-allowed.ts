import { z } from 'zod';
import { HubError } from '../domain/errors.ts';

/** Where the hub may send: one origin, and what the path must begin with. */
export interface ListedEndpoint {
  readonly origin: string;
  readonly pathPrefix: string;
  /** Another hub on this very machine, as demonstrations have; by http, and never in production. */
  readonly demonstration: boolean;
}

/** An address that is on the list, taken apart; nothing of it is read a second time. */
export interface AllowedEndpoint {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly demonstration: boolean;
}

/** Why nothing is sent to an address. */
export const ENDPOINT_REFUSALS = {
  NOT_AN_ADDRESS: 'it is no address of the web',
  WRITTEN_OTHERWISE: 'it is not written in the one way that an address is written in',
  CREDENTIALS: 'it carries a user or a password',
  QUERY: 'it carries a query or a fragment',
  PATH: 'its path holds more than plain names',
  NOT_LISTED: 'it is not on the list of where the hub may send',
} as const;
export type EndpointRefusal = keyof typeof ENDPOINT_REFUSALS;

const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\/?$/;
/** Two labels or more, none of them in another script, the last no number: no reading of it is an IP address. */
const NAME = /^(?=.{4,253}$)(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!xn--)[a-z][a-z0-9-]{0,61}[a-z]$/;
const HERE = 'localhost';

const listed = z
  .strictObject({ origin: z.string().max(300), pathPrefix: z.string().max(300).regex(PLAIN_PATH).endsWith('/'), demonstration: z.boolean().default(false) })
  .refine(({ origin, demonstration }) => isOrigin(origin, demonstration));

function isOrigin(origin: string, demonstration: boolean): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url?.origin !== origin) {
    return false;
  }
  return demonstration ? url.protocol === 'http:' && url.hostname === HERE && url.port !== '' : url.protocol === 'https:' && NAME.test(url.hostname);
}

/** The list of where the hub may send, checked; what is listed for demonstrations is refused in production. */
export function listedEndpoints(json: unknown, { production }: { readonly production: boolean }): readonly ListedEndpoint[] {
  const list = z.array(listed).safeParse(json);
  if (!list.success) {
    const place = list.error.issues[0]?.path.join('.') ?? '';
    throw new HubError('DIRECTORY_INVALID', `The list of endpoints: ${place === '' ? 'it' : place} is not an https origin by name with a plain "pathPrefix" that ends in "/".`);
  }
  if (production && list.data.some(({ demonstration }) => demonstration)) {
    throw new HubError('DIRECTORY_INVALID', 'The list of endpoints names one for demonstrations, and this is production.');
  }
  return list.data;
}

/** May the hub send to this address? Only as it is listed, letter by letter; an address with two readings is none. */
export function endpointAllowed(address: string, list: readonly ListedEndpoint[]): AllowedEndpoint | EndpointRefusal {
  if (!URL.canParse(address)) {
    return 'NOT_AN_ADDRESS';
  }
  const url = new URL(address);
  const refusal = refusalOf(address, url);
  const entry = list.find(({ origin, pathPrefix }) => url.origin === origin && url.pathname.startsWith(pathPrefix));
  if (refusal !== null || entry === undefined) {
    return refusal ?? 'NOT_LISTED';
  }
  const secure = url.protocol === 'https:';
  return { secure, host: url.hostname, port: url.port === '' ? (secure ? 443 : 80) : Number(url.port), path: url.pathname, demonstration: entry.demonstration };
}

function refusalOf(address: string, url: URL): EndpointRefusal | null {
  if (url.username !== '' || url.password !== '') {
    return 'CREDENTIALS';
  }
  // Whatever the parser had to mend, such as numbers for a host, dots in a path or capitals, somebody else may read in another way.
  if (url.href !== address) {
    return 'WRITTEN_OTHERWISE';
  }
  if (/[?#]/.test(address)) {
    return 'QUERY';
  }
  return PLAIN_PATH.test(url.pathname) ? null : 'PATH';
}
