import { Kind, OperationTypeNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { HubError } from '../domain/errors.ts';
import { toGraphQLError } from './error-map.ts';

/** Each is done by itself, in its turn, under the writer's lock: more in one request would keep everybody waiting. */
const MOST_MUTATIONS = 5;

/** Refuses a request that does more than a few things, however the selection spells them. */
export const mutationLimit: ValidationRule = (context) => {
  const counted = new Map<string, number>();
  return {
    OperationDefinition: ({ operation, selectionSet }) => {
      if (operation === OperationTypeNode.MUTATION && countFields(context, selectionSet, counted) > MOST_MUTATIONS) {
        context.reportError(toGraphQLError(new HubError('QUERY_REFUSED', `One request does up to ${MOST_MUTATIONS.toString()} things.`)));
      }
    },
  };
};

/** Fields under the root, those of fragments included. */
function countFields(context: ValidationContext, { selections }: SelectionSetNode, counted: Map<string, number>): number {
  return selections.reduce((sum, selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return sum + 1;
      case Kind.INLINE_FRAGMENT:
        return sum + countFields(context, selection.selectionSet, counted);
      case Kind.FRAGMENT_SPREAD:
        return sum + countFragment(context, selection.name.value, counted);
    }
  }, 0);
}

/** Each fragment is counted once, however often it is spread: fragments that double each other would never be done. */
function countFragment(context: ValidationContext, name: string, counted: Map<string, number>): number {
  const known = counted.get(name);
  if (known !== undefined) {
    return known;
  }
  // A fragment within itself, which another rule refuses, counts no further.
  counted.set(name, 0);
  const fragment = context.getFragment(name);
  const count = fragment ? countFields(context, fragment.selectionSet, counted) : 0;
  counted.set(name, count);
  return count;
}
