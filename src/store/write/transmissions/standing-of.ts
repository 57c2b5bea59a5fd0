/** What can be restricted by itself. */
const CLOSED_ROWS = ['interview', 'intelligence'] as const;

const CLOSED = CLOSED_ROWS.map((table) => `select restricted, awaits_naming, named, named_during from ${table} where record_ids && $2::uuid[]`).join(' union all ');

/** How closed a matter is and who is named round it: the restricted one of the child `$1` and what the records `$2` show; closed to all while nothing is shown of the child. */
export const STANDING_OF = `select restricted, awaits_naming, named, named_during from (
  select 1 as nth, restricted, awaits_naming, named, named_during from child where record_ids @> array[$1::uuid]
  union all select 0, * from (${CLOSED}) as closed where restricted = 'YES'
  union all select 2, 'YES', 'NO', '{}'::text[], '{}'::tstzmultirange[]) as standings
  order by (nth < 2 and restricted = 'YES') desc, nth limit 1`;

/** What the records say now, as versions of the rows that show them: another text is another content; empty where nothing shows them any more. */
export const VERSION_OF = (records: string): string => `(select coalesce(string_agg(said.version, ',' order by said.version), '') from (
  select 'interview ' || i.id || ' ' || i.version || '.' || f.version as version from interview i join interview_full f on f.id = i.id where i.id = any (${records})
  union all select 'intelligence ' || i.id || ' ' || i.version || '.' || c.version from intelligence i join intelligence_content c on c.id = i.id where i.id = any (${records})
  union all select 'episode ' || id || ' ' || version from episode where record_ids && ${records}
  union all select 'offer ' || id || ' ' || version from offer where id = any (${records})
  union all select 'risk assessment ' || id || ' ' || version from risk_assessment where id = any (${records})) as said)`;
