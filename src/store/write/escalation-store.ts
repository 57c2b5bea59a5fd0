import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import { saySeen } from './alert-store.ts';

/** A step that was not answered in its time. */
export interface Unanswered {
  readonly alert: string;
  readonly step: number;
  readonly kind: string;
  readonly about: string;
  /** Shown id of the child; null where nobody knows which that is. */
  readonly child: string | null;
  /** `<role>:<agency>`. */
  readonly to: string;
  /** By when it was to be answered; epoch milliseconds. */
  readonly answerBy: number;
  /** The notice of the step after it, and before whom that is; null: it was the last. */
  readonly next: { readonly notice: string; readonly to: string } | null;
}

/** Some in one transaction: others wait for the same turn. */
const AT_MOST = 100;

/** Marks what was not answered in its time, the longest overdue first: each step once, whoever asks. Says of each next step that it is to be seen. */
export async function takeUnanswered(em: EntityManager, now: number): Promise<readonly Unanswered[]> {
  const rows = await execute<Unanswered>(
    em,
    `with due as (
       select id from briefing_notice
       where alert is not null and acknowledged_at is null and escalated_at is null and answer_by <= $1 order by answer_by, id limit ${String(AT_MOST)}),
     taken as (update briefing_notice n set escalated_at = $1 from due where n.id = due.id returning n.*)
     select t.alert, t.step, t.kind, t.about, coalesce(g.child_id, t.child) as child, t."to"[1] as to, (extract(epoch from t.answer_by) * 1000)::float8 as "answerBy",
       case when f.id is not null then json_build_object('notice', f.id, 'to', f."to"[1]) end as next
     from taken t left join briefing_notice f on f.alert = t.alert and f.step = t.step + 1 left join record_group g on g.record = t.child
     order by t.answer_by, t.id`,
    [new Date(now).toISOString()],
  );
  await saySeen(em, rows.flatMap(({ alert, next }) => (next === null ? [] : { alert, notice: next.notice })));
  return rows;
}

/** When the next step is not answered in its time, in epoch milliseconds; null: nothing waits. */
export async function nextAnswerBy(em: EntityManager): Promise<number | null> {
  const [row] = await execute<{ at: number | null }>(
    em,
    `select ceil(extract(epoch from min(answer_by)) * 1000)::float8 as at from briefing_notice where alert is not null and acknowledged_at is null and escalated_at is null`,
  );
  return row?.at ?? null;
}
