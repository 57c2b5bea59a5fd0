import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import type { LogEntry } from './sealed-row.ts';

/** A batch of entries in their order, chained to the one before. */
export interface Batch {
  readonly number: number;
  /** The head of the batch before; of the first batch ''. */
  readonly previous: string;
  /** ISO instants. */
  readonly through: string;
  readonly sealedAt: string;
  readonly entries: readonly LogEntry[];
}

/** A batch's seal, as it is kept and as it is anchored. */
export interface Seal {
  readonly number: number;
  readonly head: string;
  readonly signature: string;
  readonly kid: string;
  /** When it was sealed, an ISO instant. */
  readonly at: string;
}

/** The keys a seal is made with and told by. */
export interface SealingKeys {
  readonly current: { readonly kid: string; readonly key: KeyObject };
  readonly known: ReadonlyMap<string, KeyObject>;
}

/** The sha-256 of the head before, the batch's number and times, and every entry's log, id and hash in their order. */
export function headOf({ number, previous, through, sealedAt, entries }: Batch): string {
  const content = [previous, number, through, sealedAt, entries.map(({ log, id, hash }) => [log, id, hash])];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Signs a batch's head. */
export function sealBatch(batch: Batch, { current }: SealingKeys): Seal {
  const unsigned = { number: batch.number, head: headOf(batch), kid: current.kid, at: batch.sealedAt };
  return { ...unsigned, signature: sign(null, signedText(unsigned), current.key).toString('base64url') };
}

/** Was this very seal made by the key it names? A key the hub does not know made nothing. */
export function isGenuine(seal: Seal, { known }: SealingKeys): boolean {
  const key = known.get(seal.kid);
  return key !== undefined && verify(null, signedText(seal), key, Buffer.from(seal.signature, 'base64url'));
}

/** What is signed says what it is for, so that no other signature of the key can pass for a seal. */
function signedText({ number, head, kid, at }: Omit<Seal, 'signature'>): Buffer {
  return Buffer.from(`homeward-seal ${JSON.stringify([number, head, kid, at])}`);
}
