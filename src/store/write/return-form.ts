import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** Is there a return form on the episode: an interview held, or to which the child said no? */
export async function hasReturnForm(em: EntityManager, episode: string): Promise<boolean> {
  const rows = await execute(
    em,
    `select 1 from episode e join interview i on i.child_id = e.child_id
     where e.id = $1::uuid and i.state in ('COMPLETED', 'REFUSED') and i.episode_ids @> array[e.id] limit 1`,
    [episode],
  );
  return rows.length > 0;
}
