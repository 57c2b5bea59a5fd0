import { execute, type Writing } from '../database.ts';

/** Whether a child has a legal status by what is known, as one who is looked after has; by shown id. */
export async function hasLegalStatus(em: Writing, child: string): Promise<boolean> {
  const rows = await execute(em, `select from child where id = $1::uuid and legal_status is not null`, [child]);
  return rows.length > 0;
}

/** Somebody who was asked to tell somebody by hand, and whether they are still asked. */
export interface AskedByHand {
  readonly kind: string;
  readonly to: readonly string[];
  readonly open: boolean;
}

/** Who was ever asked to tell somebody of an episode or an interview, by its records. */
export async function askedByHand(em: Writing, records: readonly string[]): Promise<readonly AskedByHand[]> {
  return execute<AskedByHand>(em, `select kind, "to", acknowledged_at is null as open from briefing_notice where about = any ($1::uuid[]) and kind like 'TELL\\_%'`, [records]);
}

/** What was to be told by hand of an episode and its interviews, by the records of either and the kinds of its notices; `until`: only what was put up by then, epoch milliseconds. */
export interface ByHand {
  readonly records: readonly string[];
  readonly kinds: readonly string[];
  readonly until?: number;
}

/** Takes it off every briefing, as somebody was told, or it is not so any more. */
export async function takeOffByHand(em: Writing, { records, kinds, until }: ByHand, { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice set acknowledged_at = $3, acknowledged_by = $4
     where about = any ($1::uuid[] || array(select unnest(i.record_ids) from episode e join interview i on i.child_id = e.child_id and e.id = any (i.episode_ids) where e.record_ids && $1::uuid[])) and kind = any ($2::text[]) and raised_at <= coalesce($5::timestamptz, 'infinity') and acknowledged_at is null`,
    [records, kinds, new Date(at).toISOString(), by, until === undefined ? null : new Date(until).toISOString()],
  );
}
