import { EPISODES_SAID } from './said-of-episode.ts';

/** What can be restricted by itself. */
const CLOSED_ROWS = ['interview', 'intelligence'] as const;

/** How closed a matter is and who is named round it: the restricted one of the child and what the records show; closed to all while nothing is shown of the child. */
export function standingOf(child: string, records: string): string {
  const closed = CLOSED_ROWS.map((table) => `select restricted, awaits_naming, named, named_during from ${table} where record_ids && ${records}`).join(' union all ');
  return `select restricted, awaits_naming, named, named_during from (
    select 1 as nth, restricted, awaits_naming, named, named_during from child where record_ids @> array[${child}]
    union all select 0, * from (${closed}) as closed where restricted = 'YES'
    union all select 2, 'YES', 'NO', '{}'::text[], '{}'::tstzmultirange[]) as standings
    order by (nth < 2 and restricted = 'YES') desc, nth limit 1`;
}

/**
 * What the records of a transmission `t` say now, as versions of the rows that show them: another text is another content; empty
 * where nothing shows them any more. Of an episode each fact that a message can say stands beside it (`saysAnother`); what is asked of one stays asked, whatever is said of it. Of an item its author tells only what the author says: the grade comes from whom they tell.
 */
export const VERSION = `(select coalesce(string_agg(said.version, ',' order by said.version), '') from (
  select 'interview ' || i.id || ' ' || i.version || '.' || f.version as version from interview i join interview_full f on f.id = i.id where i.id = any (t.records)
  union all select 'intelligence ' || i.id || ' ' || case when i.originator = t.from_agency and c.revision is not null then 'r' || c.revision else i.version || '.' || c.version || coalesce('.' || e.version, '') end
    from intelligence i join intelligence_content c on c.id = i.id left join intelligence_result e on e.id = i.id where i.id = any (t.records)
  union all ${EPISODES_SAID}
  union all select 'offer ' || id || ' ' || version from offer where id = any (t.records)) as said)`;
