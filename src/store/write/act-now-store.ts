import type { EntityManager } from '@mikro-orm/postgresql';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { ACT_NOW } from '../../domain/workflow/act-now-notice.ts';
import { execute } from '../database.ts';
import { isSentAfter } from './sent-of-late.ts';

/** Intelligence that cannot wait and that nobody was told of. */
export interface UntoldActNow {
  readonly id: string;
  /** Shown id. */
  readonly child: string;
}

/** Our figure, as of news: what was sent longer ago is history that is being taken in. */
const SENT_AFTER = `$2::timestamptz - interval '7 days'`;

/** What a bureau has sent on these children of late that cannot wait, and of which nobody was told; what a person records here is told as they record it. */
export async function untoldActNow(em: EntityManager, children: readonly string[], now: number): Promise<readonly UntoldActNow[]> {
  return execute<UntoldActNow>(
    em,
    `select i.id, i.child_id as child from intelligence i
     where i.child_id = any ($1::uuid[]) and i.urgency = $3 and exists (
         select from observation o where o.record = any (i.record_ids) and o.kind = 'intelligence' and o.system <> $4 and ${isSentAfter('o."order"', SENT_AFTER, `o.recorded_at > ${SENT_AFTER}`)})
       and not exists (select from alerted a where a.record = any (i.record_ids) and a.event = $3) order by i.id`,
    [children, new Date(now).toISOString(), ACT_NOW.kind, HUB_SYSTEM],
  );
}

/** Keeps that it was told. */
export async function markActNowTold(em: EntityManager, id: string, at: number): Promise<void> {
  await execute(em, `insert into alerted (record, event, at) select unnest(record_ids), $2, $3 from intelligence where id = $1::uuid on conflict do nothing`, [id, ACT_NOW.kind, new Date(at).toISOString()]);
}
