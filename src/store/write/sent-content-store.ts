import { execute, type Writing } from '../database.ts';

/** A record as it was named to a receiver. */
export interface SentKey {
  readonly kind: string;
  readonly record: string;
  readonly key: string;
}

/** What a transmission is about to say, known by its hash alone, and under which names. */
export interface SentContent {
  readonly transmission: string;
  /** The sha-256 (hex) of what is said, without when. */
  readonly content: string;
  /** Epoch milliseconds of this try. */
  readonly at: number;
  readonly child: string;
  readonly keys: readonly SentKey[];
}

/**
 * When this was first said in this transmission: a second try says the same in the same bytes, so that a receiver knows them, and
 * what changed meanwhile is said under a later time.
 */
export async function firstSaid(em: Writing, { transmission, content, at, child, keys }: SentContent): Promise<number> {
  await execute(
    em,
    `insert into sent_content (transmission, content, sent_at, child, keys) values ($1, $2, $3, $4, $5) on conflict (transmission, content) do nothing`,
    [transmission, content, new Date(at).toISOString(), child, JSON.stringify(keys)],
  );
  const rows = await execute<{ readonly at: number }>(em, `select (extract(epoch from sent_at) * 1000)::double precision as at from sent_content where transmission = $1 and content = $2`, [transmission, content]);
  return rows[0]?.at ?? at;
}

/** Under which names a transmission told of what it was about; null where it never came to say anything. */
export async function keysSaid(em: Writing, transmission: string): Promise<{ readonly child: string; readonly keys: readonly SentKey[] } | null> {
  const rows = await execute<{ readonly child: string; readonly keys: readonly SentKey[] }>(em, `select child, keys from sent_content where transmission = $1 order by sent_at desc limit 1`, [transmission]);
  return rows[0] ?? null;
}
