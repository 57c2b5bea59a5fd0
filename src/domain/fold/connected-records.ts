import { groupBy } from './group-by.ts';

/** A record, and the name of something that others may have too. */
export interface NamedKey {
  readonly record: string;
  readonly name: string;
}

/** Which records are tied to one another, by a key that they share or through other records. */
export function connectedRecords(records: readonly string[], keys: readonly NamedKey[]): string[][] {
  const [byRecord, byName] = [groupBy(keys, ({ record }) => record), groupBy(keys, ({ name }) => name)];
  const sharing = (record: string): string[] => (byRecord.get(record) ?? []).flatMap(({ name }) => (byName.get(name) ?? []).map((key) => key.record));
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of records) {
    if (seen.has(start)) {
      continue;
    }
    const group = new Set([start]);
    // A set hands out what is added to it while it is walked through.
    for (const record of group) {
      seen.add(record);
      sharing(record).forEach((other) => group.add(other));
    }
    groups.push([...group]);
  }
  return groups;
}
