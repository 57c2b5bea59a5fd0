import type { PoolClient } from 'pg';
import type { StoredBatch, StoredEntry } from './check-batch.ts';
import type { Seal } from './seal-head.ts';
import { columnsOf, LOGS, logRow, type LogEntry, type LogRow, type SealedLog } from './sealed-row.ts';

type BatchRow = Omit<Seal, 'at'> & Pick<StoredBatch, 'previous' | 'through' | 'sealedAt' | 'count'>;
type EntryRow = LogEntry & { readonly place: number };

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The next batch as it is stored now, each entry beside its row; null after the last. */
export async function batchAfter(client: PoolClient, number: number): Promise<StoredBatch | null> {
  const found = await client.query<BatchRow>(
    `select number, previous, head, entries as count, ${instant('through')} as through, ${instant('sealed_at')} as "sealedAt", kid, signature
     from seal_batch where number > $1 order by number limit 1`,
    [number],
  );
  const [row] = found.rows;
  if (row === undefined) {
    return null;
  }
  const { previous, through, sealedAt, count, head, kid, signature } = row;
  const seal = { number: row.number, head, kid, signature, at: sealedAt };
  return { number: row.number, previous, through, sealedAt, count, seal, entries: await entriesOf(client, row.number) };
}

async function entriesOf(client: PoolClient, batch: number): Promise<readonly StoredEntry[]> {
  const { rows } = await client.query<EntryRow>('select place, log, id, hash from seal_entry where batch = $1 order by place', [batch]);
  const found = new Map<string, LogRow>();
  for (const log of LOGS) {
    (await rowsOf(client, log, rows)).forEach((row) => found.set(`${log} ${row.id}`, row));
  }
  return rows.map((entry) => ({ ...entry, row: found.get(`${entry.log} ${entry.id}`) ?? null }));
}

async function rowsOf(client: PoolClient, log: SealedLog, entries: readonly EntryRow[]): Promise<readonly LogRow[]> {
  const ids = entries.filter((entry) => entry.log === log).map(({ id }) => id);
  const { rows } = await client.query<Record<string, unknown>>(`select ${columnsOf(log)} from ${log} where id = any ($1::uuid[])`, [ids]);
  return rows.map((row) => logRow(log, row));
}
