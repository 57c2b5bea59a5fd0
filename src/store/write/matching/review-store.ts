import type { EntityManager } from '@mikro-orm/postgresql';
import { decidedPairs, type DecidedPair } from '../../../domain/decision/decided-pairs.ts';
import type { Decision } from '../../../domain/decision/decision.ts';
import { reviewState, type ReviewState } from '../../../domain/decision/review-state.ts';
import { ofKind } from '../../../domain/decision/standing-decisions.ts';
import type { ChildPicture } from '../../../domain/fold/picture.ts';
import { execute } from '../../database.ts';
import { derivedId } from '../derived-id.ts';

/** What was folded and stored: whose pairs are to be shown anew. */
export interface Folded {
  readonly subjects: readonly string[];
  readonly decisions: readonly Decision[];
  readonly children: readonly Pick<ChildPicture, 'records'>[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A pair as it is to be shown; the facts of the children on both sides come beside it from their rows. */
interface ReviewRow extends DecidedPair {
  readonly id: string;
  readonly state: ReviewState;
  /** The revision of each authority's own word. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** The id of the review of a pair, the smaller record id first. */
export function reviewId(first: string, second: string): string {
  return derivedId('match', first, second);
}

/** Shows anew every pair that one of these person records is in. */
export async function storeReviews(em: EntityManager, folded: Folded): Promise<void> {
  const { subjects, at } = folded;
  const alike = await execute<{ first: string; second: string }>(em, `select first, second from likeness where first = any ($1::uuid[]) or second = any ($1::uuid[])`, [subjects]);
  const rows = reviewsOf(folded, alike);
  await execute(em, `delete from match_review where (first = any ($1::uuid[]) or second = any ($1::uuid[])) and not id = any ($2::uuid[])`, [subjects, rows.map(({ id }) => id)]);
  if (rows.length > 0) {
    await execute(em, INSERT, [JSON.stringify(rows), new Date(at).toISOString()]);
  }
}

function reviewsOf({ decisions, children }: Folded, alike: readonly { readonly first: string; readonly second: string }[]): ReviewRow[] {
  const childOf = new Map(children.flatMap((child) => child.records.map(({ id }) => [id, child] as const)));
  const decided = decidedPairs(decisions);
  const pairs = new Map([
    ...alike.map((pair) => [reviewId(pair.first, pair.second), { ...pair, joinedBy: [], separatedBy: [], alike: true }] as const),
    ...decided.map((pair) => [reviewId(pair.first, pair.second), { ...pair, alike: isAmong(alike, pair) }] as const),
  ]);
  return [...pairs].flatMap(([id, pair]) => {
    const child = childOf.get(pair.first);
    const state = reviewState({ ...pair, together: child !== undefined && child === childOf.get(pair.second) });
    return state === null ? [] : [{ id, ...pair, state, revisions: revisionsOn(decisions, pair) }];
  });
}

function isAmong(pairs: readonly { readonly first: string; readonly second: string }[], { first, second }: Pick<DecidedPair, 'first' | 'second'>): boolean {
  return pairs.some((pair) => pair.first === first && pair.second === second);
}

function revisionsOn(decisions: readonly Decision[], { first, second }: Pick<DecidedPair, 'first' | 'second'>): Record<string, number> {
  const words = ofKind(decisions, 'MATCH').filter(({ child, about }) => child === first && about === second);
  return Object.fromEntries(words.toSorted((one, other) => one.revision - other.revision).map(({ agency, revision }) => [agency, revision]));
}

/** Holders of a relation of either child, each once with all its times. */
const either = (relation: string): string => `(
  select coalesce(array_agg(held.holder order by held.holder), '{}') as holders, coalesce(array_agg(held.during order by held.holder), '{}') as during from (
    select side.holder, range_agg(side.during) as during from (
      select unnest(one.${relation}) as holder, unnest(one.${relation}_during) as during
      union all select unnest(other.${relation}), unnest(other.${relation}_during)) side
    group by side.holder) held)`;
const admittedTo = (child: string): string => `unnest(${child}.named, ${child}.named_during) as ${child}_held(holder, during) where ${child}_held.holder like 'ADMITTED:%'`;
/** Whoever every restriction names: of two children, both. */
const ADMITTED = `(
  select coalesce(array_agg(held.holder order by held.holder), '{}') as holders, coalesce(array_agg(held.during order by held.holder), '{}') as during from (
    select one_held.holder, one_held.during from ${admittedTo('one')} and one.restricted = 'YES' and (other.restricted = 'NO' or other.id = one.id)
    union all
    select other_held.holder, other_held.during from ${admittedTo('other')} and other.restricted = 'YES' and one.restricted = 'NO'
    union all
    select a.holder, a.during * b.during from (select one_held.* from ${admittedTo('one')}) a join (select other_held.* from ${admittedTo('other')}) b using (holder)
    where one.restricted = 'YES' and other.restricted = 'YES' and one.id <> other.id) held)`;

const COLUMNS = `id, first, second, state, verdict, evidence, since, joined_by, separated_by, revisions, first_agency, second_agency,
  responsible, responsible_during, candidates, restricted, named, named_during, agencies`;
const UPDATES = COLUMNS.split(/,\s+/)
  .filter((column) => column !== 'id' && column !== 'since')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');
/** Whoever said a word on a pair goes on seeing it, to take it back, though the child they joined may now be another's alone. */
const INSERT = `insert into match_review as shown (${COLUMNS})
  select pair.id, pair.first, pair.second, pair.state, l.verdict, coalesce(l.evidence, '[]'), coalesce(l.since, $2::timestamptz),
    pair."joinedBy", pair."separatedBy", pair.revisions, r1.agency, r2.agency,
    responsible.holders, responsible.during, candidates.both,
    case when one.restricted = 'YES' or other.restricted = 'YES' then 'YES' else 'NO' end, admitted.holders, admitted.during,
    array(select distinct unnest(responsible.holders || candidates.both) order by 1)
  from json_to_recordset($1::json) as pair(id uuid, first uuid, second uuid, state text, "joinedBy" text[], "separatedBy" text[], revisions json)
  join record r1 on r1.id = pair.first join record r2 on r2.id = pair.second
  join record_group g1 on g1.record = pair.first join child one on one.id = g1.child_id
  join record_group g2 on g2.record = pair.second join child other on other.id = g2.child_id
  left join likeness l on (l.first, l.second) = (pair.first, pair.second)
  cross join lateral ${either('responsible')} responsible
  cross join lateral (select array(select distinct unnest(one.candidates || other.candidates || pair."joinedBy" || pair."separatedBy") order by 1) as both) candidates
  cross join lateral ${ADMITTED} admitted
  on conflict (id) do update set ${UPDATES}`;
