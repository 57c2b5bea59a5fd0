import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { Router, type RequestHandler } from 'express';
import { requestContext, type RequestContext } from '../api/context.ts';
import { toGraphQLError, type ErrorMap } from '../api/error-map.ts';
import { ERRORS, HubError } from '../domain/errors.ts';
import { authHeaders } from './auth-headers.ts';
import type { HttpServices } from './http-services.ts';
import { onError } from './on-error.ts';
import { asHubError } from './problem.ts';

const LARGEST_BODY = '100kb';

const jsonOnly: RequestHandler = (request, _response, next) => {
  next(request.is('application/json') ? undefined : new HubError('BAD_INPUT', 'Send a GraphQL request as application/json.'));
};

/** `POST /graphql`. What fails before GraphQL sees the request is answered in GraphQL's own form too. */
export function graphqlRoute(server: ApolloServer<RequestContext>, services: HttpServices, errorMap: ErrorMap): Router {
  const router = Router();
  const context = ({ req }: { req: express.Request }) => requestContext(services, authHeaders(req));
  const inGraphQL = onError((error, response) => {
    const told = asHubError(error);
    const formatted = errorMap({ message: told.message }, told.code === 'INTERNAL' ? error : toGraphQLError(told));
    response.status(ERRORS[told.code].status).json({ errors: [formatted] });
  });
  router.post('/', jsonOnly, express.json({ limit: LARGEST_BODY }), expressMiddleware(server, { context }));
  router.use(inGraphQL);
  return router;
}
