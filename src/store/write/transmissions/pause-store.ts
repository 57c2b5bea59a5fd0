import { execute, type Writing } from '../../database.ts';
import { happen } from './happen.ts';

/** Between whom nothing goes, in one direction. */
export interface Partnership {
  readonly from: string;
  readonly partner: string;
}

/** A word on it: that nothing goes, or that it goes again. */
export interface PauseWord extends Partnership {
  readonly paused: boolean;
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

/** Does nothing go from this agency to this partner for now? */
export async function isPaused(em: Writing, { from, partner }: Partnership): Promise<boolean> {
  const [row] = await execute<{ paused: boolean }>(em, `select paused from exchange_pause where from_agency = $1 and partner = $2 order by number desc limit 1`, [from, partner]);
  return row?.paused ?? false;
}

/** Stops or lets go again everything from an agency to a partner; answers how many transmissions that changed. */
export async function pausePartner(em: Writing, word: PauseWord): Promise<number> {
  const { from, partner, paused, by, reason, at } = word;
  await execute(em, `insert into exchange_pause (from_agency, partner, paused, by, reason, at) values ($1, $2, $3, $4, $5, $6)`, [from, partner, paused, by, reason, new Date(at).toISOString()]);
  const rows = await execute<{ id: string }>(em, `select id from transmission where from_agency = $1 and to_agency = $2 and state <> 'ACKNOWLEDGED' order by made_at, id`, [from, partner]);
  let changed = 0;
  for (const { id } of rows) {
    const happened = await happen(em, { id, event: paused ? 'PAUSED' : 'RESUMED', at, by });
    changed += Number(happened !== null);
  }
  return changed;
}
