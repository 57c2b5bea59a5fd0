import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import { HELD_OF_LATE } from './held-of-late.ts';

/** The interviews with these children that were held lately and of which nobody was told by a notice of this kind, by shown id. */
export async function interviewsUntold(em: EntityManager, children: readonly string[], { kind, now }: { readonly kind: string; readonly now: number }): Promise<readonly string[]> {
  const rows = await execute<{ id: string }>(
    em,
    `select i.id from interview i where i.child_id = any ($1::uuid[]) and i.state = 'COMPLETED' and i.held_from_at > $2::timestamptz - ${HELD_OF_LATE}
       and not exists (select from briefing_notice n where n.kind = $3 and n.about = any (i.record_ids)) order by i.id`,
    [children, new Date(now).toISOString(), kind],
  );
  return rows.map(({ id }) => id);
}

/** Nobody is told any more by notices of these kinds of an interview that was taken back. */
export async function forgetInterviewsGone(em: EntityManager, children: readonly string[], { kinds, by, at }: { readonly kinds: readonly string[]; readonly by: string; readonly at: number }): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $2, acknowledged_by = case when visible_from <= $2 then $3 end
     where n.kind = any ($4::text[]) and n.acknowledged_at is null
       and (n.child = any ($1::uuid[]) or n.child = any (select unnest(c.record_ids) from child c where c.id = any ($1::uuid[])))
       and not exists (select from interview i where i.record_ids @> array[n.about] and i.state = 'COMPLETED')`,
    [children, new Date(at).toISOString(), by, kinds],
  );
}
