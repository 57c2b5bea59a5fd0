import type { PoolClient } from 'pg';
import type { Database } from '../../store/database.ts';
import { aloneAtLock, asSealer } from './as-sealer.ts';
import { sealBatch, type Batch, type SealingKeys } from './seal-head.ts';
import { LOGS, type LogEntry, type SealedLog } from './sealed-row.ts';
import { LATEST } from './latest.ts';

/** Any fixed number: the sealers of all processes meet at it. */
const SEALER_LOCK = 4_870_003;
const MOST_ENTRIES = 1000;

/** What sealing needs. */
export interface SealerParts {
  readonly database: Database;
  readonly keys: SealingKeys;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Seals every row that waits, batch after batch; how many rows that were, or null where another process is sealing. */
export async function sealRows(parts: SealerParts, { everything }: { readonly everything: boolean }): Promise<number | null> {
  return aloneAtLock(parts.database, SEALER_LOCK, async () => {
    let sealed = 0;
    for (let since: string | null = everything ? '-infinity' : null; ; ) {
      const { entries, latest } = await asSealer(parts.database, (client) => sealNextBatch(client, parts, since));
      sealed += entries;
      if (entries < MOST_ENTRIES) {
        return sealed;
      }
      // A full batch left nothing behind it: looking again from its beginning would make a long log take for ever.
      since = latest;
    }
  });
}

interface LastBatch {
  readonly number: number;
  readonly head: string;
  readonly through: string;
}
type Waiting = LogEntry & { readonly at: string };

/** `since`: the instant from which rows are looked at; null: as old as a row can be that comes late. */
async function sealNextBatch(client: PoolClient, { keys, clock }: SealerParts, since: string | null): Promise<{ entries: number; latest: string | null }> {
  const now = new Date(clock()).toISOString();
  const last = await lastBatch(client);
  const waiting = await waitingRows(client, LOGS.map((log) => since ?? latestOf(log, last)));
  const latest = waiting.at(-1);
  if (latest === undefined) {
    return { entries: 0, latest: null };
  }
  const through = waiting.length < MOST_ENTRIES ? now : latest.at;
  const entries = waiting.map(({ log, id, hash }) => ({ log, id, hash }));
  await keep(client, keys, {
    number: (last?.number ?? 0) + 1,
    previous: last?.head ?? '',
    // A row that came late belongs to a stretch that was sealed before: the stretch does not become shorter by it.
    through: last !== null && last.through > through ? last.through : through,
    sealedAt: now,
    entries,
  });
  return { entries: entries.length, latest: latest.at };
}

const latestOf = (log: SealedLog, last: LastBatch | null): string => (last === null ? '-infinity' : new Date(Date.parse(last.through) - LATEST[log]).toISOString());

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function lastBatch(client: PoolClient): Promise<LastBatch | null> {
  const { rows } = await client.query<LastBatch>(`select number, head, ${instant('through')} as through from seal_batch order by number desc limit 1`);
  return rows[0] ?? null;
}

/** The rows without a seal, the earliest first, of each log since an instant of its own. */
async function waitingRows(client: PoolClient, since: readonly string[]): Promise<readonly Waiting[]> {
  const unsealed = LOGS.map(
    (log, place) => `(select '${log}' as log, id, at, hash from ${log} as row where at >= $${String(place + 1)}
      and not exists (select from seal_entry as entry where entry.log = '${log}' and entry.id = row.id)
      order by at, id limit ${String(MOST_ENTRIES)})`,
  );
  const { rows } = await client.query<Waiting>(
    `select log, id, hash, ${instant('at')} as at from (${unsealed.join(' union all ')}) as waiting order by waiting.at, id limit ${String(MOST_ENTRIES)}`,
    [...since],
  );
  return rows;
}

async function keep(client: PoolClient, keys: SealingKeys, batch: Batch): Promise<void> {
  const { number, previous, through, sealedAt, entries } = batch;
  const { head, kid, signature } = sealBatch(batch, keys);
  await client.query(
    `insert into seal_batch (number, previous, head, entries, through, sealed_at, kid, signature) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [number, previous, head, entries.length, through, sealedAt, kid, signature],
  );
  const column = (name: keyof LogEntry): readonly string[] => entries.map((entry) => entry[name]);
  await client.query(
    `insert into seal_entry (log, id, batch, place, hash)
     select log, id, $1, place, hash from unnest($2::text[], $3::uuid[], $4::text[]) with ordinality as e(log, id, hash, place)`,
    [number, column('log'), column('id'), column('hash')],
  );
}
