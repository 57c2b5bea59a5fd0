import type { SealedLog } from './sealed-row.ts';

/** What can be wrong with the logs or their seals. */
export const FINDINGS = {
  EDITED: 'a row does not say what it said when it was sealed',
  DELETED: 'a sealed row is gone',
  INSERTED: 'a row claims a time that was sealed before it came: it was put in afterwards, or written by a machine whose clock is wrong',
  ENTRY_GONE: 'an entry of a sealed batch is gone',
  ENTRY_ADDED: 'an entry was put into a sealed batch',
  REORDERED: 'the entries of a batch do not stand in the order they were sealed in',
  BATCH_CHANGED: 'a batch does not hold what was sealed',
  BATCH_GONE: 'a batch is gone from the chain',
  CHAIN_BROKEN: 'a batch does not follow the one before it',
  FORGED: 'a seal was not made by a key of this hub',
  TAIL_CUT: 'the anchors name a later batch than there is: the end of the logs was cut off, or an old backup was restored',
  ANCHOR_DIFFERS: 'an anchor names another seal than the batch has',
  ANCHOR_EDITED: 'an anchor is not as it was signed',
  ANCHOR_GONE: 'an anchor is missing between others',
  REWRITTEN: 'a partner holds another seal of the last of these batches: this is the first row from which on the logs may have been written anew',
  HELD_FORGED: 'a partner holds a seal that no key of this hub made: its list is not true, or the keys of this hub were exchanged',
} as const;
export type FindingKind = keyof typeof FINDINGS;

/** Something that is wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  readonly batch?: number;
  readonly place?: number;
  readonly log?: SealedLog;
  readonly id?: string;
  /** The line of the anchor file. */
  readonly line?: number;
  /** The partner whose anchors show it. */
  readonly hub?: string;
  /** The last batch that it reaches to. */
  readonly until?: number;
}

/** A finding in words: what, and where. */
export function describeFinding({ kind, batch, place, log, id, line, hub, until }: Finding): string {
  const where = [
    line === undefined ? null : `anchor line ${String(line)}`,
    hub === undefined ? null : `anchors of ${hub}`,
    batch === undefined ? null : `batch ${String(batch)}${until === undefined || until === batch ? '' : ` to ${String(until)}`}`,
    place === undefined ? null : `place ${String(place)}`,
    log === undefined ? null : `${log} ${id ?? ''}`,
  ].filter((part) => part !== null);
  return `${kind} at ${where.join(', ')}: ${FINDINGS[kind]}.`;
}
