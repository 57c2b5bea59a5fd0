import type { KeptRecord } from './kept-record.ts';

/**
 * The id that several records are shown under: the smallest of those the named agencies keep, else of all. Whoever sees
 * the row sees those agencies on it, so that a record they know nothing of does not change what it is called.
 */
export function shownId(records: readonly Pick<KeptRecord, 'id' | 'ref'>[], isNamed: (agency: string) => boolean): string {
  const named = records.filter(({ ref }) => isNamed(ref.agency));
  const [smallest] = (named.length > 0 ? named : records).map(({ id }) => id).sort();
  return smallest ?? '';
}
