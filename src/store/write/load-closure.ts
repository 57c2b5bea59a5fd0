import type { EntityManager } from '@mikro-orm/postgresql';
import { readPayload } from '../../domain/observation/payload-schema.ts';
import type { Observation } from '../../domain/observation/observation.ts';
import { execute } from '../database.ts';
import { retractionsUnder } from './full-extract-store.ts';

/** Something that two person records may have in common, so that they must be folded together. */
export interface PersonKey {
  readonly kind: string;
  readonly value: string;
}
export type PersonKeys = (observations: readonly Observation[]) => readonly PersonKey[];

/** Person records that may affect each other, everything said under them, and their keys now. */
export interface Closure {
  readonly subjects: readonly string[];
  readonly observations: readonly Observation[];
  readonly keys: readonly (PersonKey & { readonly record: string })[];
}

/**
 * Everything that may belong together with the touched person records: what shares a key with them now or did before,
 * and what was one child with them before.
 */
export async function loadClosure(em: EntityManager, touched: readonly string[], keysOf: PersonKeys): Promise<Closure> {
  const seen = new Set<string>(touched);
  const observations: Observation[] = [];
  const keys: (PersonKey & { record: string })[] = [];
  for (let reached: readonly string[] = [...seen]; reached.length > 0; ) {
    const under = await observationsUnder(em, reached);
    const reachedKeys = [...under].flatMap(([record, said]) => keysOf(said).map(({ kind, value }) => ({ record, kind, value })));
    observations.push(...[...under.values()].flat());
    keys.push(...reachedKeys);
    reached = (await neighbours(em, reached, reachedKeys)).filter((subject) => !seen.has(subject));
    reached.forEach((subject) => seen.add(subject));
  }
  return { subjects: [...seen], observations, keys };
}

async function neighbours(em: EntityManager, subjects: readonly string[], keys: readonly PersonKey[]): Promise<string[]> {
  const rows = await execute<{ record: string }>(
    em,
    `select p.record from json_to_recordset($2::json) as k(kind text, value text) join person_key p using (kind, value)
     union
     select p.record from person_key k join person_key p using (kind, value) where k.record = any ($1::uuid[])
     union
     select p.record from record_group g join record_group p using (child_id) where g.record = any ($1::uuid[]) and p.kind = 'person'`,
    [subjects, JSON.stringify(keys)],
  );
  return rows.map(({ record }) => record);
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
async function observationsUnder(em: EntityManager, subjects: readonly string[]): Promise<Map<string, Observation[]>> {
  const rows = await execute<ObservationRow>(
    em,
    `with said as (
       select o.subject as under, o.id from observation o where o.subject = any ($1::uuid[])
       union
       select u.subject, o.id from (select distinct subject, record from observation where subject = any ($1::uuid[])) u
       join observation o on o.record = u.record and o.act = 'retract')
     select said.under as "subjectId", o.id, o.part, o.act, o.kind, o."order", o.adapter, o.adapter_version as "adapterVersion",
       o.document, o.place, o.payload::text as payload, o.payload_version as version, json_build_object(
         'subject', json_build_object('agency', s.agency, 'system', s.system, 'kind', s.kind, 'key', s.key),
         'record', json_build_object('agency', r.agency, 'system', r.system, 'kind', r.kind, 'key', r.key))::text as refs
     from said join observation o using (id) join record s on s.id = o.subject join record r on r.id = o.record`,
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
