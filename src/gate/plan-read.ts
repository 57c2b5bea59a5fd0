import { sql } from 'kysely';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import { compileSql, type SqlText } from './compile-sql.ts';
import type { Layout } from './layout.ts';
import type { ReadRequest, WantedField } from './read-request.ts';
import type { RootPlan, Sorting } from './root-plan.ts';
import { gathered, readableRows, rowset, type Writing } from './rowset.ts';
import { firstSlot, sinceSlot, slot, type Sql } from './slot.ts';

/** A read worked out for a role: one statement and how to read its rows. Null where no rule of the role reaches it. */
export interface ReadPlan {
  readonly statement: SqlText;
  readonly layout: Layout;
}

interface PlanRead {
  readonly policy: Policy;
  readonly role: ReadingRole;
  readonly request: ReadRequest;
  readonly root: RootPlan;
  readonly hasCursor: boolean;
  /** The place of each nested list's bounds among the values. */
  readonly lists: ReadonlyMap<WantedField, number>;
}

/** Writes the one statement of a read: the wanted fields where the rules open them, and nothing else. */
export function planRead({ policy, role, request, root, hasCursor, lists }: PlanRead): ReadPlan | null {
  let rowsNamed = 0;
  const writing: Writing = {
    policy,
    role,
    nextRow: () => `t${String(rowsNamed++)}`,
    first: (field) => {
      const place = lists.get(field);
      return place === undefined ? sql`50` : firstSlot(place);
    },
    since: (field) => {
      const place = lists.get(field);
      return place === undefined || field.since === undefined ? null : sinceSlot(place);
    },
  };
  const rows = readableRows(writing, root.family);
  if (rows === null) {
    return null;
  }
  const goesOn = hasCursor && root.page !== null ? root.page : null;
  const written = rowset(writing, rows, {
    wanted: request.wanted,
    depth: 1,
    where: sql`${root.where(rows)}${goesOn === null ? sql`` : sql` and ${beyondAnchor(rows.row, goesOn)}`}`,
    order: root.order(rows.row),
    limit: root.page === null ? null : slot('limit'),
  });
  const statement = compileSql(sql`${goesOn === null ? sql`` : anchor(writing, root, goesOn)}
    select ${goesOn === null ? sql`true` : sql`exists (select from anchor)`} as anchored,
      ${gathered(written.sql)}::text as rows`);
  return { statement, layout: written.layout };
}

/** The row a cursor names, looked up among the rows this viewer can read now. */
function anchor(writing: Writing, root: RootPlan, page: Sorting): Sql {
  const rows = readableRows(writing, root.family);
  return rows === null
    ? sql``
    : sql`with anchor as materialized (select ${sql.ref(`${rows.row}.${page.by}`)} as sort, ${sql.ref(`${rows.row}.id`)} as id
      from ${rows.from} where ${rows.where} and ${page.named(rows.row)})`;
}

function beyondAnchor(row: string, { by, descending }: Sorting): Sql {
  return sql`(${sql.ref(`${row}.${by}`)}, ${sql.ref(`${row}.id`)}) ${descending ? sql`<` : sql`>`} (select sort, id from anchor)`;
}
