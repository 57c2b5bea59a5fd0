import { createPublicKey, type KeyObject } from 'node:crypto';

/** What anybody may know of a hub: what it is called, and the public halves of what it signs deliveries with, earlier ones among them. */
export interface PublishedKeys {
  readonly hub: string;
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** The hub's own keys for delivery as others need them: to put into their directory, and to verify receipts with. */
export function publishedKeys(hub: string, known: ReadonlyMap<string, KeyObject>): PublishedKeys {
  return { hub, keys: [...known].map(([kid, key]) => ({ ...publicHalf(key), kid, use: 'delivery', hub })) };
}

function publicHalf(key: KeyObject): object {
  return (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
}
