import type { EntityManager } from '@mikro-orm/postgresql';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { ACT_NOW, ACT_NOW_TAKEN_BACK } from '../../domain/workflow/act-now-notice.ts';
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

/** What was told to be acted on now and is not there any more, or can wait, and who was told of it. */
export interface ActNowTakenBack {
  readonly about: string;
  /** The person record of the child, as the alert named it. */
  readonly child: string;
  /** Before whom it is, and who said that they know of it: nobody from whom it was taken meanwhile. */
  readonly to: readonly string[];
}

const OF_THESE = `(n.child = any ($1::uuid[]) or n.child = any (select unnest(c.record_ids) from child c where c.id = any ($1::uuid[])))`;
const IS_SO = (record: string): string => `exists (select from intelligence i where i.record_ids @> array[${record}] and i.urgency = $2)`;
const WAS_TOLD = `case when n.acknowledged_at is null then n."to" when n.acknowledged_by like '%@%' then array[n.acknowledged_by] else '{}' end`;
const TOLD_ALREADY = `select from briefing_notice w where w.about = n.about and w.kind = '${ACT_NOW_TAKEN_BACK.kind}' and w.raised_at >= n.raised_at`;

/** Ends what was to be acted on now and was taken back or can wait, for everybody; said again, it is told again. Who answered it longer ago than news lasts hears no more of it. */
export async function endActNowTakenBack(em: EntityManager, children: readonly string[], { by, at }: { readonly by: string; readonly at: number }): Promise<readonly ActNowTakenBack[]> {
  const [kind, now] = [ACT_NOW.kind, new Date(at).toISOString()];
  const told = await execute<ActNowTakenBack>(
    em,
    `select n.about, min(n.child::text) as child, array_agg(distinct one order by one) as to from briefing_notice n, unnest(${WAS_TOLD}) one
     where n.kind = $2 and ${OF_THESE} and n.visible_from <= $3 and (n.acknowledged_at is null or n.raised_at > $3::timestamptz - interval '7 days')
       and not ${IS_SO('n.about')} and not exists (${TOLD_ALREADY}) group by n.about order by n.about`,
    [children, kind, now],
  );
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $3, acknowledged_by = case when visible_from <= $3 then $4 end where n.kind = $2 and ${OF_THESE} and n.acknowledged_at is null and not ${IS_SO('n.about')}`,
    [children, kind, now, by],
  );
  await execute(em, `delete from alerted a using intelligence i where i.child_id = any ($1::uuid[]) and a.record = any (i.record_ids) and a.event = $2 and i.urgency <> $2`, [children, kind]);
  return told;
}
