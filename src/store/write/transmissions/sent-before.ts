import { execute, type Writing } from '../../database.ts';

/** How often something was made ready for a receiver of these records. */
export async function sentBefore(em: Writing, { records, to }: { readonly records: readonly string[]; readonly to: string }): Promise<number> {
  const [row] = await execute<{ count: number }>(em, `select count(*)::integer as count from transmission where records && $1::uuid[] and to_agency = $2`, [records, to]);
  return row?.count ?? 0;
}
