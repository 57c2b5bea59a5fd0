import type { GraphQLResolveInfo } from 'graphql';
import { MOST_OWED, resultsOwed } from '../../actions/results-owed.ts';
import type { RequestContext } from '../context.ts';
import { operationOf } from '../read-request.ts';
import { selects, wantedTree } from '../wanted-tree.ts';

/** What the reader's agency owes, for a field of this name in the answer; nothing is read where it is not asked for. */
export async function owedResults({ services, caller, now, budget }: RequestContext, info: GraphQLResolveInfo): Promise<readonly object[]> {
  if (!selects(info, 'resultsOwed')) {
    return [];
  }
  const wanted = wantedTree(info, ['resultsOwed']);
  budget.spend(wanted, MOST_OWED);
  return resultsOwed(services.gate, caller.viewer, { wanted, operation: operationOf(info), now });
}
