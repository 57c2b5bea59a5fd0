import { executeSync, Kind, OperationTypeNode, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';

/** More than any composition tool asks with. */
const MOST_TOKENS = 50;

/** The answer to a request for nothing but the subgraph's own schema, which needs no viewer; null for any other request. */
export function serviceAnswer(subgraph: GraphQLSchema, query: unknown): ExecutionResult | null {
  const document = typeof query === 'string' ? read(query) : null;
  if (document === null || !asksForServiceAlone(document) || validate(subgraph, document).length > 0) {
    return null;
  }
  return executeSync({ schema: subgraph, document });
}

function read(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch {
    return null;
  }
}

function asksForServiceAlone({ definitions }: DocumentNode): boolean {
  const [only, ...more] = definitions;
  return (
    more.length === 0 &&
    only?.kind === Kind.OPERATION_DEFINITION &&
    only.operation === OperationTypeNode.QUERY &&
    only.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && ['_service', '__typename'].includes(selection.name.value))
  );
}
