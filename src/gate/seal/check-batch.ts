import type { Finding } from './finding.ts';
import { LATEST } from './latest.ts';
import { headOf, isGenuine, type Batch, type Seal, type SealingKeys } from './seal-head.ts';
import type { LogEntry, LogRow } from './sealed-row.ts';

/** An entry as it stands in its batch, beside the row it is of; null where that row is gone. */
export interface StoredEntry extends LogEntry {
  readonly place: number;
  readonly row: LogRow | null;
}

/** A batch as it is stored now, and how many entries it says it was sealed with. */
export interface StoredBatch extends Omit<Batch, 'entries'> {
  readonly count: number;
  readonly seal: Seal;
  readonly entries: readonly StoredEntry[];
}

/** The batch before, as far as the next one rests on it. */
export type Before = Pick<StoredBatch, 'number' | 'through' | 'seal'>;

/** Everything that is wrong with one batch, given the one before it. */
export function checkBatch(batch: StoredBatch, before: Before | null, keys: SealingKeys): readonly Finding[] {
  const at = { batch: batch.number };
  const findings: Finding[] = batch.entries.flatMap((entry) => checkEntry(entry, batch, before));
  if (batch.number !== (before?.number ?? 0) + 1) {
    findings.push({ kind: 'BATCH_GONE', batch: batch.number - 1 });
  } else if (batch.previous !== (before?.seal.head ?? '')) {
    findings.push({ kind: 'CHAIN_BROKEN', ...at });
  }
  if (!isGenuine(batch.seal, keys)) {
    findings.push({ kind: 'FORGED', ...at });
  }
  if (headOf(batch) !== batch.seal.head) {
    findings.push(whatChanged(batch));
  }
  return findings;
}

function checkEntry({ place, log, id, hash, row }: StoredEntry, { number }: StoredBatch, before: Before | null): readonly Finding[] {
  const where = { batch: number, place, log, id };
  if (row === null) {
    return [{ kind: 'DELETED', ...where }];
  }
  const edited = row.remade !== hash || row.hash !== hash;
  const late = before !== null && Date.parse(row.at) < Date.parse(before.through) - LATEST[log];
  return [...(edited ? [{ kind: 'EDITED', ...where } as const] : []), ...(late ? [{ kind: 'INSERTED', ...where } as const] : [])];
}

/** What was done to the entries of a batch whose head is not theirs; tried out, since the head tells only that it is another. */
function whatChanged(batch: StoredBatch): Finding {
  const { number, entries, count } = batch;
  if (entries.length < count) {
    const gap = entries.findIndex(({ place }, index) => place !== index + 1);
    return { kind: 'ENTRY_GONE', batch: number, place: gap === -1 ? entries.length + 1 : gap + 1 };
  }
  const added = entries.length === count + 1 ? entries.find((one) => fits(batch, entries.filter((entry) => entry !== one))) : undefined;
  if (entries.length > count) {
    return added === undefined ? { kind: 'ENTRY_ADDED', batch: number } : { kind: 'ENTRY_ADDED', batch: number, place: added.place, log: added.log, id: added.id };
  }
  const sorted = [...entries].sort(inTime);
  const moved = fits(batch, sorted) ? entries.find((entry, index) => entry !== sorted[index]) : undefined;
  return moved === undefined ? { kind: 'BATCH_CHANGED', batch: number } : { kind: 'REORDERED', batch: number, place: moved.place, log: moved.log, id: moved.id };
}

const fits = (batch: StoredBatch, entries: readonly StoredEntry[]): boolean => headOf({ ...batch, entries }) === batch.seal.head;

/** The order rows are sealed in: by their time, then by id. */
function inTime(a: StoredEntry, b: StoredEntry): number {
  const [first, second] = [`${a.row?.at ?? ''} ${a.id}`, `${b.row?.at ?? ''} ${b.id}`];
  return first === second ? 0 : first < second ? -1 : 1;
}
