import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** An action of a child that nobody has closed; due in epoch milliseconds. */
export interface OpenAction {
  readonly id: string;
  readonly owner: string;
  readonly due: number;
}

/** What is open about the child shown under this id, whoever reads it: actions, the next due first, and concerns that nobody has answered. */
export async function openAbout(em: EntityManager, child: string): Promise<{ readonly actions: readonly OpenAction[]; readonly concerns: readonly string[] }> {
  const actions = await execute<{ id: string; owner: string; due: string }>(
    em,
    `select id, owner, (extract(epoch from due) * 1000)::bigint as due from case_action where child_id = $1::uuid and state = 'OPEN' order by case_action.due, id`,
    [child],
  );
  const concerns = await execute<{ id: string }>(em, 'select id from concern where child_id = $1::uuid and answered_at is null order by id', [child]);
  return { actions: actions.map(({ due, ...action }) => ({ ...action, due: Number(due) })), concerns: concerns.map(({ id }) => id) };
}
