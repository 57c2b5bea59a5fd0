import { HubError } from '../domain/errors.ts';
import type { WantedField, WantedTree } from '../gate/read-request.ts';

const MOST_ROWS = 20_000;
/** As many as the largest page has; each is a read of its own. */
const MOST_ENTITIES = 100;

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
  private entities = 0;

  /** Counts what a router asks for by id, over all fields that ask so. */
  spendEntities(count: number): void {
    this.entities += count;
    if (this.entities > MOST_ENTITIES) {
      throw new HubError('QUERY_REFUSED', `One request asks for up to ${MOST_ENTITIES.toString()} objects by their ids.`);
    }
  }

  spend(wanted: WantedTree, times: number): void {
    this.spent += rowsOf(wanted) * times;
    if (this.spent > MOST_ROWS) {
      throw new HubError('QUERY_REFUSED', `The query can answer up to ${MOST_ROWS.toString()} objects; it asks for more.`);
    }
  }
}
