import { nameTold } from '../../domain/fold/names-told.ts';
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
 * Since when this is what the transmission says: a second try says the same in the same bytes, so that a receiver knows them; what
 * changed meanwhile is said under a later time, and so is what is said again once something else was said.
 */
export async function saidSince(em: Writing, { transmission, content, at, child, keys }: SentContent): Promise<number> {
  const rows = await execute<{ readonly at: number }>(
    em,
    `insert into sent_content as said (transmission, content, sent_at, child, keys)
     values ($1, $2, greatest($3::timestamptz, (select max(sent_at) + interval '1 ms' from sent_content where transmission = $1::uuid)), $4, $5)
     on conflict (transmission, content) do update set sent_at =
       case when exists (select from sent_content as later where later.transmission = said.transmission and later.sent_at > said.sent_at) then excluded.sent_at else said.sent_at end
     returning (extract(epoch from sent_at) * 1000)::double precision as at`,
    [transmission, content, new Date(at).toISOString(), child, JSON.stringify(keys)],
  );
  return rows[0]?.at ?? at;
}

/** Under which names a transmission told of what it was about; null where it never came to say anything. */
export async function keysSaid(em: Writing, transmission: string): Promise<{ readonly child: string; readonly keys: readonly SentKey[] } | null> {
  const rows = await execute<{ readonly child: string; readonly keys: readonly SentKey[] }>(em, `select child, keys from sent_content where transmission = $1 order by sent_at desc limit 1`, [transmission]);
  return rows[0] ?? null;
}

/** Which other agencies were told of a child under the hub's own names of these person records, or may have been, as `nameTold` says it. */
export async function namesTold(em: Writing, records: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await execute<{ readonly agency: string; readonly name: string }>(
    em,
    `select distinct t.to_agency as agency, s.child as name from sent_content s join transmission t on t.id = s.transmission
     where s.child = any ($1::text[]) and t.to_agency <> t.from_agency`,
    [records],
  );
  return new Set(rows.map(({ agency, name }) => nameTold(agency, name)));
}
