import { execute, type Writing } from '../../database.ts';

/** Somebody to whom a record, or a field of it, was shown. */
export interface ToldTo {
  readonly agency: string;
  readonly role: string;
  readonly times: number;
  readonly first: string;
  readonly last: string;
  readonly fields: readonly string[];
}

/**
 * Who was shown these rows, by their hub ids, whole or in the named field: whoever must hear that a fact was corrected,
 * taken back or erased. From the log alone, so it goes on answering when the record is gone.
 */
export async function toldOf(em: Writing, ids: readonly string[], field: string | null): Promise<ToldTo[]> {
  return execute(
    em,
    `with shown as (
       select d.agency, d.role, d.at, told.body #> array['classes', object->>0, 'fields'] as fields
       from disclosure d cross join lateral (select d.body::jsonb as body offset 0) as told
       cross join lateral jsonb_array_elements(told.body->'objects') as object
       where d.outcome = 'SHOWN' and object->>2 = any ($1::text[]))
     select agency, role, count(*)::integer as times, min(at)::text as first, max(at)::text as last,
       array(select distinct f from shown as s, jsonb_array_elements_text(s.fields) as f
         where (s.agency, s.role) = (shown.agency, shown.role) order by 1) as fields
     from shown where $2::text is null or fields ? $2::text
     group by agency, role order by agency, role`,
    [ids, field],
  );
}

/** Rows by which a record is shown: its own, and that of the group it belongs to. */
export async function shownIds(em: Writing, record: string): Promise<string[]> {
  const rows = await execute<{ id: string }>(
    em,
    `select $1::uuid::text as id
     union select child_id::text from record_group where record = $1::uuid
     union select episode_id::text from record_group where record = $1::uuid and episode_id is not null`,
    [record],
  );
  return rows.map(({ id }) => id);
}
