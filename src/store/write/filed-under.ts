/**
 * SQL: the person record that a record is filed under, as the fold has it: where its source's order says that it was filed last, whatever
 * arrived first. A statement that was taken back counts where none stands, and a mere taking back where nothing else was said.
 * `record` is an alias of the table `record`.
 */
export function filedUnder(record: string): string {
  return `case when ${record}.kind = 'person' then ${record}.id else (
    select o.subject from observation o where o.record = ${record}.id
    order by o.act = 'retract', exists (select from superseded s where s.observation = o.id and s.lifted_at is null) or ${TAKEN_BACK},
      o."order" collate "C" desc, o.id collate "C" desc limit 1) end`;
}

/** What is taken back takes everything before it along, of its part or of the whole record. */
const TAKEN_BACK = `exists (
  select from standing_observation t where t.record = o.record and t.act = 'retract' and t."order" collate "C" >= o."order"
    and (t.part = o.part or t.payload ->> 'scope' = 'record'))`;
