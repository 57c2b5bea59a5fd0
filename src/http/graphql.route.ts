import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { Router, type RequestHandler } from 'express';
import { askedOperation, type AllowedOperations } from '../api/asked-operation.ts';
import { requestContext, type HubServices, type RequestContext } from '../api/context.ts';
import { toGraphQLError, type ErrorMap } from '../api/error-map.ts';
import { ERRORS, HubError } from '../domain/errors.ts';
import { authHeaders } from './auth-headers.ts';
import { onError } from './on-error.ts';
import { asHubError } from './problem.ts';

const LARGEST_BODY = '100kb';

const jsonOnly: RequestHandler = (request, _response, next) => {
  next(request.is('application/json') ? undefined : new HubError('BAD_INPUT', 'Send a GraphQL request as application/json.'));
};

/** Refused only once it is known who asks: what they asked for is not looked at before. */
const REFUSED = 'refused';

/** Puts the document that a request names in the place of its id. */
function withDocument(operations: AllowedOperations): RequestHandler {
  return (request, response, next) => {
    try {
      request.body = askedOperation(request.body as unknown, operations);
    } catch (error) {
      response.locals[REFUSED] = error;
    }
    next();
  };
}

function rethrown(refused: unknown): Error {
  return refused instanceof HubError ? toGraphQLError(refused, ERRORS[refused.code].status) : new HubError('INTERNAL', 'The hub failed.');
}

/** What the route needs beside a GraphQL server. */
type GraphQLRouteParts = HubServices & { readonly operations: AllowedOperations };

/** `POST /graphql`. What fails before GraphQL sees the request is answered in GraphQL's own form too. */
export function graphqlRoute(server: ApolloServer<RequestContext>, services: GraphQLRouteParts, errorMap: ErrorMap): Router {
  const router = Router();
  const context = async ({ req, res }: { req: express.Request; res: express.Response }): Promise<RequestContext> => {
    const asking = await requestContext(services, authHeaders(req));
    if (res.locals[REFUSED] !== undefined) {
      throw rethrown(res.locals[REFUSED]);
    }
    return asking;
  };
  const inGraphQL = onError((error, response) => {
    const told = asHubError(error);
    const formatted = errorMap({ message: told.message }, told.code === 'INTERNAL' ? error : toGraphQLError(told));
    response.status(ERRORS[told.code].status).json({ errors: [formatted] });
  });
  router.post('/', jsonOnly, express.json({ limit: LARGEST_BODY }), withDocument(services.operations), expressMiddleware(server, { context }));
  router.use(inGraphQL);
  return router;
}
