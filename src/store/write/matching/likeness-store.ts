import type { EntityManager } from '@mikro-orm/postgresql';
import { FOLD_VERSION } from '../../../domain/fold/fold-version.ts';
import { blockKeys } from '../../../domain/matching/block-keys.ts';
import { compareRecords } from '../../../domain/matching/compare-records.ts';
import type { Likeness, MatchPerson } from '../../../domain/matching/likeness.ts';
import { execute } from '../../database.ts';

/** What is compared of the person records that were folded; those of `subjects` that no longer say anything are not among them. */
export interface Compared {
  readonly subjects: readonly string[];
  readonly persons: readonly MatchPerson[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Keeps the pairs of person records that may be one child, by comparing those that now say something else with whoever
 * shares a key with them. Which pairs there are follows from what the records say and nothing else, in whatever order they came.
 */
export async function storeLikeness(em: EntityManager, { subjects, persons, at }: Compared): Promise<void> {
  const said = new Set(persons.map(({ id }) => id));
  await forget(em, subjects.filter((subject) => !said.has(subject)));
  const changed = await changedAmong(em, persons);
  if (changed.length > 0) {
    await storePersons(em, changed);
    await storePairs(em, changed, { alike: await alikeAmong(em, changed), at });
  }
}

/** Records of whom nothing is compared any more: nobody is like them. */
async function forget(em: EntityManager, records: readonly string[]): Promise<void> {
  if (records.length > 0) {
    await execute(em, `delete from likeness where first = any ($1::uuid[]) or second = any ($1::uuid[])`, [records]);
    await execute(em, `delete from match_review where first = any ($1::uuid[]) or second = any ($1::uuid[])`, [records]);
    await execute(em, `delete from match_key where record = any ($1::uuid[])`, [records]);
    await execute(em, `delete from match_person where record = any ($1::uuid[])`, [records]);
  }
}

interface Alike extends Likeness {
  readonly first: string;
  readonly second: string;
}

/** The text that is compared; another version of the fold compares everything anew. */
const textOf = (person: MatchPerson): string => JSON.stringify({ ...person, fold: FOLD_VERSION });

async function changedAmong(em: EntityManager, persons: readonly MatchPerson[]): Promise<MatchPerson[]> {
  const given = persons.map((person) => ({ record: person.id, said: textOf(person) }));
  const rows = await execute<{ record: string }>(
    em,
    `select given.record from json_to_recordset($1::json) as given(record uuid, said text) left join match_person m using (record)
     where m.person::text is distinct from given.said`,
    [JSON.stringify(given)],
  );
  const changed = new Set(rows.map(({ record }) => record));
  return persons.filter(({ id }) => changed.has(id));
}

async function storePersons(em: EntityManager, persons: readonly MatchPerson[]): Promise<void> {
  const records = persons.map(({ id }) => id);
  const keys = persons.flatMap((person) => blockKeys(person).map((key) => ({ record: person.id, key })));
  const given = persons.map((person) => ({ record: person.id, said: textOf(person) }));
  await execute(
    em,
    `insert into match_person (record, person) select record, said::json from json_to_recordset($1::json) as given(record uuid, said text)
     on conflict (record) do update set person = excluded.person`,
    [JSON.stringify(given)],
  );
  await execute(em, `delete from match_key where record = any ($1::uuid[])`, [records]);
  await execute(em, `insert into match_key select * from json_populate_recordset(null::match_key, $1::json) on conflict do nothing`, [JSON.stringify(keys)]);
}

/** The pairs of a changed record and any other that are alike, each once. */
async function alikeAmong(em: EntityManager, changed: readonly MatchPerson[]): Promise<Alike[]> {
  const records = changed.map(({ id }) => id);
  const pairs = await execute<{ first: string; second: string }>(
    em,
    `select distinct least(mine.record, theirs.record) as first, greatest(mine.record, theirs.record) as second
     from match_key mine join match_key theirs using (key) where mine.record = any ($1::uuid[]) and theirs.record <> mine.record`,
    [records],
  );
  const known = new Set(records);
  const others = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].filter((record) => !known.has(record));
  const rows = others.length === 0 ? [] : await execute<{ person: string }>(em, `select person::text as person from match_person where record = any ($1::uuid[])`, [others]);
  // Written by storePersons.
  const persons = new Map([...changed, ...rows.map(({ person }) => JSON.parse(person) as MatchPerson)].map((person) => [person.id, person]));
  return pairs.flatMap((pair) => compared(pair, persons)).filter(({ verdict }) => verdict !== 'APART');
}

function compared({ first, second }: { readonly first: string; readonly second: string }, persons: ReadonlyMap<string, MatchPerson>): Alike[] {
  const [one, other] = [persons.get(first), persons.get(second)];
  return one === undefined || other === undefined ? [] : [{ first, second, ...compareRecords(one, other) }];
}

async function storePairs(em: EntityManager, changed: readonly MatchPerson[], { alike, at }: { readonly alike: readonly Alike[]; readonly at: number }): Promise<void> {
  const pairs = JSON.stringify(alike);
  const given = `json_to_recordset($1::json) as given(first uuid, second uuid, verdict text, score double precision, evidence json)`;
  await execute(
    em,
    `delete from likeness l where (first = any ($2::uuid[]) or second = any ($2::uuid[]))
       and not exists (select from ${given} where (given.first, given.second) = (l.first, l.second))`,
    [pairs, changed.map(({ id }) => id)],
  );
  await execute(
    em,
    `insert into likeness (first, second, verdict, score, evidence, since) select given.*, $2::timestamptz from ${given}
     on conflict (first, second) do update set verdict = excluded.verdict, score = excluded.score, evidence = excluded.evidence`,
    [pairs, new Date(at).toISOString()],
  );
}
