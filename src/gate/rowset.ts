import { sql } from 'kysely';
import { HubError } from '../domain/errors.ts';
import { allAttributesOf, groupOf, RECORD_KEYS, type Family } from '../policy/attributes.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadRule } from '../policy/rule.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import { columnName } from './column-name.ts';
import { FIRST_COLUMN, ID_COLUMN, type Layout, type Piece, type TypeLayout } from './layout.ts';
import { readableEntries } from './readable-entries.ts';
import type { WantedField, WantedTree } from './read-request.ts';
import { bitsOpening, matchedRules } from './rule-sql.ts';
import type { Link, Satellite } from './shape.ts';
import { SHAPES } from './shapes.ts';
import { typesOf, type ShownAs } from './shown-type.ts';
import type { Sql } from './slot.ts';

const DEEPEST = 6;
/** A function of the database takes a hundred values; a selection this wide names the same list again and again. */
const WIDEST = 90;
/** Of a list that is asked for evenly: so many of each kind that one return never has them all. */
const MOST_EVENLY = 500;

/** One statement being written: for whom, under which rules, and what it has named so far. */
export interface Writing {
  readonly policy: Policy;
  readonly role: ReadingRole;
  readonly nextRow: () => string;
  /** The size a nested list was asked for. */
  readonly first: (field: WantedField) => Sql;
  /** The instant a nested list was asked for since, where it was. */
  readonly since: (field: WantedField) => Sql | null;
}

/** A family's rows under the role's rules. `bits` says which rules each row met; a row that met none is not there. */
export interface ReadableRows {
  readonly family: Family;
  readonly row: string;
  readonly rules: readonly ReadRule[];
  readonly bits: Sql;
  readonly from: Sql;
  readonly where: Sql;
  /** Is any of these attributes open on the row? */
  readonly opens: (attributes: readonly string[]) => Sql;
}

/** The rows of a family this role can read at all; null where no rule reaches it, and its table is never named. */
export function readableRows(writing: Writing, family: Family): ReadableRows | null {
  const rules = writing.policy.rulesOn(writing.role, family);
  if (rules.length === 0) {
    return null;
  }
  const row = writing.nextRow();
  const bits = sql.ref(`${row}_met.bits`);
  // "offset 0" keeps the planner from copying the rules into every place that asks for them.
  const met = sql`(select ${matchedRules(row, rules)} as bits offset 0)`;
  return {
    family,
    row,
    rules,
    bits,
    from: sql`${SHAPES[family].table} as ${sql.ref(row)} cross join lateral ${met} as ${sql.ref(`${row}_met`)}`,
    where: sql`${bits} <> 0`,
    opens: (attributes) => sql`(${bits} & ${sql.lit(bitsOpening(rules, attributes))}) <> 0`,
  };
}

/** Which of the readable rows, in what order, how many, and what is wanted of them. */
export interface RowsetWanted {
  readonly wanted: WantedTree;
  readonly depth: number;
  readonly where: Sql;
  readonly order: Sql;
  readonly limit: Sql | null;
}

/** The statement for some readable rows, and the layout to read its columns by. */
export function rowset(writing: Writing, rows: ReadableRows, ask: RowsetWanted): { readonly sql: Sql; readonly layout: Layout } {
  if (ask.depth > DEEPEST) {
    throw new HubError('QUERY_REFUSED', `The query goes more than ${String(DEEPEST)} rows deep.`);
  }
  const columns: Sql[] = [];
  const column = (value: Sql): number => FIRST_COLUMN - 1 + columns.push(value);
  const row: RowWriting = { writing, rows, depth: ask.depth, column, values: new Map(), links: new Map(), satellites: new Set() };
  const types = typesOf(rows.family).map((shown) => typeLayout(row, shown, ask.wanted[shown.type] ?? []));
  const { id, version, child, controllers } = SHAPES[rows.family].identity(rows.row);
  const ownChild = ask.depth === 1 ? child : sql`null`;
  if (columns.length > WIDEST) {
    throw new HubError('QUERY_REFUSED', `The query asks for more than ${String(WIDEST)} fields of one row.`);
  }
  return {
    layout: { family: rows.family, types },
    sql: sql`select json_build_array(${sql.join([rows.bits, id, version, ownChild, controllers, ...columns])}) as o
      from ${rows.from} ${sql.join(joins(rows, row.satellites), sql``)}
      where ${rows.where} and ${ask.where} order by ${ask.order}${ask.limit === null ? sql`` : sql` limit ${ask.limit}`}`,
  };
}

interface RowWriting {
  readonly writing: Writing;
  readonly rows: ReadableRows;
  readonly depth: number;
  readonly column: (value: Sql) => number;
  /** The columns of values already written, by attribute: wanted under two keys or of two types, a value is read once. */
  readonly values: Map<string, number>;
  /** Linked rows already written, by all that was asked of them. */
  readonly links: Map<string, Linked>;
  readonly satellites: Set<Satellite>;
}
interface FieldWriting extends RowWriting {
  readonly field: WantedField;
  /** Does the type that it is wanted of show this attribute? */
  readonly shown: boolean;
}
interface Linked {
  readonly column: number;
  readonly layout: Layout;
}

function typeLayout(row: RowWriting, { type, attributes }: ShownAs, wanted: readonly WantedField[]): TypeLayout {
  const { family } = row.rows;
  const pieces = wanted.map((field) => pieceOf({ ...row, field, shown: attributes.includes(field.name) }));
  return { family, type, pieces, basis: basisColumn(row, pieces) };
}

/** Where the row says what the words of these pieces rest on, should any of them be words of that kind. */
function basisColumn({ rows, column, values }: RowWriting, pieces: readonly Piece[]): number | null {
  const resting = pieces.find((piece) => piece.kind === 'value' && piece.column !== null && satelliteOf(rows.family, piece.field.name)?.basis !== undefined);
  const satellite = resting && satelliteOf(rows.family, resting.field.name);
  if (satellite?.basis === undefined) {
    return null;
  }
  // No attribute has a name with a dot in it.
  const key = `${satellite.table}.${satellite.basis}`;
  const place = values.get(key) ?? column(sql.ref(`${rows.row}_${key}`));
  values.set(key, place);
  return place;
}

function pieceOf(ask: FieldWriting): Piece {
  const { rows, field } = ask;
  if (field.name === 'disclosure') {
    return { kind: 'disclosure', field };
  }
  if (field.name === RECORD_KEYS || !allAttributesOf(rows.family).includes(field.name)) {
    throw new HubError('BAD_INPUT', `${rows.family} has no attribute of the name given.`);
  }
  // An attribute that no rule of the role opens, or that its type does not show, is not in the statement at all.
  const open = ask.shown && bitsOpening(rows.rules, [field.name]) !== 0;
  const link = SHAPES[rows.family].links[field.name];
  if (link !== undefined) {
    return linkedPiece(ask, link, open);
  }
  return { kind: 'value', field, column: open ? valueColumn(ask) : null };
}

function valueColumn(ask: FieldWriting): number {
  const { rows, field, column, values } = ask;
  if (field.name === 'id' && opensAlways(rows, 'id')) {
    return ID_COLUMN;
  }
  const place = values.get(field.name) ?? column(masked(rows, field.name, valueSql(ask)));
  values.set(field.name, place);
  return place;
}

function linkedPiece(ask: FieldWriting, link: Link, open: boolean): Piece {
  const { field, links } = ask;
  const { name, sub, first, since, evenly, open: standing } = field;
  // Lists of equal bounds share their places among the values (plan-cache.ts), so what is equal here is equal on every run.
  const asked = JSON.stringify([name, sub, first, since, evenly, standing]);
  const linked = open ? (links.get(asked) ?? writeLinked(ask, link)) : null;
  if (linked === null) {
    return { kind: 'rows', field, many: link.many, open, column: null, layout: null };
  }
  links.set(asked, linked);
  return { kind: 'rows', field, many: link.many, open, ...linked };
}

function writeLinked(ask: FieldWriting, link: Link): Linked | null {
  const { writing, rows, field, depth, column } = ask;
  const linked = readableRows(writing, link.to);
  if (linked === null) {
    return null;
  }
  const inner = rowset(writing, linked, {
    wanted: field.sub ?? {},
    depth: depth + 1,
    where: linkedWhere(ask, link, linked.row),
    ...whichOf(writing, link, { field, row: linked.row }),
  });
  return { column: column(masked(rows, field.name, gathered(inner.sql))), layout: inner.layout };
}

/** In which order rows hang from a row, and how many of them; a list that is asked for since an instant has first what began last. */
function whichOf(writing: Writing, link: Link, { field, row }: { readonly field: WantedField; readonly row: string }): Pick<RowsetWanted, 'order' | 'limit'> {
  if (field.evenly === true && link.evenly !== undefined) {
    return { order: link.evenly(row), limit: sql.lit(MOST_EVENLY) };
  }
  const began = writing.since(field) === null ? undefined : link.began;
  return { order: began === undefined ? link.order(row) : sql`${began(row)} desc, ${sql.ref(`${row}.id`)} desc`, limit: link.many ? writing.first(field) : sql`1` };
}

function linkedWhere({ writing, rows, field }: FieldWriting, link: Link, linked: string): Sql {
  const since = writing.since(field);
  const began = link.began === undefined || since === null ? sql`` : sql` and ${link.began(linked)} >= ${since}`;
  const open = link.open === undefined || field.open === undefined ? sql`` : sql` and ${link.open(linked)}`;
  return sql`${link.where(linked, rows.row)}${began}${open}`;
}

/** Rows as one list, empty where there are none. */
export function gathered(rows: Sql): Sql {
  return sql`(select coalesce(json_agg(o), '[]'::json) from (${rows}) as linked)`;
}

function valueSql({ rows, field: { name }, satellites }: FieldWriting): Sql {
  const { row, family } = rows;
  const satellite = satelliteOf(family, name);
  if (satellite !== undefined) {
    satellites.add(satellite);
  }
  const table = satellite === undefined ? row : `${row}_${satellite.table}`;
  const kept = SHAPES[family].columns[name]?.(table) ?? sql.ref(`${table}.${columnName(name)}`);
  return groupOf(family, name) === 'provenance' ? readableEntries(rows, name, kept) : kept;
}

function satelliteOf(family: Family, attribute: string): Satellite | undefined {
  const group = groupOf(family, attribute);
  return group === null ? undefined : SHAPES[family].satellites[group];
}

/** Nothing but null unless a rule the row met opens the attribute. */
function masked(rows: ReadableRows, attribute: string, value: Sql): Sql {
  return opensAlways(rows, attribute) ? value : sql`case when ${rows.opens([attribute])} then ${value} end`;
}

/** Every rule that lets a row in opens the attribute as well. */
function opensAlways({ rules }: ReadableRows, attribute: string): boolean {
  return rules.every(({ fields }) => fields.includes(attribute));
}

function joins(rows: ReadableRows, wanted: ReadonlySet<Satellite>): Sql[] {
  const { row, family } = rows;
  return [...wanted].map((satellite) => {
    const { table, own } = satellite;
    const joined = `${row}_${table}`;
    const reached = rows.opens(allAttributesOf(family).filter((attribute) => satelliteOf(family, attribute) === satellite));
    return own === undefined
      ? sql` left join ${sql.table(table)} as ${sql.ref(joined)} on ${sql.ref(`${joined}.id`)} = ${sql.ref(`${row}.id`)} and ${reached}`
      : sql` left join lateral (${own(row, rows)}) as ${sql.ref(joined)} on ${reached}`;
  });
}
