import { execute, type Writing } from '../../database.ts';
import { filedUnder } from '../filed-under.ts';
import { passUnreadOn } from '../unread-store.ts';

/** What would go with a record: the person records it is filed under are folded again afterwards. */
export interface ErasurePlan {
  /** The records that go, by hub id: with a person record everything that is filed under it; and the decisions that come from any of them. */
  readonly records: readonly string[];
  /** The person record that the named one is filed under. */
  readonly child: string;
  /** Records of which something goes, and whose names go where nothing else is said of them. */
  readonly names: readonly string[];
  /** Person records that are to be folded again. */
  readonly subjects: readonly string[];
  /** Person records of the child. */
  readonly childRecords: readonly string[];
  /** Person records of every child under whom something goes: a hold on any of them stands against it. */
  readonly concerned: readonly string[];
  /** Whose child it is: they alone may erase. */
  readonly responsible: readonly string[];
  readonly observations: number;
  readonly decisions: number;
  readonly quarantined: number;
  /** Documents whose bytes go, and how many of them speak of other records too. */
  readonly documents: number;
  readonly sharedDocuments: number;
}

/** How far an erasure goes from the record it names. */
export type ErasureScope = 'RECORD' | 'CHILD';

const OBSERVED = `o.record = any ($1::uuid[]) or o.subject = any ($1::uuid[])`;
/** Entries `q` of messages about these records, or about what was said under them. */
const REFUSED = `(q.record = any ($1::uuid[]) or q.record in (select o.record from observation o where ${OBSERVED}))`;
/**
 * Documents `d` that speak of these records: those their statements came from, those of which a message of theirs was refused, and,
 * as nobody notes who was said again, those of the same systems that said something again.
 */
const SPEAKING = `d.erased_at is null and (d.id in (select o.document from observation o where ${OBSERVED})
  or d.id in (select q.document from quarantine q where ${REFUSED})
  or d.already > 0 and (d.agency, d.system) in (select s.agency, s.system from source_document s where s.id in (select o.document from observation o where ${OBSERVED})))`;
const DECIDED = `d.child = any ($1::uuid[]) or d.about = any ($1::uuid[]) or d.id = any ($1::uuid[])`;

/** What is done after a return, written and raised beside the interview, and set to be done: each stands by itself, and may come from another. */
const OF_A_CASE = `d.kind in ('RETURN_STEP', 'CASE_RECORD', 'CONCERN', 'CASE_ACTION')`;
/**
 * What is filed there, and what comes from any of it, and from that: a concern heard in an interview with its answer, what was written for it
 * and set to be done. Of one that goes every earlier word goes too, or it would stand again.
 */
const COMING_FROM = `going as (
       select id from filed
       union select d.id from going g join decision d on
         d.child in (select id from kin union select subject from named) and (
           d.about = g.id
           or ${OF_A_CASE} and g.id::text in (d.payload ->> 'interview', d.payload ->> 'of', d.payload ->> 'concern')
           or ${OF_A_CASE} and exists (select from decision s where s.id = g.id and (s.kind, s.child, s.matter) = (d.kind, d.child, d.matter) and s.about is not distinct from d.about)))`;

/** What goes when this record, or what was decided on a child by this id, is erased; null where the hub has no such one. */
export async function planErasure(em: Writing, record: string, scope: ErasureScope): Promise<ErasurePlan | null> {
  const [found] = await execute<Pick<ErasurePlan, 'records' | 'child' | 'subjects' | 'childRecords' | 'concerned' | 'responsible'>>(
    em,
    `with recursive named as (
       select r.id, ${filedUnder('r')} as subject from record r where r.id = $1::uuid
       union all select d.id, d.child from decision d where d.id = $1::uuid and ${OF_A_CASE}),
     kin as (
       select p.record as id from record_group g join record_group p using (child_id)
       where g.record in (select subject from named) and p.kind = 'person'
       -- a record under which only intelligence stands is shown as no child, and goes with the child it is about
       union select ${filedUnder('r')} from record_group g join intelligence i using (child_id) join record r on r.id = i.id
       where g.record in (select subject from named)
       union select subject from named),
     people as (select id from named union select id from kin where $2 = 'CHILD'),
     -- what was said of it under another person record goes too, or it would be shown there
     filed as (
       select id from people
       union select r.id from (select distinct o.record as id from observation o join people p on p.id = o.subject) under
       join record r using (id) where ${filedUnder('r')} in (select id from people)),
     ${COMING_FROM},
     touched as (
       select distinct o.subject as id from observation o, going where o.record = going.id or o.subject = going.id
       union select d.child from decision d join going using (id)
       union select subject from named)
     select array(select id from going)::text[] as records, (select subject from named)::text as child, array(select id from kin)::text[] as "childRecords",
       array(select id from touched)::text[] as subjects,
       array(select id from kin union select id from touched
         union select p.record from touched join record_group g on g.record = touched.id join record_group p using (child_id) where p.kind = 'person')::text[] as concerned,
       array(select distinct unnest(c.responsible) from child c join record_group g on g.child_id = c.id
         where g.record in (select subject from named)
         union select distinct unnest(i.responsible) from intelligence i join named using (id)) as responsible
     from named`,
    [record, scope],
  );
  return found === undefined ? null : { ...found, ...(await countsOf(em, found.records)) };
}

async function countsOf(em: Writing, records: readonly string[]): Promise<Omit<ErasurePlan, 'records' | 'child' | 'subjects' | 'childRecords' | 'concerned' | 'responsible'>> {
  const [counts] = await execute<Awaited<ReturnType<typeof countsOf>>>(
    em,
    `with going as (select o.id, o.document, o.record, o.subject from observation o where ${OBSERVED}),
     documents as (select d.id as document from source_document d where ${SPEAKING})
     select (select count(*)::integer from going) as observations,
       array(select unnest($1::uuid[]) union select record from going union select subject from going)::text[] as names,
       (select count(*)::integer from decision d where ${DECIDED}) as decisions,
       (select count(*)::integer from quarantine q where ${REFUSED}) as quarantined,
       (select count(*)::integer from documents) as documents,
       (select count(distinct o.document)::integer from observation o join documents using (document)
         where not (${OBSERVED})) as "sharedDocuments"`,
    [records],
  );
  return counts ?? { names: records, observations: 0, decisions: 0, quarantined: 0, documents: 0, sharedDocuments: 0 };
}

/** Takes the observations, decisions and raw bytes away and leaves their hashes. The picture still shows them until it is folded again. */
export async function erase(em: Writing, { records }: ErasurePlan, erasure: { readonly id: string; readonly at: string }): Promise<void> {
  await execute(
    em,
    `insert into tombstone (hash, kind, erased_at, erasure)
     select o.id, 'OBSERVATION', $2::timestamptz, $3::uuid from observation o where ${OBSERVED}
     union all select d.id::text, 'DECISION', $2::timestamptz, $3::uuid from decision d where ${DECIDED}
     union all select unnest($1::uuid[])::text, 'RECORD', $2::timestamptz, $3::uuid
     on conflict do nothing`,
    [records, erasure.at, erasure.id],
  );
  // The lines round a refused one may be this child's.
  await execute(em, `delete from quarantine_excerpt where id in (select q.id from quarantine q join source_document d on d.id = q.document where ${SPEAKING})`, [records]);
  await execute(
    em,
    `update quarantine_excerpt e set would_retract = null
     where exists (select from observation o join record r on r.id = o.record where (${OBSERVED}) and r.agency = e.agency and e.would_retract::jsonb -> 'recordKeys' ? r.key)`,
    [records],
  );
  await execute(em, `update source_document d set bytes = '', file_name = null, erased_at = $2 where ${SPEAKING}`, [records, erasure.at]);
  await passUnreadOn(em, records, REFUSED);
  await execute(em, `delete from briefing_notice where about in (select q.id from quarantine q where ${REFUSED})`, [records]);
  await execute(em, `delete from quarantine q where ${REFUSED}`, [records]);
  await execute(em, `delete from briefing_notice where child = any ($1::uuid[]) or about = any ($1::uuid[])`, [records]);
  await execute(em, `delete from assessment_request where child = any ($1::uuid[]) or episode = any ($1::uuid[])`, [records]);
  await execute(em, `delete from alerted where record = any ($1::uuid[])`, [records]);
  // The hash of a name gives away the name to whoever tries them all; of what is gone nothing is compared any more.
  await execute(em, `update transmission set version_seen = regexp_replace(version_seen, '=[0-9a-f]+', '=', 'g') where version_seen like '%=%' and (child = any ($1::uuid[]) or records && $1::uuid[])`, [records]);
  await execute(em, `delete from decision d where ${DECIDED}`, [records]);
  await execute(em, `delete from observation o where ${OBSERVED}`, [records]);
}

/** Takes the names of those of these records away of which nothing is said any more, once nothing is shown of them either. */
export async function eraseRecordNames(em: Writing, { names }: ErasurePlan): Promise<void> {
  const unsaid = `r.id = any ($1::uuid[]) and not exists (select from observation o where o.record = r.id or o.subject = r.id)`;
  await execute(em, `delete from person_key k using record r where k.record = r.id and ${unsaid}`, [names]);
  await execute(em, `delete from record_group g using record r where g.record = r.id and ${unsaid}`, [names]);
  await execute(em, `delete from record r where ${unsaid}`, [names]);
}

/** Those of these hashes that were erased; a replay of them is refused. */
export async function erasedAmong(em: Writing, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await execute<{ hash: string }>(em, `select hash from tombstone where hash = any ($1::text[])`, [hashes]);
  return new Set(rows.map(({ hash }) => hash));
}
