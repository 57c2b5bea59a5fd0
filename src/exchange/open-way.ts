import type { Channel } from '../directory/exchange-directory.ts';
import type { Directory } from '../directory/directory.ts';
import { messagesAddress } from './check-sending.ts';
import type { DeliverServices, DeliveryFault } from './deliver-services.ts';
import type { Prepared, ToDeliver } from './delivery.ts';
import { endpointAllowed, listedEndpoints } from './endpoint-allowed.ts';
import type { Format } from './format.ts';
import { pinEndpoint } from './pin-endpoint.ts';
import { folderIsThere, layIntoFolder } from './lay-into-folder.ts';
import { sendToHub } from './send-to-hub.ts';
import { sendToWebhook } from './send-to-webhook.ts';
import type { OpenEnd, Way } from './way.ts';

/** Why there is no way: for now, until the hub is set up for it, or as it is never. */
export interface NoWay {
  readonly fault: DeliveryFault;
  readonly outcome: Exclude<Prepared['outcome'], 'READY'>;
}

const lasting = (fault: DeliveryFault): NoWay => ({ fault, outcome: 'NEVER' });
const forNow = (fault: DeliveryFault): NoWay => ({ fault, outcome: 'NOT_NOW' });
const notSetUp = (fault: DeliveryFault): NoWay => ({ fault, outcome: 'NOT_SET_UP' });

/** Finds the way of a transmission by the directory in force, before anything is read that could go over it. */
export async function openWay(services: DeliverServices, one: Pick<ToDeliver, 'channel' | 'to'>): Promise<Way | NoWay> {
  const directory = await services.directory();
  const channel = directory.channels.get(one.channel);
  if (channel?.agency !== one.to) {
    return lasting('CHANNEL_UNKNOWN');
  }
  if (directory.hub === null || services.key === null) {
    return notSetUp(services.key === null ? 'KEY_MISSING' : 'HUB_UNNAMED');
  }
  const format = formatOf(services, channel);
  if (format === undefined) {
    return lasting('FORMAT_CANNOT_SAY');
  }
  const end = await openEnd(services, directory, channel);
  return 'fault' in end ? end : { directory, channel, ownHub: directory.hub.id, format, key: services.key, ...end };
}

/** In whose format a channel is written; null: JSON; undefined where no adapter writes it. */
export function formatOf({ formats }: Pick<DeliverServices, 'formats'>, channel: Channel): Format | null | undefined {
  return channel.kind === 'WEBHOOK' ? null : formats.get(channel.adapter);
}

type End = Pick<Way, 'hub' | 'send'>;

async function openEnd(services: DeliverServices, directory: Directory, channel: Channel): Promise<End | NoWay> {
  switch (channel.kind) {
    case 'FOLDER':
      return (await folderIsThere(services, channel)) ? { hub: null, send: (message) => layIntoFolder(services, channel, message) } : forNow('FOLDER_MISSING');
    case 'HUB': {
      const hub = directory.hubs.get(channel.hub);
      if (hub === undefined) {
        return lasting('CHANNEL_UNKNOWN');
      }
      const end = await openEndpoint(services, directory, { address: messagesAddress(hub.url), secret: hub.secret });
      return 'fault' in end ? end : { hub, send: (message) => sendToHub({ ...end, hub, adapter: channel.adapter }, message) };
    }
    case 'WEBHOOK': {
      const end = await openEndpoint(services, directory, { address: channel.url, secret: channel.secret });
      return 'fault' in end ? end : { hub: null, send: (message) => sendToWebhook(services, end, message) };
    }
  }
}

/** Opens the way to one address, if the directory lists it, the secret is there and its name leads outside. */
export async function openEndpoint({ secrets, production, resolve }: Pick<DeliverServices, 'secrets' | 'production' | 'resolve'>, { endpoints }: Pick<Directory, 'endpoints'>, { address, secret: name }: { readonly address: string; readonly secret: string }): Promise<OpenEnd | NoWay> {
  const allowed = endpointAllowed(address, listedEndpoints(endpoints.filter(({ demonstration }) => !(demonstration && production)), { production }));
  if (typeof allowed === 'string') {
    return lasting('ENDPOINT_NOT_LISTED');
  }
  const secret = secrets.get(name);
  if (secret === undefined) {
    return notSetUp('SECRET_MISSING');
  }
  const endpoint = await pinEndpoint(allowed, resolve);
  if (typeof endpoint === 'string') {
    return forNow(endpoint === 'NO_ADDRESS' ? 'ENDPOINT_UNREACHABLE' : 'ENDPOINT_NOT_ALLOWED');
  }
  return { endpoint, secret };
}
