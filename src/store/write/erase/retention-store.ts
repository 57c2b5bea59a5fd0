import { execute, type Writing } from '../../database.ts';

/** What an authority's own rule says about one class of record, at one instant. */
export interface RetentionRule {
  readonly agency: string;
  /** Everything older than this ISO instant is due. */
  readonly before: string;
}

/** What is due of one class: records to erase, or documents and quarantine entries to empty. */
export interface RetentionDue {
  readonly records: readonly string[];
  readonly scope: 'RECORD' | 'CHILD';
}

/** Is the agency responsible for the row's child, now or without an end? A hosting agency's rule decides nothing. */
const OWN = `$1 = any (responsible)`;
const UNHELD = `not exists (select from legal_hold h join record_group g on g.record = h.child
  where h.lifted_at is null and g.child_id = t.child_id)`;

const DUE_RECORDS: Readonly<Record<'INTERVIEW' | 'INTELLIGENCE' | 'EPISODE' | 'CHILD', string>> = {
  INTERVIEW: `select unnest(t.record_ids)::text as id from interview t where ${OWN} and t.held_from_at < $2 and ${UNHELD}`,
  INTELLIGENCE: `select unnest(t.record_ids)::text as id from intelligence t where ${OWN} and t.recorded_from_at < $2 and ${UNHELD}`,
  EPISODE: `select unnest(t.record_ids)::text as id from episode t where ${OWN} and not t.is_open and t.returned_until_at < $2 and ${UNHELD}`,
  // Nothing open, nothing younger: the child as a whole.
  CHILD: `select t.id::text as id from child t where ${OWN} and t.missing_now = 'NO' and ${UNHELD}
    and not exists (select from placement p where p.child_id = t.id and coalesce(p.until_at >= $2, true))
    and not exists (select from episode e where e.child_id = t.id and coalesce(e.returned_until_at >= $2, true))
    and not exists (select from observation o join record_group g on g.record = o.subject where g.child_id = t.id and o.recorded_at >= $2)
    and not exists (select from decision d join record_group g on g.record = d.child where g.child_id = t.id and d.at >= $2)`,
};

/** The records of a class that are past their time, none of them under a hold. */
export async function recordsDue(em: Writing, kept: keyof typeof DUE_RECORDS, { agency, before }: RetentionRule): Promise<RetentionDue> {
  const rows = await execute<{ id: string }>(em, DUE_RECORDS[kept], [agency, before]);
  return { records: rows.map(({ id }) => id), scope: kept === 'CHILD' ? 'CHILD' : 'RECORD' };
}

const DUE_DOCUMENTS = `from source_document where agency = $1 and received_at < $2 and erased_at is null and state in ('TAKEN', 'QUARANTINED')`;
const DUE_ENTRIES = `from quarantine where agency = $1 and raised_at < $2`;

/** How many raw documents and quarantine entries of an agency are past their time. */
export async function rawDue(em: Writing, kept: 'RAW_DOCUMENT' | 'QUARANTINE', { agency, before }: RetentionRule): Promise<number> {
  const [counted] = await execute<{ due: number }>(
    em,
    `select count(*)::integer as due ${kept === 'RAW_DOCUMENT' ? DUE_DOCUMENTS : DUE_ENTRIES}`,
    [agency, before],
  );
  return counted?.due ?? 0;
}

/** Empties them: what was taken from a document stays, with its line and path. */
export async function eraseRaw(em: Writing, kept: 'RAW_DOCUMENT' | 'QUARANTINE', { agency, before, at }: RetentionRule & { readonly at: string }): Promise<void> {
  if (kept === 'QUARANTINE') {
    await execute(em, `delete ${DUE_ENTRIES}`, [agency, before]);
    return;
  }
  await execute(em, `delete from quarantine_excerpt where id in (select q.id from quarantine q where q.document in (select id ${DUE_DOCUMENTS}))`, [agency, before]);
  await execute(em, `update source_document set bytes = '', file_name = null, erased_at = $3 where id in (select id ${DUE_DOCUMENTS})`, [agency, before, at]);
}
