import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { demonstrationExchange } from '../../src/cli/demonstration/demonstration-exchange.ts';
import { aRunningHub, type RunningHub } from '../journeys/a-running-hub.ts';
import { NORTH, SECRET, SOUTH } from './a-delivering-hub.ts';
import type { HubPair } from './a-receipt.ts';

/** Two whole hubs that send each other what they have to say, each by its own workers. */
export interface TwoServingHubs {
  /** Southvale's, in whose area the child is placed. */
  readonly host: RunningHub;
  /** Northmere's, whose child it is. */
  readonly placing: RunningHub;
  close(): Promise<void>;
}

interface Side {
  readonly hub: string;
  readonly agency: string;
  readonly pair: HubPair;
}
const HOST: Side = { hub: 'hub-south', agency: 'southvale', pair: SOUTH };
const PLACING: Side = { hub: 'hub-north', agency: 'northmere', pair: NORTH };

/** What is otherwise in the directories of the two. */
export interface ServingTerms {
  readonly host?: (directory: string) => string;
  readonly placing?: (directory: string) => string;
}

export async function twoServingHubs({ host: there = same, placing: here = same }: ServingTerms = {}): Promise<TwoServingHubs> {
  const [toHost, toPlacing] = [await aDoor(), await aDoor()];
  const placing = await aSide(PLACING, HOST, { port: toHost.port, matters: 'EPISODE', changed: here });
  const host = await aSide(HOST, PLACING, { port: toPlacing.port, matters: 'RISK_ASSESSMENT_REQUEST', changed: there });
  toHost.leadsTo = () => host.url;
  toPlacing.leadsTo = () => placing.url;
  return {
    host,
    placing,
    async close() {
      await Promise.all([host.close(), placing.close()]);
      await Promise.all([toHost.close(), toPlacing.close()]);
    },
  };
}

const same = (directory: string): string => directory;

interface Told {
  readonly port: number;
  readonly matters: string;
  readonly changed: (directory: string) => string;
}

function aSide(own: Side, other: Side, { port, matters, changed }: Told): Promise<RunningHub> {
  const origin = `http://localhost:${String(port)}`;
  const exchange = `hub: { id: ${own.hub}, name: ${own.agency}'s invented hub }
hubs: [{ id: ${other.hub}, name: ${other.agency}'s invented hub, url: "${origin}/", agencies: [${other.agency}], keys: [${JSON.stringify(other.pair.jwk)}], secret: shared }]
endpoints: [{ origin: "${origin}", pathPrefix: "/exchange/", demonstration: true }]
channels: [{ id: there, kind: HUB, agency: ${other.agency}, hub: ${other.hub} }]
exchange: [{ from: ${own.agency}, agency: ${other.agency}, matters: [${matters}, RETRACTION], channel: there, automatic: true }]
`;
  const directory = demonstrationDirectory.replace(demonstrationExchange, exchange).replace('systems:\n', `systems:\n  - { id: from-there, agency: ${other.agency}, adapter: authority-exchange, hub: ${other.hub} }\n`);
  return aRunningHub({ directory: changed(directory), keys: [own.pair.file, { kty: 'oct', use: 'webhook', kid: 'shared', k: SECRET.toString('base64url') }] });
}

/** What each way says for itself. */
const HOPS: readonly string[] = ['host', 'connection', 'content-length', 'transfer-encoding'];

interface Door {
  readonly port: number;
  leadsTo: () => string;
  close(): Promise<void>;
}

/** An address that is known before the hub behind it is there, as each directory names the other's. */
async function aDoor(): Promise<Door> {
  const door = { leadsTo: () => '' };
  const pass = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !HOPS.includes(name)));
    const body = await buffer(request);
    const answer = await fetch(`${door.leadsTo()}${request.url ?? ''}`, { method: request.method ?? 'GET', headers: headers as Record<string, string>, ...(body.length > 0 && { body }) }); // What hubs send each other repeats no header.
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = http.createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return Object.assign(door, { port, close });
}
