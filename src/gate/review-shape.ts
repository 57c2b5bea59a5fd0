import { sql } from 'kysely';
import { TO_REVIEW } from '../domain/decision/review-state.ts';
import { instantText } from './instant-text.ts';
import { holdersNow, holdsNow } from './rule-sql.ts';
import type { Link, Shape } from './shape.ts';
import { slot, type Sql } from './slot.ts';

type Side = 'first' | 'second';

/** What is still to be looked at of a child's person records. */
export const toReviews: Link = {
  to: 'MatchReview',
  many: true,
  where: (row, parent) => sql`${sql.ref(`${row}.state`)} = any (${sql.lit(`{${TO_REVIEW.join(',')}}`)}::text[])
    and (${sql.ref(`${row}.first`)} = any (${sql.ref(`${parent}.record_ids`)}) or ${sql.ref(`${row}.second`)} = any (${sql.ref(`${parent}.record_ids`)}))`,
  order: (row) => sql`${sql.ref(`${row}.since`)}, ${sql.ref(`${row}.id`)}`,
};

/**
 * The child a side is of, where the viewer's authority answers for it or may have to, or hosts it. That a child is known to
 * an agency is itself a fact about the child: of any other side nothing is said but how it compares.
 */
const ownSide = (row: string, side: Side, what: Sql): Sql => {
  const seen = `${row}_${side}`;
  return sql`(select ${what} from child as ${sql.ref(seen)} where ${sql.ref(`${seen}.record_ids`)} @> array[${sql.ref(`${row}.${side}`)}]
    and (${slot('agency')} = any (${sql.ref(`${seen}.candidates`)}) or ${holdsNow(seen, 'responsible', slot('agency'))} or ${holdsNow(seen, 'hosts', slot('agency'))}))`;
};
const childOf = (row: string, side: Side): Sql => ownSide(row, side, sql.ref(`${row}_${side}.id`));
const agencyOf = (row: string, side: Side): Sql => ownSide(row, side, sql.ref(`${row}.${side}_agency`));
const toChild = (side: Side): Link => ({
  to: 'Child',
  many: false,
  where: (row, parent) => sql`${sql.ref(`${row}.record_ids`)} @> array[${sql.ref(`${parent}.${side}`)}]`,
  order: (row) => sql.ref(`${row}.id`),
});

/** How places compare is for those who see both sides: whoever files a guessed address would learn where the other child lives. */
const evidence = (row: string): Sql => sql`(select coalesce(json_agg(json_build_object('of', reason->'of', 'how', reason->'how',
    'speaks', case when (reason->>'weight')::float8 < 0 then 'AGAINST' else 'FOR' end) order by place), '[]')
  from json_array_elements(${sql.ref(`${row}.evidence`)}) with ordinality as given(reason, place)
  where reason->>'of' not in ('POSTCODE', 'PLACEMENT') or (${childOf(row, 'first')} is not null and ${childOf(row, 'second')} is not null))`;
const own = (row: string, column: string): Sql => sql`${slot('agency')} = any (${sql.ref(`${row}.${column}`)})`;

export const reviewShape: Shape = {
  table: sql.table('match_review'),
  satellites: {},
  columns: {
    evidence,
    since: (row) => instantText(sql.ref(`${row}.since`)),
    ourDecision: (row) => sql`case when ${own(row, 'separated_by')} then 'SEPARATE' when ${own(row, 'joined_by')} then 'JOIN' end`,
    revision: (row) => sql`coalesce((${sql.ref(`${row}.revisions`)} ->> ${slot('agency')})::integer, 0)`,
    firstRecord: (row) => sql.ref(`${row}.first`),
    firstAgency: (row) => agencyOf(row, 'first'),
    secondRecord: (row) => sql.ref(`${row}.second`),
    secondAgency: (row) => agencyOf(row, 'second'),
  },
  links: { firstChild: toChild('first'), secondChild: toChild('second') },
  identity: (row) => ({
    id: sql.ref(`${row}.id`),
    version: sql`1`,
    // Written down under the child of the viewer's own side, for every authority whose child is compared.
    child: sql`coalesce(${childOf(row, 'first')}, ${childOf(row, 'second')})`,
    controllers: holdersNow(row, 'responsible'),
  }),
};
