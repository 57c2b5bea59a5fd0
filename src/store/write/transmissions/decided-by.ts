import { execute, type Writing } from '../../database.ts';

/** Keeps who decided that it goes, by the entry of the log that says so; a first decision stays. */
export async function decidedBy(em: Writing, { id, decision }: { readonly id: string; readonly decision: string }): Promise<void> {
  await execute(em, `update transmission set decision = coalesce(decision, $2::uuid) where id = $1::uuid`, [id, decision]);
}
