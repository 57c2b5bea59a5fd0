import type { Row, WantedField, WantedTree } from '../../gate/read-request.ts';

/** A row that the gate gave, and what was asked of it. */
export interface ReadRow {
  readonly type: string;
  readonly row: Row;
  readonly wanted: WantedTree;
}

/**
 * The names of what the recipient was let read, of a row and of everything that hangs from it. It rests on type and level and never on
 * what stands there: that a question was answered is told by no name.
 */
export function fieldsRead({ type, row, wanted }: ReadRow): readonly string[] {
  const asked = wanted[type] ?? [];
  const kept = withheldOf(row);
  const own = asked.filter((field) => field.sub === undefined && field.name !== 'disclosure' && !kept.has(field.name)).map(({ name }) => `${type}.${name}`);
  return [...own, ...asked.flatMap((field) => linked(row, field))];
}

function linked(row: Row, { key, sub }: WantedField): readonly string[] {
  if (sub === undefined) {
    return [];
  }
  const rows = [row[key]].flat().filter((one): one is Row => typeof one === 'object' && one !== null);
  return rows.flatMap((one) => fieldsRead({ type: typeOf(one, sub), row: one, wanted: sub }));
}

/** A row of a family with levels says its type; any other is of the one type that was asked for. */
export function typeOf(row: Row, wanted: WantedTree): string {
  const named = row['__typename'];
  return typeof named === 'string' ? named : (Object.keys(wanted)[0] ?? '');
}

function withheldOf(row: Row): ReadonlySet<string> {
  const { disclosure } = row as { readonly disclosure?: { readonly withheld: readonly { readonly field: string }[] } }; // As the gate writes it where it is asked for.
  return new Set((disclosure?.withheld ?? []).map(({ field }) => field));
}
