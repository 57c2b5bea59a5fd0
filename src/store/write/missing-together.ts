import type { EntityManager } from '@mikro-orm/postgresql';
import type { MissingWith } from '../../domain/fold/fold.ts';
import { groupBy } from '../../domain/fold/group-by.ts';
import { execute } from '../database.ts';

/** A person record of one child, and what a record of another says its name is who went missing together with it. */
interface Together {
  readonly record: string;
  readonly with: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
}

/** Who is shown to have gone missing together with the children of these person records, from either side. */
export async function missingTogether(em: EntityManager, records: readonly string[]): Promise<Together[]> {
  return execute(
    em,
    `with pairs as (
       select e.child_id as one, o.child_id as other from episode e join episode o on o.together && e.together and o.child_id <> e.child_id
       where e.together <> '{}' and e.child_id in (select child_id from record_group where record = any ($1::uuid[]))),
     sides as (select one, other from pairs union select other, one from pairs)
     select mine.record, said.record as "with", said.person ->> 'givenName' as "givenName", said.person ->> 'familyName' as "familyName"
     from sides join record_group mine on mine.child_id = one and mine.kind = 'person'
     join record_group theirs on theirs.child_id = other and theirs.kind = 'person' join match_person said on said.record = theirs.record
     order by mine.record, said.record`,
    [records],
  );
}

/** What the fold knows of it. */
export function missingWith(rows: readonly Together[]): MissingWith {
  return groupBy(rows, ({ record }) => record);
}

/** Of the person records for which somebody else is missing together now, or is called something else, those on whose child somebody decided something: their texts may tell of that one. */
export async function decidedBeside(em: EntityManager, before: readonly Together[], after: readonly Together[]): Promise<string[]> {
  const [was, is] = [missingWith(before), missingWith(after)];
  const moved = [...new Set([...was.keys(), ...is.keys()])].filter((record) => JSON.stringify(was.get(record)) !== JSON.stringify(is.get(record)));
  if (moved.length === 0) {
    return [];
  }
  const rows = await execute<{ record: string }>(
    em,
    `select g.record from record_group g where g.record = any ($1::uuid[])
       and exists (select from record_group own join decision d on d.child = own.record where own.child_id = g.child_id and own.kind = 'person') order by g.record`,
    [moved],
  );
  return rows.map(({ record }) => record);
}
