import type { EntityManager } from '@mikro-orm/postgresql';
import { identifierName, MOST_HOLDERS, type Identifier } from '../../domain/fold/crowded-identifiers.ts';
import type { TouchKey } from '../../domain/fold/touch-keys.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import { readPayload } from '../../domain/observation/payload-schema.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import { execute } from '../database.ts';
import { decisionsUnder } from './decision-store.ts';
import { retractionsUnder } from './full-extract-store.ts';
import { namesTold } from './sent-content-store.ts';

type Key = TouchKey & { readonly record: string };
export type PersonKeys = (observations: readonly Observation[]) => readonly TouchKey[];

/** Person records that may affect each other, everything said under them, and their keys now. */
export interface Closure {
  readonly subjects: readonly string[];
  readonly observations: readonly Observation[];
  /** Everything people decided about the child these records are of. */
  readonly decisions: readonly Decision[];
  readonly keys: readonly Key[];
  /** The names under which other agencies were told of them. */
  readonly told: ReadonlySet<string>;
  /** Identifiers that join nothing, as too many children are said to have them, here or elsewhere. */
  readonly crowded: ReadonlySet<string>;
}

/**
 * Everything that may belong together with the touched person records: what shares a key with them now or did before,
 * what was one child with them before, and what somebody decided on together with them.
 */
export async function loadClosure(em: EntityManager, touched: readonly string[], keysOf: PersonKeys): Promise<Closure> {
  const seen = new Set<string>(touched);
  const observations: Observation[] = [];
  const keys: Key[] = [];
  for (let reached: readonly string[] = [...seen]; reached.length > 0; ) {
    const under = await observationsUnder(em, reached);
    keys.push(...[...under].flatMap(([record, said]) => keysOf(said).map((key) => ({ record, ...key }))));
    observations.push(...[...under.values()].flat());
    reached = (await neighbours(em, reached, { seen: [...seen], keys })).filter((subject) => !seen.has(subject));
    reached.forEach((subject) => seen.add(subject));
  }
  const subjects = [...seen];
  const decisions = await decisionsUnder(em, subjects);
  return { subjects, observations, decisions, keys, told: await namesTold(em, subjects), crowded: await crowdedAmong(em, { seen: subjects, keys }) };
}

/** The person records loaded so far, and their keys now. */
interface Loaded {
  readonly seen: readonly string[];
  readonly keys: readonly Key[];
}

const LOADED_KEYS = `json_to_recordset($1::json) as loaded(record uuid, kind text, value text, holder text)`;
const holdersNow = (key: string): string => `(
  select count(distinct nullif(holder, '')) from (
    select p.holder from person_key p where (p.kind, p.value) = (${key}.kind, ${key}.value) and not p.record = any ($2::uuid[])
    union all
    select loaded.holder from ${LOADED_KEYS} where (loaded.kind, loaded.value) = (${key}.kind, ${key}.value)) now)`;
const holdersBefore = (key: string): string => `(
  select count(distinct nullif(p.holder, '')) from person_key p where (p.kind, p.value) = (${key}.kind, ${key}.value))`;

/** An identifier that joined nothing before and joins nothing now leads nowhere, however many records have it. */
async function neighbours(em: EntityManager, reached: readonly string[], { seen, keys }: Loaded): Promise<string[]> {
  const rows = await execute<{ record: string }>(
    em,
    `with named as (
       select kind, value from ${LOADED_KEYS} where record = any ($3::uuid[])
       union
       select kind, value from person_key where record = any ($3::uuid[])),
     joining as (
       select kind, value from named where kind <> all (array['nhs', 'upn']) or ${holdersBefore('named')} <= $4 or ${holdersNow('named')} <= $4)
     select p.record from joining join person_key p using (kind, value)
     union
     select p.record from record_group g join record_group p using (child_id) where g.record = any ($3::uuid[]) and p.kind = 'person'
     union
     select d.about from decision d where d.kind = 'MATCH' and d.child = any ($3::uuid[])
     union
     select d.child from decision d where d.kind = 'MATCH' and d.about = any ($3::uuid[])`,
    [JSON.stringify(keys), seen, reached, MOST_HOLDERS],
  );
  return rows.map(({ record }) => record);
}

async function crowdedAmong(em: EntityManager, { seen, keys }: Loaded): Promise<Set<string>> {
  const rows = await execute<Identifier>(
    em,
    `select kind, value from (select distinct kind, value from ${LOADED_KEYS} where kind in ('nhs', 'upn')) named
     where ${holdersNow('named')} > $3`,
    [JSON.stringify(keys), seen, MOST_HOLDERS],
  );
  return new Set(rows.map(identifierName));
}

type ObservationRow = Omit<Observation, 'payload'> & {
  readonly subjectId: string;
  readonly payload: string;
  readonly version: number;
  readonly refs: string;
};

/**
 * Everything said under these person records, with whatever takes it back: a report may be cancelled under another
 * person key, or by a full extract that lacks it. Nothing said is an empty list.
 */
export async function observationsUnder(em: EntityManager, subjects: readonly string[]): Promise<Map<string, Observation[]>> {
  const rows = await execute<ObservationRow>(
    em,
    `with said as (
       select o.subject as under, o.id from standing_observation o where o.subject = any ($1::uuid[])
       union
       select u.subject, o.id from (select distinct subject, record from standing_observation where subject = any ($1::uuid[])) u
       join standing_observation o on o.record = u.record and o.act = 'retract')
     select said.under as "subjectId", o.id, o.part, o.act, o.kind, o."order", o.adapter, o.adapter_version as "adapterVersion",
       (extract(epoch from d.received_at) * 1000)::float8 as "receivedAt", o.document, o.place, o.payload::text as payload, o.payload_version as version, json_build_object(
         'subject', json_build_object('agency', s.agency, 'system', s.system, 'kind', s.kind, 'key', s.key),
         'record', json_build_object('agency', r.agency, 'system', r.system, 'kind', r.kind, 'key', r.key))::text as refs
     from said join observation o using (id) join record s on s.id = o.subject join record r on r.id = o.record
     join source_document d on d.id = o.document`,
    [subjects],
  );
  const under = new Map<string, Observation[]>(subjects.map((subject) => [subject, []]));
  for (const { subjectId, payload, version, refs, ...said } of rows) {
    // The row holds an observation taken apart by addMessages; its payload is checked as it is read.
    const { subject, record } = JSON.parse(refs) as Pick<Observation, 'subject' | 'record'>;
    const read = readPayload(said.kind, version, JSON.parse(payload));
    under.get(subjectId)?.push({ ...said, subject, record, payload: read } as Observation);
  }
  for (const { subject, observation } of await retractionsUnder(em, subjects)) {
    under.get(subject)?.push(observation);
  }
  return under;
}
