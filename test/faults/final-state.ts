import { connectClient } from '../../src/store/connection.ts';
import { filedUnder } from '../../src/store/write/filed-under.ts';
import { PICTURE_TABLES } from '../../src/store/write/project-picture.ts';

/** Everything a hub made of what it was sent: by table, each row by its key. */
export type FinalState = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A document by what it says rather than by the id its receipt got. */
const DOCUMENT = `(select d.system || ' ' || d.sha256 || ' ' || coalesce(d.extracted, '') from source_document d where d.id = t.document)`;
/** A message whose own time cannot be read has that of its receipt for its order. */
const RECEIVED = `(select to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from source_document d where d.id = t.document)`;
const row = (without: string): string => `(to_jsonb(t) - array[${without}]::text[])`;

/** Left out: times of receipt, counts of how rows came about, and ids by chance. */
const TABLES: Readonly<Record<string, { readonly key: string; readonly said: string; readonly from?: string }>> = {
  source_document: { key: `system || ' ' || sha256 || ' ' || coalesce(extracted, '')`, said: `jsonb_build_object('state', state, 'bytes', md5(bytes), 'records', records, 'signature', signature)` },
  observation: { key: 't.id', said: `${row(`'document', 'recorded_at'`)} || jsonb_build_object('document', ${DOCUMENT})` },
  // With the person record it is filed under, which a source may change.
  record: { key: 't.id', said: `${row('')} || jsonb_build_object('filed under', ${filedUnder('t')})` },
  full_extract: { key: `${DOCUMENT} || ' ' || t.kind`, said: row(`'document'`) },
  quarantine: {
    key: `${DOCUMENT} || ' ' || t.code || ' ' || t.place`,
    said: `${row(`'id', 'document', 'raised_at', 'settled_at', 'record_order'`)} || jsonb_build_object(
      'excerpt', (select x.excerpt from quarantine_excerpt x where x.id = t.id), 'record_order', nullif(t.record_order, ${RECEIVED}))`,
  },
  decision: { key: 't.id', said: row(`'at'`) },
  person_key: { key: `t.record || ' ' || t.kind || ' ' || md5(t.value)`, said: row('') },
  record_group: { key: 't.record', said: row('') },
  match_person: { key: 't.record', said: row('') },
  match_key: { key: `t.record || ' ' || md5(t.key)`, said: row('') },
  likeness: { key: `t.first || ' ' || t.second`, said: row(`'since'`) },
  match_review: { key: 't.id', said: row(`'since'`) },
  // Of one batch or of many: what was written down counts every message once.
  audit_event: {
    key: 'actor',
    said: `jsonb_build_object('collected', sum((body ->> 'messages')::integer))`,
    from: `audit_event t where kind = 'COLLECTION' group by actor`,
  },
  ...Object.fromEntries(Object.keys(PICTURE_TABLES).map((table) => [table, { key: 't.id', said: row(`'version'`) }])),
};

/** Reads past every wall. */
export async function finalState(superuserUrl: string): Promise<FinalState> {
  const client = await connectClient(superuserUrl);
  try {
    const state = new Map<string, ReadonlyMap<string, string>>();
    for (const [table, { key, said, from = `${table} t` }] of Object.entries(TABLES)) {
      const { rows } = await client.query<{ key: string; said: string }>(`select (${key})::text as key, (${said})::text as said from ${from}`);
      state.set(table, new Map(rows.map((found) => [found.key, found.said])));
    }
    return state;
  } finally {
    await client.end();
  }
}

/** A table that two states have otherwise. */
export interface Difference {
  readonly table: string;
  /** Of the rows that only one of them has or that say another thing: ids and hashes, never what they say. */
  readonly keys: readonly string[];
}

/** The tables in which two states differ. */
export function differences(one: FinalState, other: FinalState): Difference[] {
  return Object.keys(TABLES).flatMap((table) => {
    const [here, there] = [one.get(table), other.get(table)];
    const keys = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])].filter((key) => here?.get(key) !== there?.get(key)).sort();
    return keys.length === 0 ? [] : [{ table, keys }];
  });
}
