import { HubError } from '../domain/errors.ts';
import type { WantedTree } from '../gate/read-request.ts';

const MOST_ROWS = 20_000;

/** The most rows one object of this tree can bring along, itself included. */
function rowsOf(wanted: WantedTree): number {
  const links = Object.values(wanted).flatMap((fields) => fields.filter((field) => field.sub !== undefined));
  return links.reduce((sum, link) => sum + (link.first ?? 1) * rowsOf(link.sub ?? {}), 1);
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
