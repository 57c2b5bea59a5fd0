import type { Family, Group } from '../policy/attributes.ts';
import type { ReadRule } from '../policy/rule.ts';
import type { Sql } from './slot.ts';

/** Rows of the same child, of another family, that hang from a row: which, in what order, and whether there is one or a list. */
export interface Link {
  readonly to: Family;
  readonly many: boolean;
  readonly where: (row: string, parent: string) => Sql;
  readonly order: (row: string) => Sql;
  /** When a linked row began, for a list that is asked for since an instant. */
  readonly began?: (row: string) => Sql;
  /** The order in which every kind has its turn, for a list that is asked for evenly. */
  readonly evenly?: (row: string) => Sql;
  /** Which linked rows still stand open, for a list that is asked for those alone. */
  readonly open?: (row: string) => Sql;
}

/** A table of one group's attributes, joined only on rows whose rules reach that group. */
export interface Satellite {
  readonly table: string;
  /** Where a row has several there: the one that is this viewer's own, as a select; otherwise it is the one of the same id. */
  readonly own?: (row: string, rules: RuleBits) => Sql;
  /** The column that says what its words rest on, for the disclosure. */
  readonly basis?: string;
}

/** The rules that reach a row, and which of them it met. */
export interface RuleBits {
  readonly rules: readonly ReadRule[];
  readonly bits: Sql;
}

/** Where a family's attributes are kept, and how its rows hang together. */
export interface Shape {
  readonly table: Sql;
  /** Groups kept in a table of their own. */
  readonly satellites: Readonly<Partial<Record<Group, Satellite>>>;
  /** Attributes that are not simply the column of their name in the table they are kept in. */
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
