import type { EntityManager } from '@mikro-orm/postgresql';
import { FULL_EXTRACT } from '../../domain/fold/standing.ts';
import { observationId } from '../../domain/observation/observation-id.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import type { RecordKind, RecordRef } from '../../domain/record/record.ts';
import { execute } from '../database.ts';
import type { Message, RecordIds } from './observation-store.ts';

/** What one full extract speaks for in one of its tables. */
export interface FullExtract {
  readonly document: string;
  readonly agency: string;
  readonly system: string;
  readonly kind: RecordKind;
  readonly order: string;
  readonly from: number;
  readonly until: number;
}

/** How many records an extract speaks for, and the subjects and keys of those it does not hold. */
export interface Absence {
  readonly covered: number;
  readonly subjects: readonly string[];
  readonly keys: readonly string[];
}

/** A period and an extract touch; both are half-open. */
const touches = (said: string, extract: string): string =>
  `(${said}.period_from < ${extract}.covers_until and coalesce(${said}.period_until, 'infinity') > ${extract}.covers_from)`;
const sameSource = (one: string, other: string): string => `(${one}.agency, ${one}.system, ${one}.kind) = (${other}.agency, ${other}.system, ${other}.kind)`;
/** The last word on a record before an order. */
const lastBefore = (record: string, order: string): string => `
  select o.subject, o.act, o."order", o.period_from, o.period_until from standing_observation o
  where o.record = ${record} and o."order" < ${order} order by o."order" desc, o.period_from nulls last, o.id desc limit 1`;
/** An extract holds a record that it speaks of, and one whose row it has but that was refused. */
const holds = (extract: string, record: string): string => `(
  exists (select from standing_observation o where o.record = ${record}.id and o."order" = ${extract}."order") or exists (
    select from quarantine q where q.document = ${extract}.document and q.record = ${record}.id))`;

/** Keeps what the extract speaks for; what it retracts follows from that whenever its records are folded. */
export async function addFullExtracts(em: EntityManager, extracts: readonly FullExtract[]): Promise<void> {
  await execute(
    em,
    `insert into full_extract select * from json_populate_recordset(null::full_extract, $1::json) on conflict (document, kind) do nothing`,
    [JSON.stringify(extracts.map(extractRow))],
  );
}

/** The standing records that the extract speaks for, and which of them it does not hold (`held`: ids of those it does). */
export async function absentFrom(em: EntityManager, extract: FullExtract, held: readonly string[]): Promise<Absence> {
  const rows = await execute<{ subject: string; key: string; absent: boolean }>(
    em,
    `with given as (select * from json_populate_recordset(null::full_extract, $1::json))
     select last.subject, r.key, not (r.id = any ($2::uuid[]) or ${holds('given', 'r')}) as absent
     from given join record r on ${sameSource('r', 'given')}
     cross join lateral (${lastBefore('r.id', 'given."order"')}) last
     where last.act <> 'retract' and ${touches('last', 'given')} and not exists (
       select from full_extract e where ${sameSource('e', 'given')} and e."order" > last."order" and e."order" < given."order"
         and ${touches('last', 'e')} and not ${holds('e', 'r')})`,
    [JSON.stringify([extractRow(extract)]), held],
  );
  const lacking = rows.filter(({ absent }) => absent);
  return { covered: rows.length, subjects: lacking.map(({ subject }) => subject), keys: lacking.map(({ key }) => key) };
}

/**
 * The other way round, for a document that arrives late: of its records that a newer extract speaks for, which the newer
 * one does not hold. The greatest share counts; null where no newer one speaks for any.
 */
export async function absentFromNewer(em: EntityManager, messages: readonly Message[], recordId: RecordIds): Promise<Omit<Absence, 'subjects'> | null> {
  const said = messages.flatMap(({ record, order, period }) =>
    period === null ? [] : [{ id: recordId(record), ...record, order, period_from: instant(period.from), period_until: instant(period.until) }],
  );
  const rows = await execute<{ covered: number; keys: string[] }>(
    em,
    `select count(*)::integer as covered, coalesce(json_agg(m.key) filter (where not ${holds('e', 'm')}), '[]') as keys
     from json_to_recordset($1::json) as m(id uuid, agency text, system text, kind text, key text, "order" text, period_from timestamptz, period_until timestamptz)
     cross join lateral (
       select * from full_extract e where ${sameSource('e', 'm')} and e."order" > m."order" and ${touches('m', 'e')}
       order by e."order" limit 1) e
     where not exists (select from standing_observation o where o.record = m.id and o."order" > m."order" and o."order" < e."order")
     group by e.document, e.kind order by (count(*) filter (where not ${holds('e', 'm')}))::float8 / count(*) desc limit 1`,
    [JSON.stringify(said)],
  );
  return rows[0] ?? null;
}

/** The retractions that full extracts mean for the records of these subjects, whatever arrived first. */
export async function retractionsUnder(em: EntityManager, subjects: readonly string[]): Promise<{ subject: string; observation: Observation }[]> {
  const rows = await execute<RetractionRow>(
    em,
    `select s.subject, p.agency as "personAgency", p.system as "personSystem", p.key as "personKey",
       r.agency, r.system, r.kind, r.key, e."order", e.document, d.adapter
     from (select distinct subject, record from standing_observation where subject = any ($1::uuid[])) s
     join record p on p.id = s.subject
     join record r on r.id = s.record
     join full_extract e on ${sameSource('e', 'r')}
     join source_document d on d.id = e.document
     cross join lateral (${lastBefore('r.id', 'e."order"')}) last
     where ${touches('last', 'e')} and not ${holds('e', 'r')}`,
    [subjects],
  );
  return rows.flatMap((row) => retractions(row).map((observation) => ({ subject: row.subject, observation })));
}

interface RetractionRow extends RecordRef {
  readonly subject: string;
  readonly personAgency: string;
  readonly personSystem: string;
  readonly personKey: string;
  readonly order: string;
  readonly document: string;
  readonly adapter: string;
}

/** The record goes whole, and with it what its rows said of the person: that stands in the part named by the record's key. */
function retractions(row: RetractionRow): Observation[] {
  const subject: RecordRef = { agency: row.personAgency, system: row.personSystem, kind: 'person', key: row.personKey };
  const record: RecordRef = { agency: row.agency, system: row.system, kind: row.kind, key: row.key };
  const { order, adapter, document } = row;
  const common = { subject, act: 'retract', kind: 'retraction', order, adapter, adapterVersion: FULL_EXTRACT } as const;
  const said = [
    { ...common, record, part: '', payload: { scope: 'record' } },
    { ...common, record: subject, part: row.key, payload: { scope: 'part' } },
  ] as const;
  return said.map((words) => ({ ...words, id: observationId(words), receivedAt: null, document, place: 'absent from a full extract' }));
}

function extractRow({ document, agency, system, kind, order, from, until }: FullExtract) {
  return { document, agency, system, kind, order, covers_from: instant(from), covers_until: instant(until) };
}

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
