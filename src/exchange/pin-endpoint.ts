import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './allowed-address.ts';
import type { AllowedEndpoint } from './endpoint-allowed.ts';

/** All addresses of a name, as the machine's resolver gives them. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** An allowed endpoint with the addresses that were checked: it is connected to one of these, and no name is looked up again. */
export interface PinnedEndpoint extends AllowedEndpoint {
  readonly addresses: readonly LookupAddress[];
}

/** Why an allowed name is not connected to. */
export const PIN_REFUSALS = {
  NO_ADDRESS: 'its name has no address just now',
  ADDRESS_NOT_ALLOWED: 'its name leads to an inner network, to this machine or to nowhere',
} as const;
export type PinRefusal = keyof typeof PIN_REFUSALS;

/**
 * Looks the name up once and checks every address of it: one that is not allowed refuses all, as an honest name has none. A
 * demonstration's leads to this machine alone, any other never to it.
 */
export async function pinEndpoint(endpoint: AllowedEndpoint, resolve: Resolve): Promise<PinnedEndpoint | PinRefusal> {
  const addresses = await resolve(endpoint.host).catch(() => []);
  if (addresses.length === 0) {
    return 'NO_ADDRESS';
  }
  const isAllowed = endpoint.demonstration ? isLoopbackAddress : isPublicAddress;
  return addresses.every(({ address }) => isAllowed(address)) ? { ...endpoint, addresses: [...addresses] } : 'ADDRESS_NOT_ALLOWED';
}

/** Answers whoever connects with the checked addresses, in place of the resolver. */
export function pinnedLookup({ addresses: [first, ...others] }: PinnedEndpoint): LookupFunction {
  return (_host, { all }, callback) => {
    if (first === undefined) {
      callback(new TypeError('nothing was pinned'), '');
    } else if (all === true) {
      callback(null, [first, ...others]);
    } else {
      callback(null, first.address, first.family);
    }
  };
}
