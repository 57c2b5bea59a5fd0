import { sql } from 'kysely';
import { holdersNow, onlyHolder } from './rule-sql.ts';
import type { RowIdentity } from './shape.ts';
import { slot, type Sql } from './slot.ts';

/** Rows of the same child. */
export const ofSameChild = (row: string, parent: string): Sql => sql`${sql.ref(`${row}.child_id`)} = ${sql.ref(`${parent}.child_id`)}`;

/** What a disclosure says of a row that is about a child. */
export const aboutAChild = (row: string): RowIdentity => ({
  id: sql.ref(`${row}.id`),
  version: sql.ref(`${row}.version`),
  child: sql.ref(`${row}.child_id`),
  controllers: sql`case when not ${onlyHolder(row, 'responsible', slot('agency'))}
    then coalesce(nullif(${holdersNow(row, 'responsible')}, '{}'), ${holdersNow(row, 'forces')}) end`,
});
