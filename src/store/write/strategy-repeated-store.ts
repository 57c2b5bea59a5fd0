import { STRATEGY_REPEATED } from '../../domain/workflow/strategy-repeated-notice.ts';
import { execute, type Writing } from '../database.ts';

/** An episode of which a strategy discussion is asked for, or may be. */
export interface MayBeRepeated {
  /** Shown id. */
  readonly episode: string;
  readonly records: readonly string[];
  /** It was closed with why the practice was not followed. */
  readonly explained: boolean;
  /** Since when it is asked for, epoch milliseconds; null: it is not. */
  readonly askedAt: number | null;
}

const ASKED_AT = `(select min(n.raised_at) from unnest(e.record_ids) as of(record) join briefing_notice n on n.about = of.record and n.kind = '${STRATEGY_REPEATED}' and n.acknowledged_at is null)`;

/** Of these children the episodes that are named, and those of which a discussion is asked for already. */
export async function mayBeRepeated(em: Writing, children: readonly string[], episodes: readonly string[]): Promise<readonly MayBeRepeated[]> {
  return execute<MayBeRepeated>(
    em,
    `select e.id as episode, e.record_ids as records, e.finalised_departure is not null as explained, (extract(epoch from asked.at) * 1000)::float8 as "askedAt"
     from episode e cross join lateral (select ${ASKED_AT} as at) as asked
     where e.child_id = any ($1::uuid[]) and (e.id = any ($2::uuid[]) or asked.at is not null) order by e.id`,
    [children, episodes],
  );
}

/** What was asked of an episode that is there no more is asked no longer. */
export async function forgetRepeatsGone(em: Writing, children: readonly string[], { by, at }: { readonly by: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $2, acknowledged_by = $3 where n.kind = '${STRATEGY_REPEATED}' and n.acknowledged_at is null and n.child = any ($1::uuid[])
       and not exists (select from episode e where e.record_ids @> array[n.about])`,
    [children, new Date(at).toISOString(), by],
  );
}
