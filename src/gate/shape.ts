import type { Family, Group } from '../policy/attributes.ts';
import type { Sql } from './slot.ts';

/** Rows of the same child, of another family, that hang from a row: which, in what order, and whether there is one or a list. */
export interface Link {
  readonly to: Family;
  readonly many: boolean;
  readonly where: (row: string, parent: string) => Sql;
  readonly order: (row: string) => Sql;
  /** When a linked row began, for a list that is asked for since an instant. */
  readonly began?: (row: string) => Sql;
}

/** Where a family's attributes are kept, and how its rows hang together. */
export interface Shape {
  readonly table: Sql;
  /** Groups kept in a table of their own, which is joined only on rows whose rules reach it. */
  readonly satellites: Readonly<Partial<Record<Group, string>>>;
  /** Attributes that are not simply the column of their name. */
  readonly columns: Readonly<Record<string, (row: string) => Sql>>;
  readonly links: Readonly<Record<string, Link>>;
  readonly identity: (row: string) => RowIdentity;
}

/** What a disclosure says of every row, whatever was asked of it. */
export interface RowIdentity {
  readonly id: Sql;
  readonly version: Sql;
  readonly child: Sql;
  /** The controllers: whose child it is, or while that is unknown the forces that reported; null for the viewer's own agency alone. */
  readonly controllers: Sql;
}
