import type { Database } from '../../store/database.ts';
import { asSealer } from './as-sealer.ts';
import type { Seal } from './seal-head.ts';

/** The seal of the latest batch; null where nothing was sealed yet. */
export async function newestSeal(database: Database): Promise<Seal | null> {
  const { rows } = await asSealer(database, (client) =>
    client.query<Seal>(
      `select number, head, signature, kid, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from seal_batch order by number desc limit 1`,
    ),
  );
  return rows[0] ?? null;
}
