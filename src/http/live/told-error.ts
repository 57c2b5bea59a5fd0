import { GraphQLError } from 'graphql';
import { hubErrorWithin, toGraphQLError } from '../../api/error-map.ts';
import { HubError } from '../../domain/errors.ts';
import { asHubError } from '../problem.ts';

/** The hub's own error, wherever it was wrapped on its way. */
export function hubErrorOf(error: unknown): HubError {
  return hubErrorWithin(error) ?? asHubError(error);
}

/** As GraphQL carries it; its cause goes to the log by the error map. */
export function graphQLErrorOf(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) {
    return error;
  }
  return error instanceof HubError ? toGraphQLError(error) : new GraphQLError('', { originalError: error instanceof Error ? error : null });
}
