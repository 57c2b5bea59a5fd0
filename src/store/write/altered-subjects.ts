import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';
import type { Message } from './observation-store.ts';

/** The person records of whom these messages, already stored, take back or correct something that was said otherwise before. */
export async function alteredSubjects(em: EntityManager, messages: readonly Message[]): Promise<Set<string>> {
  const ids = messages.flatMap(({ observations }) => observations.filter(({ act }) => act !== 'assert').map(({ id }) => id));
  if (ids.length === 0) {
    return new Set();
  }
  const rows = await execute<{ subject: string }>(
    em,
    `select distinct said.subject from observation said cross join lateral (
       select before.payload from standing_observation before
       where before.record = said.record and before.part = said.part and before."order" < said."order"
         and (said.act = 'retract' or before.kind = said.kind)
       order by before."order" desc limit 1) earlier
     where said.id = any ($1::text[]) and (said.act = 'retract' or earlier.payload::text <> said.payload::text)`,
    [ids],
  );
  return new Set(rows.map(({ subject }) => subject));
}
