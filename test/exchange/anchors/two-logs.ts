import { createHash, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { AnchoringServices } from '../../../src/exchange/anchors/ask-partner.ts';
import { signAnchor } from '../../../src/exchange/anchors/sign-anchor.ts';
import type { DeliveryKey } from '../../../src/exchange/sign-receipt.ts';
import type { Seal } from '../../../src/gate/seal/seal-head.ts';
import { aSealedHub, type SealedHub } from '../../gate/seal/a-sealed-hub.ts';
import type { Answer, RunningHub } from '../../journeys/a-running-hub.ts';
import { SECRET, SOUTH } from '../a-delivering-hub.ts';
import { aPlacingHub, ofSouth } from '../two-hubs.ts';

/** Southvale's log, and Northmere's hub that holds its heads, over the network of this machine. */
export interface TwoLogs {
  readonly south: SealedHub;
  readonly north: RunningHub;
  readonly anchoring: AnchoringServices;
  /** What Southvale's hub said in its log. */
  readonly logged: { readonly event: string; readonly fields: object }[];
  /** A batch of two rows more; the time moves on by an hour. */
  batch(): Promise<void>;
  /** A head as Southvale's hub could send it, with whatever is otherwise. */
  post(forged?: ForgedAnchor): Promise<Answer>;
  close(): Promise<void>;
}

/** What of a head is otherwise than it should be. */
export interface ForgedAnchor {
  readonly seal?: Partial<Seal>;
  readonly from?: string;
  readonly to?: string;
  readonly key?: DeliveryKey;
  readonly secret?: Uint8Array;
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: (text: string) => string;
}

/** A head that nobody holds yet. */
export const aHead = (): string => createHash('sha256').update(randomUUID()).digest('hex');

export async function twoLogs(): Promise<TwoLogs> {
  const [north, south] = [await aPlacingHub(), await aSealedHub()];
  north.now = south.now;
  const { port } = new URL(north.url);
  const logged: TwoLogs['logged'] = [];
  const note = (event: string, fields = {}): void => void logged.push({ event, fields });
  const directory = ofSouth(port);
  return {
    south,
    north,
    logged,
    anchoring: {
      database: south.db.database,
      directory: () => Promise.resolve(directory),
      key: SOUTH.key,
      secrets: new Map([['shared', SECRET]]),
      production: false,
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      clock: () => south.now,
      log: { info: note, warn: note, error: note },
    },
    async batch() {
      await south.read();
      await south.decide();
      await south.seal();
      south.now += 3_600_000;
      north.now = south.now;
    },
    post: (forged) => post(north, forged),
    async close() {
      await south.close();
      await north.close();
    },
  };
}

async function post(north: RunningHub, { seal = {}, from = 'hub-south', to = 'hub-north', key = SOUTH.key, secret = SECRET, id, headers = {}, body = (text) => text }: ForgedAnchor = {}): Promise<Answer> {
  const at = north.now;
  const anchor = await signAnchor({ from, to, at, key }, { number: 1, head: aHead(), signature: 'A'.repeat(86), kid: 'seal-1', at: new Date(at).toISOString(), ...seal });
  const text = body(JSON.stringify(anchor));
  const name = id ?? anchor.statement.id;
  const signature = new Webhook(secret, { format: 'raw' }).sign(name, new Date(at), text);
  const said = { 'content-type': 'application/json', 'homeward-hub': 'hub-south', 'webhook-id': name, 'webhook-timestamp': String(Math.floor(at / 1000)), 'webhook-signature': signature, ...headers };
  const answer = await fetch(`${north.url}/exchange/anchors`, { method: 'POST', body: text, headers: said });
  return { status: answer.status, text: await answer.text() };
}
