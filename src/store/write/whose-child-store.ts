import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** The child that is exactly so named; null where there is none, or more than one. */
export async function childByKey(em: EntityManager, key: string): Promise<string | null> {
  const rows = await execute<{ child: string }>(em, `select distinct child_id as child from whose_child where key = $1 limit 2`, [key]);
  const [only, more] = rows;
  return only === undefined || more !== undefined ? null : only.child;
}

/** How many of these questions a person and their agency asked since an instant. */
export async function questionsSince(
  em: EntityManager,
  { person, agency, since }: { readonly person: string; readonly agency: string; readonly since: number },
): Promise<{ readonly person: number; readonly agency: number }> {
  const [row] = await execute<{ person: number; agency: number }>(
    em,
    `select count(*) filter (where person = $1)::integer as person, count(*) filter (where agency = $2)::integer as agency
     from identity_question where (person = $1 or agency = $2) and identity_question.at > $3::timestamptz`,
    [person, agency, new Date(since).toISOString()],
  );
  return row ?? { person: 0, agency: 0 };
}

/** Counts one more question. */
export async function addQuestion(em: EntityManager, asked: { readonly id: string; readonly person: string; readonly agency: string; readonly at: number }): Promise<void> {
  const { id, person, agency, at } = asked;
  await execute(em, `insert into identity_question (id, at, person, agency) values ($1, $2, $3, $4)`, [id, new Date(at).toISOString(), person, agency]);
}
