import type { EntityManager } from '@mikro-orm/postgresql';
import type { Risk } from '../../domain/observation/observation.ts';
import { execute } from '../database.ts';

/** What is still to be done about a child, by the id they are shown under, and whether somebody was told that its owner reads it no longer. */
export async function openActions(em: EntityManager, child: string): Promise<readonly { readonly id: string; readonly by: string; readonly told: boolean }[]> {
  return execute(
    em,
    `select a.id, a.by, exists (select from briefing_notice n where n.about = a.id and n.kind = 'ACTION_LOST' and n.acknowledged_at is null) as told
     from case_action a where a.child_id = $1::uuid and a.state = 'OPEN' order by a.due, a.id`,
    [child],
  );
}

/** Of an action that was set as the answer to a concern: who answered, its time in epoch milliseconds, and how urgent the concern was; null of any other. */
export async function answeredWith(em: EntityManager, action: string): Promise<{ readonly answeredBy: string; readonly due: number; readonly risk: Risk } | null> {
  const [row] = await execute<{ answeredBy: string; due: number; risk: Risk }>(
    em,
    `select a.by as "answeredBy", (extract(epoch from a.due) * 1000)::float8 as due, c.risk
     from case_action a join concern c on c.id = a.comes_from where a.id = $1::uuid and exists (select from briefing_notice n where n.about = a.id and n.alert is not null)`,
    [action],
  );
  return row ?? null;
}
