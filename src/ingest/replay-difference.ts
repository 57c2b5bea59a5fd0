import { canonicalJson } from '../domain/observation/canonical-json.ts';
import type { Message, RecordIds } from '../store/write/observation-store.ts';
import type { StoredStatement } from '../store/write/replay-store.ts';

/** How often each field is read otherwise, by `<kind>.<field>`; never what stands in it. */
export type ChangedFields = ReadonlyMap<string, number>;

/** Compares what stood with what is said instead, statement by statement. */
export function changedFields(gone: readonly StoredStatement[], fresh: readonly Message[], recordId: RecordIds): ChangedFields {
  const before = new Map(gone.map((said) => [nameOf(said), payloadOf(said.payload)]));
  const after = new Map<string, Payload>(
    fresh.flatMap(({ observations }) => observations.map((said) => [nameOf({ ...said, record: recordId(said.record) }), { ...said.payload }] as const)),
  );
  const counts = new Map<string, number>();
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    // A name is made just below, with the kind first.
    const [kind] = JSON.parse(name) as [string];
    for (const field of differing(before.get(name) ?? {}, after.get(name) ?? {})) {
      counts.set(`${kind}.${field}`, (counts.get(`${kind}.${field}`) ?? 0) + 1);
    }
  }
  return counts;
}

type Payload = Readonly<Record<string, unknown>>;

/** The same thing said of the same record in the same place of its order. */
function nameOf({ kind, record, part, order }: Pick<StoredStatement, 'kind' | 'record' | 'part' | 'order'>): string {
  return JSON.stringify([kind, record, part, order]);
}

function payloadOf(text: string): Payload {
  // Every payload is an object.
  return JSON.parse(text) as Payload;
}

function differing(one: Payload, other: Payload): string[] {
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return fields.filter((field) => canonicalJson(one[field] ?? null) !== canonicalJson(other[field] ?? null));
}
