import { sql } from 'kysely';
import { FACTS, type FactKind, type FactName } from '../policy/facts.ts';
import { acceptedValues, OWN_AGENCY, prefixOf, type ReadRule, type RuleCondition, type RuleValue } from '../policy/rule.ts';
import { columnName } from './column-name.ts';
import { slot, type Sql } from './slot.ts';

/** The agencies that hold a relation at the request's one instant, in order; the one that mostly stands alone needs no looking through. */
export function holdersNow(row: string, relation: string): Sql {
  const { agencies, during } = relationOf(row, relation);
  return sql`case when cardinality(${agencies}) = 1 and (${during})[1] @> ${slot('now')} then ${agencies}
    else array(select holder.agency from unnest(${agencies}, ${during}) as holder(agency, during)
      where holder.during @> ${slot('now')} order by 1) end`;
}

/** Is this agency the only one that ever held the relation, and does it hold now? */
export function onlyHolder(row: string, relation: string, agency: Sql): Sql {
  const { agencies, during } = relationOf(row, relation);
  return sql`(${agencies} = array[${agency}] and (${during})[1] @> ${slot('now')})`;
}

/** Does this agency hold the relation at the request's one instant? Asked of every row, so it has no sub-select. */
export function holdsNow(row: string, relation: string, agency: Sql): Sql {
  const { agencies, during } = relationOf(row, relation);
  return sql`coalesce((${during})[array_position(${agencies}, ${agency})] @> ${slot('now')}, false)`;
}

const relationOf = (row: string, relation: string): { agencies: Sql; during: Sql } => ({
  agencies: sql.ref(`${row}.${columnName(relation)}`),
  during: sql.ref(`${row}.${columnName(relation)}_during`),
});

/** A number with one bit for each rule the row meets; zero means that the row is not there for this viewer. */
export function matchedRules(row: string, rules: readonly ReadRule[]): Sql {
  const bits = rules.map((rule, place) => sql`case when ${meets(row, rule)} then ${sql.lit(1 << place)} else 0 end`);
  return sql.join(bits, sql` | `);
}

/** Those bits whose rules open any of these attributes. */
export function bitsOpening(rules: readonly ReadRule[], attributes: readonly string[]): number {
  const opens = (rule: ReadRule): boolean => rule.fields.some((field) => attributes.includes(field));
  return rules.reduce((bits, rule, place) => (opens(rule) ? bits | (1 << place) : bits), 0);
}

function meets(row: string, rule: ReadRule): Sql {
  const facts = FACTS[rule.subject];
  // The keys of a rule's conditions are fact names by type; the policy's lint holds the kind to be there.
  const kindOf = (name: string): FactKind | undefined => facts[name as FactName];
  const conditions = Object.entries(rule.conditions)
    // They are asked until one fails: words first, for they cost least and most rows that fail a rule fail it by them.
    .toSorted(([one], [other]) => dearness(kindOf(one)) - dearness(kindOf(other)))
    .map(([name, condition]) => {
      const kind = kindOf(name);
      return kind === undefined ? sql`false` : holds(sql.ref(`${row}.${columnName(name)}`), kind, { row, name, condition });
    });
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const DEARER: readonly FactKind[] = ['word', 'set', 'period', 'relation'];
const dearness = (kind: FactKind | undefined): number => (kind === undefined ? -1 : DEARER.indexOf(kind));

interface Claim {
  readonly row: string;
  readonly name: string;
  readonly condition: RuleCondition;
}

function holds(column: Sql, kind: FactKind, { row, name, condition }: Claim): Sql {
  const values = acceptedValues(condition).map(valueSql);
  const accepted = sql`array[${sql.join(values)}]`;
  switch (kind) {
    case 'relation':
      return sql`(${sql.join(
        values.map((agency) => holdsNow(row, name, agency)),
        sql` or `,
      )})`;
    case 'set':
      return sql`${accepted} && ${column}`;
    case 'word':
      return values.length === 1 ? sql`${column} = ${sql.join(values)}` : sql`${column} = any (${accepted})`;
    case 'period':
      return sql`case when ${sql.ref(`${row}.${columnName(name)}_during`)} @> ${slot('now')} then 'YES' else 'NO' end = any (${accepted})`;
  }
}

function valueSql(value: RuleValue): Sql {
  if (typeof value === 'string') {
    return sql`${sql.lit(value)}::text`;
  }
  if (value === OWN_AGENCY) {
    return slot('agency');
  }
  // Put together once for a statement, not once a row.
  return sql`(select ${sql.lit(prefixOf(value))} || ${slot(value.own)})`;
}
