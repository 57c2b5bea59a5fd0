import { HubError } from '../domain/errors.ts';
import type { WantedField, WantedTree } from '../gate/read-request.ts';

const MOST_ROWS = 20_000;

/** The most rows one object of this tree can bring along, itself included; it is of one of the concrete types, not of all. */
function rowsOf(wanted: WantedTree): number {
  return Math.max(1, ...Object.values(wanted).map(rowsOfType));
}

function rowsOfType(fields: readonly WantedField[]): number {
  return fields.reduce((sum, { sub, first }) => (sub === undefined ? sum : sum + (first ?? 1) * rowsOf(sub)), 1);
}

/** How many rows one request may ask for, over all its fields: lists within lists multiply, however they are written. */
export class RowBudget {
  private spent = 0;

  spend(wanted: WantedTree, times: number): void {
    this.spent += rowsOf(wanted) * times;
    if (this.spent > MOST_ROWS) {
      throw new HubError('QUERY_REFUSED', `The query can answer up to ${MOST_ROWS.toString()} objects; it asks for more.`);
    }
  }
}
