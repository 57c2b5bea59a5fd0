import type { PoolClient } from 'pg';
import type { Database } from '../../store/database.ts';
import type { AnchorFile } from './anchor-file.ts';
import { lookingAsSealer } from './as-sealer.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkBatch, type Before } from './check-batch.ts';
import { checkHeld, type HeldSeals } from './check-held.ts';
import type { Finding } from './finding.ts';
import { LATEST } from './latest.ts';
import { batchAfter } from './read-batch.ts';
import type { Seal, SealingKeys } from './seal-head.ts';
import { LOGS, type LogEntry } from './sealed-row.ts';

/** What verifying found. */
export interface Verified {
  readonly findings: readonly Finding[];
  readonly batches: number;
  readonly rows: number;
  /** Rows of both logs that wait for their seal: nothing is known of these. */
  readonly unsealed: number;
  /** Batches that no anchor vouches for: their end could be cut off unseen. */
  readonly unanchored: number;
}

/** What verifying needs. */
export interface VerifyParts {
  readonly database: Database;
  readonly keys: SealingKeys;
  readonly anchors: AnchorFile;
  /** What partners say that they hold. */
  readonly held?: readonly HeldSeals[];
}

/** Makes every hash, head and signature again from what is stored, compares them with the anchors, and says what is wrong and where. */
export async function verifySeals({ database, keys, anchors, held = [] }: VerifyParts): Promise<Verified> {
  // The anchors first: whatever they name, the database holds when it is looked at afterwards.
  const lines = await anchors.lines();
  return lookingAsSealer(database, async (client) => {
    const { findings, seals, rows, last } = await verifyChain(client, keys);
    const { waiting, inserted } = await withoutSeal(client, last);
    const anchored = new Set(lines.map(({ seal }) => seal?.number));
    const vouchedFor = [...seals.keys()].findLast((number) => anchored.has(number)) ?? 0;
    return {
      findings: [...findings, ...inserted, ...checkAnchors(lines, seals, keys), ...(await withFirstRow(client, checkHeld(held, { seals, keys })))],
      batches: seals.size,
      rows,
      unsealed: waiting,
      unanchored: [...seals.keys()].filter((number) => number > vouchedFor).length,
    };
  });
}

interface VerifiedChain {
  readonly findings: readonly Finding[];
  readonly seals: ReadonlyMap<number, Seal>;
  readonly rows: number;
  readonly last: Before | null;
}

async function verifyChain(client: PoolClient, keys: SealingKeys): Promise<VerifiedChain> {
  const findings: Finding[] = [];
  const seals = new Map<number, Seal>();
  let rows = 0;
  let last: Before | null = null;
  for (let batch = await batchAfter(client, 0); batch !== null; batch = await batchAfter(client, batch.number)) {
    findings.push(...checkBatch(batch, last, keys));
    seals.set(batch.number, batch.seal);
    rows += batch.entries.length;
    last = batch;
  }
  return { findings, seals, rows, last };
}

/** Rows without a seal: those that came lately wait for it, those that claim an older time were put in. */
async function withoutSeal(client: PoolClient, last: Before | null): Promise<{ waiting: number; inserted: readonly Finding[] }> {
  const inserted: Finding[] = [];
  let waiting = 0;
  for (const log of LOGS) {
    const closed = last === null ? '-infinity' : new Date(Date.parse(last.through) - LATEST[log]).toISOString();
    const { rows } = await client.query<{ id: string; old: boolean }>(
      `select id, at < $1 as old from ${log} as row
       where not exists (select from seal_entry as entry where entry.log = '${log}' and entry.id = row.id) order by at, id`,
      [closed],
    );
    waiting += rows.filter(({ old }) => !old).length;
    inserted.push(...rows.filter(({ old }) => old).map(({ id }) => ({ kind: 'INSERTED', log, id }) as const));
  }
  return { waiting, inserted };
}

/** Of a stretch that was written anew the row it may begin at, so that somebody can look from there on. */
async function withFirstRow(client: PoolClient, findings: readonly Finding[]): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const finding of findings) {
    const { rows } = finding.kind === 'REWRITTEN' ? await client.query<Pick<LogEntry, 'log' | 'id'> & { readonly place: number }>('select place, log, id from seal_entry where batch = $1 order by place limit 1', [finding.batch]) : { rows: [] };
    found.push({ ...finding, ...rows[0] });
  }
  return found;
}
