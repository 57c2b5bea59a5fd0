import type { ReadingRole } from '../../src/policy/viewer.ts';
import type { ChildFamily } from './expected-columns.ts';
import type { Facts } from './facts-for.ts';

/** What a viewer reads of everything about a child but intelligence, by family; a family that is not named is not there. */
export type Reads = Readonly<Partial<Record<ChildFamily, string>>>;
/** One row of the table: a viewer in one standing, and the columns that are theirs. */
export interface Cell {
  readonly viewer: string;
  readonly role: ReadingRole;
  readonly facts: Facts;
  readonly reads: Reads;
}
export const cell = (viewer: string, role: ReadingRole, [facts, reads]: readonly [Facts, Reads]): Cell => ({ viewer, role, facts, reads });
export const nothing = (viewer: string, role: ReadingRole, facts: Facts): Cell => ({ viewer, role, facts, reads: {} });
