import type { PoolClient } from 'pg';
import type { Database } from '../../store/database.ts';
import type { AnchorFile } from './anchor-file.ts';
import { aloneAtLock, asSealer } from './as-sealer.ts';
import type { Seal } from './seal-head.ts';

/** Any fixed number: whoever adds to the anchors meets at it. */
const ANCHOR_LOCK = 4_870_004;

/** What anchoring needs. */
export interface AnchorParts {
  readonly database: Database;
  readonly anchors: AnchorFile;
  readonly clock: () => number;
}

/**
 * What came of anchoring. DIFFERENT: the anchors and the database do not tell of the same seals (one was restored, cut or
 * exchanged), so nothing is added until a person has looked.
 */
export type Anchored = 'ANCHORED' | 'DIFFERENT';

/** Adds every seal to the anchors that is not there; null where another process is at it. `anew`: although the file was begun again. */
export async function anchorSeals(parts: AnchorParts, { anew = false }: { readonly anew?: boolean } = {}): Promise<Anchored | null> {
  const { database, anchors, clock } = parts;
  return aloneAtLock(database, ANCHOR_LOCK, async () => {
    const last = await anchors.last();
    const { missing, fits } = await asSealer(database, (client) => notIn(client, last, anew));
    if (!fits) {
      return 'DIFFERENT';
    }
    if (missing.length > 0) {
      await anchors.append(missing);
      await asSealer(database, (client) => client.query(NOTE, [missing.map(({ number }) => number), new Date(clock()).toISOString()]));
    }
    return 'ANCHORED';
  });
}

const NOTE = 'insert into seal_anchor (number, anchored_at) select number, $2 from unnest($1::integer[]) as number on conflict do nothing';

interface NotAnchored {
  readonly missing: readonly Seal[];
  readonly fits: boolean;
}

/** The seals after the last anchored one, and whether that one is the database's own and no earlier than was noted. */
async function notIn(client: PoolClient, last: Seal | null, anew: boolean): Promise<NotAnchored> {
  const [noted] = (await client.query<{ number: number | null }>('select max(number) as number from seal_anchor')).rows;
  if (last === null) {
    return { missing: await sealsFrom(client, 1), fits: anew || (noted?.number ?? null) === null };
  }
  const [anchored, ...missing] = await sealsFrom(client, last.number);
  return { missing, fits: anchored?.head === last.head && (anew || (noted?.number ?? 0) <= last.number) };
}

/** The seals from a number on, in their order. */
async function sealsFrom(client: PoolClient, number: number): Promise<readonly Seal[]> {
  const { rows } = await client.query<Seal>(
    `select number, head, signature, kid, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from seal_batch where number >= $1 order by number`,
    [number],
  );
  return rows;
}
