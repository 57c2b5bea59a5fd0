import type { Family } from '../policy/attributes.ts';
import type { ReadOperation } from '../policy/purpose.ts';
import type { ReadableRows } from './rowset.ts';
import type { Sql } from './slot.ts';

/** What a list is sorted by, so that a page can go on where the last one ended. */
export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
  /** The row a cursor names. */
  readonly named: (row: string) => Sql;
}

/** Where a read starts: which family, which of its readable rows, in what order. */
export interface RootPlan {
  readonly family: Family;
  readonly operation: ReadOperation;
  /** Which optional arguments are there: they decide the statement, their values do not. */
  readonly shape: string;
  readonly where: (rows: ReadableRows) => Sql;
  readonly order: (row: string) => Sql;
  readonly page: Sorting | null;
  /** Is one plan good for every viewer and value? Then the server thinks it over once, not before each read. */
  readonly steady: boolean;
}
