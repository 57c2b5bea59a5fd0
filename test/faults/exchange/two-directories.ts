import { demonstrationExchange } from '../../../src/cli/demonstration/demonstration-exchange.ts';
import { demonstrationDirectory } from '../../../src/cli/demonstration/demonstration-directory.ts';

/** The authority in whose area the children are placed, which interviews and sends, and the one whose children they are. */
export const HOST = { agency: 'southvale', hub: 'hub-south', coordinator: 'southvale-coordinator', worker: 'southvale-worker' } as const;
export const PLACING = { agency: 'northmere', hub: 'hub-north', coordinator: 'northmere-coordinator' } as const;
/** The system of the placing authority's directory that the host's hub sends for. */
export const FROM_HOST = 'from-south';
/** What the secret that both share is called. */
export const SHARED = 'shared';

/** The invented directory of the host's hub: every interview goes by itself to the other hub, over the network that fails. */
export function hostDirectory(network: number, partner: object): string {
  const origin = `http://localhost:${String(network)}`;
  return withExchange(`hub: { id: ${HOST.hub}, name: Southvale's invented hub }
hubs: [{ id: ${PLACING.hub}, name: Northmere's invented hub, url: "${origin}/", agencies: [${PLACING.agency}], keys: [${JSON.stringify(partner)}], secret: ${SHARED} }]
endpoints: [{ origin: "${origin}", pathPrefix: "/exchange/", demonstration: true }]
channels: [{ id: to-north, kind: HUB, agency: ${PLACING.agency}, hub: ${PLACING.hub} }]
exchange: [{ from: ${HOST.agency}, agency: ${PLACING.agency}, matters: [INTERVIEW, RETRACTION], channel: to-north, automatic: true }]
`);
}

/** The invented directory of the placing authority's hub, which takes what the host's sends and sends nothing itself. */
export function placingDirectory(partner: object): string {
  return withExchange(`hub: { id: ${PLACING.hub}, name: Northmere's invented hub }
hubs: [{ id: ${HOST.hub}, name: Southvale's invented hub, url: "https://hub.south.example/", agencies: [${HOST.agency}], keys: [${JSON.stringify(partner)}], secret: ${SHARED} }]
endpoints: [{ origin: "https://hub.south.example", pathPrefix: "/" }]
`).replace('systems:\n', `systems:\n  - { id: ${FROM_HOST}, agency: ${HOST.agency}, adapter: authority-exchange, hub: ${HOST.hub} }\n`);
}

const withExchange = (exchange: string): string => demonstrationDirectory.replace(demonstrationExchange, exchange);
