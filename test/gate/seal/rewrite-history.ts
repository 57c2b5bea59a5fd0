import { readFileSync, writeFileSync } from 'node:fs';
import type { Client } from 'pg';
import { disclosureHash, DISCLOSURE_COLUMNS } from '../../../src/gate/disclosure-row.ts';
import { sealBatch, type Seal } from '../../../src/gate/seal/seal-head.ts';
import { connectClient } from '../../../src/store/connection.ts';
import type { LogEntry } from '../../../src/gate/seal/sealed-row.ts';
import type { SealedHub } from './a-sealed-hub.ts';

interface BatchRow {
  readonly number: number;
  readonly through: Date;
  readonly sealed_at: Date;
}

/** The owner of the tables, with the key for sealing and the file of anchors in hand, lets somebody else have read: the row, its seal, every seal after it and the anchors are made anew, and fit. */
export async function rewriteHistory(hub: SealedHub, { batch, place }: { readonly batch: number; readonly place: number }): Promise<void> {
  const owner = await connectClient(hub.db.ownerUrl);
  try {
    for (const table of ['disclosure', 'seal_batch', 'seal_entry']) {
      await owner.query(`alter table ${table} no force row level security`);
    }
    const { rows } = await owner.query<{ id: string }>(`select id from seal_entry where batch = $1 and place = $2 and log = 'disclosure'`, [batch, place]);
    await editRow(owner, rows[0]?.id ?? '');
    await sealAnew(owner, hub, batch);
  } finally {
    await owner.end();
  }
}

async function editRow(owner: Client, id: string): Promise<void> {
  const { rows } = await owner.query<Record<string, unknown>>(`update disclosure set actor = 'somebody else' where id = $1 returning *, body::text as body`, [id]);
  const [row = {}] = rows;
  const hash = disclosureHash(DISCLOSURE_COLUMNS.filter((name) => name !== 'body' && name !== 'hash').map((name) => (row[name] instanceof Date ? row[name].toISOString() : row[name])), String(row['body']));
  await owner.query('update disclosure set hash = $2 where id = $1', [id, hash]);
  await owner.query('update seal_entry set hash = $2 where id = $1', [id, hash]);
}

async function sealAnew(owner: Client, { keys, parts }: SealedHub, from: number): Promise<void> {
  const lines = readFileSync(parts.anchors.path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Seal);
  const { rows: batches } = await owner.query<BatchRow>('select number, through, sealed_at from seal_batch where number >= $1 order by number', [from]);
  for (const { number, through, sealed_at: sealed } of batches) {
    const { rows: entries } = await owner.query<LogEntry>('select log, id, hash from seal_entry where batch = $1 order by place', [number]);
    const previous = lines[number - 2]?.head ?? '';
    const seal = sealBatch({ number, previous, through: through.toISOString(), sealedAt: sealed.toISOString(), entries }, keys);
    await owner.query('update seal_batch set previous = $2, head = $3, signature = $4 where number = $1', [number, previous, seal.head, seal.signature]);
    lines[number - 1] = seal;
  }
  writeFileSync(parts.anchors.path, lines.map(({ number, head, signature, kid, at }) => `${JSON.stringify({ number, head, signature, kid, at })}\n`).join(''));
}
