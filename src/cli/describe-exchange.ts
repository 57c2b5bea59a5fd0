import type { Directory } from '../directory/directory.ts';
import type { Channel, ExchangeEntry } from '../directory/exchange-directory.ts';
import { inColumns } from './in-columns.ts';

const ENTRY_HEADS = ['FROM', 'TO', 'MATTERS', 'BY', 'FORMAT', 'WITHIN', 'RELEASE', 'REFUSALS'];
const HUB_HEADS = ['HUB', 'SPEAKS FOR', 'ADDRESS', 'KEYS'];

/** With whom the hub exchanges what, over which way and by when; as two tables, or that it exchanges nothing. */
export function describeExchange({ hub, hubs, channels, exchange }: Directory): readonly string[] {
  if (hub === null) {
    return ['This hub exchanges nothing: the directory has no "hub".'];
  }
  const known = [...hubs.values()].map(({ id, agencies, url, keys }) => [id, agencies.join(', '), url, keys.map(({ kid }) => String(kid)).join(', ')]);
  const entries = exchange.map((entry) => cells(entry, channels.get(entry.channel)));
  return [`This hub is called ${hub.id}.`, '', ...inColumns([HUB_HEADS, ...known]), '', ...inColumns([ENTRY_HEADS, ...entries])];
}

function cells({ from, agency, matters, within, automatic, refusals }: ExchangeEntry, channel: Channel | undefined): string[] {
  const time = within === null ? 'not agreed' : `${String(within.length)} ${within.calendar.toLowerCase().replace('_', ' ')}`;
  return [from ?? 'any', agency, matters.join(', '), ...wayOf(channel), time, automatic ? 'by itself' : 'by a person', refusals ? 'told' : 'not told'];
}

function wayOf(channel: Channel | undefined): [way: string, format: string] {
  if (channel === undefined) {
    return ['-', '-'];
  }
  switch (channel.kind) {
    case 'HUB':
      return [`hub ${channel.hub}`, channel.adapter];
    case 'FOLDER':
      return [`folder ${channel.folder}`, channel.adapter];
    case 'WEBHOOK':
      return [`webhook ${channel.id}`, 'json'];
  }
}
