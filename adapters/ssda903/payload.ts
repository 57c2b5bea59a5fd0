import type { Warning } from '../../src/ingest/adapter-contract.ts';
import type { AbsenceKind, PersonPayload, PlacementPayload } from '../../src/domain/observation/observation.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';

/** One table of the return: its columns, and those that tell it from the other tables. */
export interface TableShape {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  readonly signs: readonly string[];
}

/** The tables of the CSV return that are read; each file is one of them. */
export const TABLES = {
  header: { needed: ['CHILD', 'SEX', 'DOB', 'ETHNIC'], optional: ['UPN', 'MOTHER', 'MC_DOB'], signs: ['ETHNIC', 'MC_DOB'] },
  episodes: {
    needed: ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'DEC', 'REC'],
    optional: ['PLACE_PROVIDER', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'],
    signs: ['DECOM', 'RNE'],
  },
  missing: { needed: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'], optional: [], signs: ['MISSING', 'MIS_START', 'MIS_END'] },
  uasc: { needed: ['CHILD', 'SEX', 'DOB', 'DUC'], optional: [], signs: ['DUC'] },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof TABLES;

interface Row {
  readonly child: string;
  readonly warnings: readonly Warning[];
}

/** A header or UASC row: what the return says of the child. */
export interface PersonRow extends Row {
  readonly table: 'header' | 'uasc';
  readonly person: PersonPayload;
}

/** An episodes row: one stretch of care. */
export interface PlacementRow extends Row {
  readonly table: 'episodes';
  readonly key: string;
  readonly placement: PlacementPayload;
}

/** A missing row: one time the child was missing or away. */
export interface MissingRow extends Row {
  readonly table: 'missing';
  readonly key: string;
  readonly dateOfBirth: Interval | null;
  readonly status: AbsenceKind;
  readonly start: Interval;
  /** Null while the return does not say that it has ended. */
  readonly end: Interval | null;
}

export type ReturnRow = PersonRow | PlacementRow | MissingRow;

/** The key of a row that the return names by several cells; unlike joined text, no two rows can share it. */
export function rowKey(...cells: readonly string[]): string {
  return JSON.stringify(cells);
}
