import type { DirectoryFault } from '../directory/directory-fault.ts';
import type { DirectoryFile } from '../directory/directory-file.ts';
import type { ExchangeDirectory } from '../directory/exchange-directory.ts';
import { HubError } from '../domain/errors.ts';
import { ENDPOINT_REFUSALS, endpointAllowed, listedEndpoints, type ListedEndpoint } from './endpoint-allowed.ts';
import type { Formats } from './format.ts';

/** What a directory that says how to send has to fit. */
export interface SendingParts {
  readonly formats: Formats;
  readonly production: boolean;
}

/** Ways of a directory file on which nothing could ever be sent, each with its place and how to mend it. */
export function sendingFaults(file: DirectoryFile, parts: SendingParts): DirectoryFault[] {
  return [...addressFaults(file, parts), ...formatFaults(file, parts)];
}

/** Under the address that a partner gave, letter by letter. */
export function messagesAddress(url: string): string {
  return `${url}exchange/messages`;
}

function addressFaults({ hubs, channels, endpoints }: DirectoryFile, { production }: SendingParts): DirectoryFault[] {
  const list = listOf(endpoints, production);
  if (list === null) {
    return [{ path: ['endpoints'], wrong: 'this is no list of where the hub may send', mend: `give each an https origin by name and a plain "pathPrefix" that ends in "/"${production ? '; none is for demonstrations in production' : ''}` }];
  }
  return [
    ...hubs.flatMap(({ url }, at) => unreachable(messagesAddress(url), list, ['hubs', at, 'url'])),
    ...channels.flatMap((channel, at) => (channel.kind === 'WEBHOOK' ? unreachable(channel.url, list, ['channels', at, 'url']) : [])),
  ];
}

function listOf(endpoints: DirectoryFile['endpoints'], production: boolean): readonly ListedEndpoint[] | null {
  try {
    return listedEndpoints(endpoints, { production });
  } catch (error) {
    if (error instanceof HubError) {
      return null;
    }
    throw error;
  }
}

function unreachable(address: string, list: readonly ListedEndpoint[], path: DirectoryFault['path']): DirectoryFault[] {
  const allowed = endpointAllowed(address, list);
  return typeof allowed === 'string' ? [{ path, wrong: `nothing can be sent there: ${ENDPOINT_REFUSALS[allowed]}`, mend: 'write it as it is listed under "endpoints", a hub\'s with a "/" at its end, or list it there' }] : [];
}

function formatFaults({ channels }: DirectoryFile, { formats }: SendingParts): DirectoryFault[] {
  return channels.flatMap((channel, at): DirectoryFault[] => {
    if (channel.kind === 'WEBHOOK') {
      return [];
    }
    const format = formats.get(channel.adapter);
    if (format === undefined) {
      const mend = `use one of ${[...formats.keys()].sort().join(', ')}`;
      return [{ path: ['channels', at, 'adapter'], wrong: 'the hub has no adapter of this name that writes its format', mend }];
    }
    const fault = format.settingsFault(channel.settings);
    return fault === null ? [] : [{ path: ['channels', at, 'settings', ...(fault.place === '' ? [] : fault.place.split('.'))], wrong: fault.wrong, mend: fault.mend }];
  });
}

/** Secrets that the directory names and the hub does not have, by their `kid`: what needs one waits until it is there. */
export function missingSecrets({ hubs, channels }: Pick<ExchangeDirectory, 'hubs' | 'channels'>, secrets: ReadonlyMap<string, unknown>): readonly string[] {
  const named = [...[...hubs.values()].map(({ secret }) => secret), ...[...channels.values()].flatMap((channel) => (channel.kind === 'WEBHOOK' ? channel.secret : []))];
  return [...new Set(named)].filter((secret) => !secrets.has(secret)).sort();
}
