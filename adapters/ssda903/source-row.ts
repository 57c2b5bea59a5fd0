import type { ErrorCode } from '../../src/domain/errors.ts';
import type { Refusal } from '../../src/ingest/adapter-contract.ts';
import type { TableName } from './payload.ts';

/** Why a row can't be taken. */
export interface RowFault {
  readonly code: ErrorCode;
  /** Null where the row as a whole is at fault. */
  readonly column: string | null;
  readonly reason: string;
  readonly remedy: string;
  readonly record: Refusal['record'];
}

/** One row of a table of the return, whichever file it stands in; columns go by their names in the CSV return. */
export interface SourceRow {
  readonly table: TableName;
  /** What is wrong with the row as a whole, before any of its cells matters. */
  readonly fault: Pick<RowFault, 'code' | 'reason' | 'remedy'> | null;
  /** A cell's text as it was sent; null when it is empty. */
  text(column: string): string | null;
  /** Columns of which another row has the say: what is worth a look in them is told there. */
  isRepeated(column: string): boolean;
  place(column: string | null): string;
}

const LONGEST_CELL = 200;

/** A fault of texts that are no cells of the return. */
export function cellFault(cells: readonly string[]): Pick<RowFault, 'code' | 'reason'> | null {
  const isFaulty = cells.some((cell) => cell.length > LONGEST_CELL || /\p{Cc}/u.test(cell));
  return isFaulty ? { code: 'VALUE_INVALID', reason: 'A cell is longer than any the return has, or holds a line break.' } : null;
}

/** Where a column of the row at this place stands, be it a line of a table or the path of an element. */
export function columnPlace(place: string, column: string): string {
  return place.includes('/') ? `${place}/${column}` : `${place}, ${column}`;
}
