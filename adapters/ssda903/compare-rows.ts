import type { Warning } from '../../src/ingest/adapter-contract.ts';
import type { MissingRow } from './payload.ts';
import { columnPlace } from './source-row.ts';

/** A row of the file with where it stands. */
export interface PlacedRow {
  readonly place: string;
  readonly row: MissingRow;
}

function byChild(rows: readonly PlacedRow[]): PlacedRow[][] {
  const children = new Map<string, PlacedRow[]>();
  for (const placed of rows) {
    const known = children.get(placed.row.child);
    if (known === undefined) {
      children.set(placed.row.child, [placed]);
    } else {
      known.push(placed);
    }
  }
  return [...children.values()];
}

/** DfE 574: starts while an earlier episode goes on; ending and starting on one day is allowed. */
function overlapWarnings(rows: readonly PlacedRow[]): Map<PlacedRow, Warning> {
  const warnings = new Map<PlacedRow, Warning>();
  let latestEnd = Number.NEGATIVE_INFINITY;
  for (const placed of rows.toSorted((first, second) => first.row.start.from - second.row.start.from)) {
    if (placed.row.start.from < latestEnd) {
      const reason = 'DfE 574: the episode starts while an earlier one of the same child goes on.';
      warnings.set(placed, { code: 'DFE_574', place: columnPlace(placed.place, 'MIS_START'), reason });
    }
    latestEnd = Math.max(latestEnd, placed.row.end?.from ?? Number.POSITIVE_INFINITY);
  }
  return warnings;
}

/** Rows of one child that state several dates of birth state none: nobody can tell which is right. */
function agreedBirth(rows: readonly PlacedRow[]): PlacedRow[] {
  const stated = new Set(rows.map(({ row }) => row.dateOfBirth?.text).filter((text) => text !== undefined));
  if (stated.size < 2) {
    return [...rows];
  }
  const reason = 'The rows of this child state different dates of birth; none was taken.';
  return rows.map(({ place, row }) => {
    const warning = { code: 'DATES_OF_BIRTH_DIFFER', place: columnPlace(place, 'DOB'), reason };
    return { place, row: { ...row, dateOfBirth: null, warnings: [...row.warnings, warning] } };
  });
}

function compareOne(rows: readonly PlacedRow[]): PlacedRow[] {
  const agreed = agreedBirth(rows);
  const overlaps = overlapWarnings(agreed);
  return agreed.map((placed) => {
    const overlap = overlaps.get(placed);
    return overlap === undefined ? placed : { ...placed, row: { ...placed.row, warnings: [...placed.row.warnings, overlap] } };
  });
}

/** Adds what only shows when the rows of one child are seen together. */
export function compareRows(rows: readonly PlacedRow[]): PlacedRow[] {
  return byChild(rows).flatMap(compareOne);
}
