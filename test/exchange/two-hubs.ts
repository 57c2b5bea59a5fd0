import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { demonstrationExchange } from '../../src/cli/demonstration/demonstration-exchange.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { Delivered, ToDeliver } from '../../src/exchange/delivery.ts';
import type { Message } from '../../src/exchange/message.ts';
import type { SentStatement, SignedSent } from '../../src/exchange/receipt.ts';
import { signSent, type DeliveryKey } from '../../src/exchange/sign-receipt.ts';
import { anInterview } from '../actions/a-deciding-hub.ts';
import { actor } from '../actions/some-people.ts';
import { aRunningHub, type Answer, type RunningHub } from '../journeys/a-running-hub.ts';
import { aDeliveringHub, anExchangingDirectory, NORTH, SECRET, SOUTH, toSouthvale, type DeliveringHub } from './a-delivering-hub.ts';

/** What Northmere's hub knows of Southvale's, for which it takes messages. */
const OF_NORTH = `hub: { id: hub-north, name: Northmere's invented hub }
hubs: [{ id: hub-south, name: Southvale's invented hub, url: "https://hub.south.example/", agencies: [southvale], keys: [${JSON.stringify(SOUTH.jwk)}], secret: shared }]
endpoints: [{ origin: "https://hub.south.example", pathPrefix: "/" }]
`;
const SETTINGS = { questions: { OFFICE: 'ignored' } };
const SYSTEMS = `  - { id: from-south, agency: southvale, adapter: authority-exchange, hub: hub-south }
  - { id: liberi-from-south, agency: southvale, adapter: liberi, hub: hub-south, settings: ${JSON.stringify(SETTINGS)} }
`;

/** A host's hub and a placing authority's, each on a database of its own, with the network of this machine between them. */
export interface TwoHubs {
  /** Southvale's, in whose area Wrenna is placed and whose worker interviewed her. */
  readonly host: DeliveringHub;
  /** Northmere's, whose child she is. */
  readonly placing: RunningHub;
  /** Gus's interview of her. */
  readonly interview: string;
  /** To Northmere's hub, read as its social worker. */
  one(changed?: Partial<ToDeliver>): ToDeliver;
  send(changed?: Partial<ToDeliver>): Promise<Delivered>;
  /** A message as Southvale's hub could send it, with whatever is otherwise; the answer as it came. */
  post(forged?: Forged): Promise<Answer>;
  close(): Promise<void>;
}

/** What of a message is otherwise than it should be. */
export interface Forged {
  readonly statement?: Partial<SentStatement>;
  readonly key?: DeliveryKey;
  readonly secret?: Uint8Array;
  readonly at?: number;
  readonly bytes?: Buffer;
  readonly documents?: readonly Partial<Message['documents'][number]>[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: (text: string) => string;
}

/** Northmere's hub, which Southvale's is a partner of. */
export function aPlacingHub(): Promise<RunningHub> {
  const directory = demonstrationDirectory.replace(demonstrationExchange, OF_NORTH).replace('systems:\n', `systems:\n${SYSTEMS}`);
  return aRunningHub({ directory, keys: [NORTH.file, { kty: 'oct', use: 'webhook', kid: 'shared', k: SECRET.toString('base64url') }] });
}

/** The one sends the other in this format. */
export async function twoHubs(format = 'authority-exchange'): Promise<TwoHubs> {
  const placing = await aPlacingHub();
  const { port } = new URL(placing.url);
  const host = await aDeliveringHub(() => ofSouth(port, format));
  host.now = placing.now;
  await assignWorker(host.services, actor('hew'), { key: randomUUID(), child: host.child, revision: 0, worker: 'gus' }, host.now);
  const { id: interview } = await anInterview(host, {}, 'gus');
  const deliver = host.deliver({ key: SOUTH.key, secrets: new Map([['shared', SECRET]]), resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) });
  const one = (changed: Partial<ToDeliver> = {}): ToDeliver => ({ ...toSouthvale(host, interview), from: 'southvale', to: 'northmere', recipient: 'sia@northmere', channel: 'to-north', ...changed });
  return {
    host,
    placing,
    interview,
    one,
    async send(changed) {
      const prepared = await deliver.prepare(one(changed));
      return prepared.outcome === 'READY' ? prepared.send(new AbortController().signal) : { outcome: 'NEVER', code: prepared.code };
    },
    post: (forged) => post(placing, forged),
    async close() {
      await host.close();
      await placing.close();
    },
  };
}

/** What Southvale's hub knows of Northmere's, which answers at this port. */
export function ofSouth(port: string, adapter = 'authority-exchange'): Directory {
  const settings = adapter === 'liberi' ? SETTINGS : null;
  const base = anExchangingDirectory({ id: 'to-north', kind: 'HUB', agency: 'northmere', hub: 'hub-north', adapter, settings, system: null });
  return {
    ...base,
    hub: { id: 'hub-south', name: "Southvale's invented hub" },
    hubs: new Map([['hub-north', { id: 'hub-north', name: "Northmere's invented hub", url: `http://localhost:${port}/`, agencies: ['northmere'], keys: [NORTH.jwk], secret: 'shared' }]]),
    endpoints: [{ origin: `http://localhost:${port}`, pathPrefix: '/exchange/', demonstration: true }],
  };
}

async function post(placing: RunningHub, { statement = {}, key = SOUTH.key, secret = SECRET, at = placing.now, bytes = Buffer.from('<no exchange/>'), documents = [{}], headers = {}, body = (text) => text }: Forged = {}): Promise<Answer> {
  const stated = { id: randomUUID(), sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: 'application/xml', bytes: bytes.length };
  const sent: SignedSent = await signSent(
    { transmission: randomUUID(), from: { hub: 'hub-south', agency: 'southvale' }, to: { hub: 'hub-north', agency: 'northmere' }, matter: 'INTERVIEW', decision: null, records: [randomUUID()], level: 'NOTICE', fields: [], documents: [stated], at: new Date(at).toISOString(), ...statement },
    key,
  );
  const whole = documents.map((changed) => ({ id: stated.id, adapter: 'authority-exchange', fileName: 'authority-exchange-1.xml', mediaType: stated.mediaType, signature: null, base64: bytes.toString('base64'), ...changed }));
  const text = body(JSON.stringify({ sent, documents: whole }));
  const id = sent.statement.transmission;
  const signature = new Webhook(secret, { format: 'raw' }).sign(id, new Date(at), text);
  const said = { 'content-type': 'application/json', 'homeward-hub': 'hub-south', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at / 1000)), 'webhook-signature': signature, ...headers };
  const answer = await fetch(`${placing.url}/exchange/messages`, { method: 'POST', body: text, headers: said });
  return { status: answer.status, text: await answer.text() };
}

/** Asks until there is something, as what was received is read a moment later. */
export async function whenThere<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    await sleep(20);
  }
  throw new TypeError('it did not come in time');
}
