import { generateKeyPairSync } from 'node:crypto';
import { deliveryKeysOf } from '../../src/config/delivery-keys.ts';
import { hubKeysOf, type HubKey } from '../../src/exchange/hub-keys.ts';
import type { ReceivedStatement, SentStatement } from '../../src/exchange/receipt.ts';
import { receiptText, signReceived, signSent, type DeliveryKey } from '../../src/exchange/sign-receipt.ts';

/** A hub's pair for delivery: what it signs with, and its public half as partners have it. */
export interface HubPair {
  readonly key: DeliveryKey;
  readonly jwk: Readonly<Record<string, unknown>>;
  /** As it stands among the hub's own keys. */
  readonly file: Readonly<Record<string, unknown>>;
}

export function aPair(hub: string, kid: string): HubPair {
  const { d, ...open } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const file = { ...open, d, use: 'delivery', kid };
  const key = deliveryKeysOf([file])?.current;
  if (key === undefined) {
    throw new TypeError('no key was made');
  }
  return { key, jwk: { ...open, use: 'delivery', kid, hub }, file };
}

/** An invented host's hub, and an invented placing authority's. */
export const HOST = aPair('southvale', 'southvale-2026');
export const PLACING = aPair('westhaven', 'westhaven-2026');
export const KEYS: readonly HubKey[] = hubKeysOf([HOST.jwk, PLACING.jwk]);

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A redacted interview that goes from the one to the other. */
export const MESSAGE: Omit<SentStatement, 'kind' | 'version'> = {
  transmission: id(1),
  from: { hub: 'southvale', agency: 'southvale' },
  to: { hub: 'westhaven', agency: 'westhaven' },
  matter: 'INTERVIEW',
  decision: id(2),
  records: [id(4), id(3)],
  level: 'REDACTED',
  fields: ['RedactedInterview.text', 'RedactedInterview.at'],
  documents: [{ id: id(5), sha256: 'a1'.repeat(32), mediaType: 'application/xml', bytes: 2048 }],
  at: '2026-05-05T10:00:00.000Z',
};
export const ACCEPTED: Pick<ReceivedStatement, 'outcome' | 'reason' | 'document' | 'at'> = { outcome: 'ACCEPTED', reason: null, document: id(6), at: '2026-05-05T10:00:02.000Z' };

/** The receipt of that message; every part of it as asked. */
export async function aReceipt({ message = {}, answer = {}, sender = HOST, receiver = PLACING }: AskedReceipt = {}): Promise<string> {
  const sent = await signSent({ ...MESSAGE, ...message }, sender.key);
  return receiptText(sent, await signReceived(sent, { ...ACCEPTED, ...answer }, receiver.key));
}

export interface AskedReceipt {
  readonly message?: Partial<SentStatement>;
  readonly answer?: Partial<ReceivedStatement>;
  readonly sender?: HubPair;
  readonly receiver?: HubPair;
}
