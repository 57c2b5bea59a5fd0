import type { KeyObject } from 'node:crypto';
import { recordId } from './record-id.ts';
import { HUB_SYSTEM } from './record.ts';

/** What the hub names besides records: a decision, and that something was done. */
interface HubOwn {
  readonly agency: string;
  readonly kind: 'decision' | 'action' | 'transmission';
  readonly key: string;
}

/** The hub's id of what somebody of this agency made under this key; made like a record's, so every retry makes the same. */
export function hubId(idKey: KeyObject, { agency, kind, key }: HubOwn): string {
  // The kinds of the hub's own are none of a record's, so that no record can have such an id.
  return recordId(idKey, { agency, system: HUB_SYSTEM, kind, key } as unknown as Parameters<typeof recordId>[1]);
}
