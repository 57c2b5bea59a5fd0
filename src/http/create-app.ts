import path from 'node:path';
import express, { type Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from '../api/build-schema.ts';
import { createErrorMap } from '../api/error-map.ts';
import { exampleVariables } from '../api/example-variables.ts';
import { createGraphQLServer } from '../api/graphql-server.ts';
import { wordsOf } from '../api/plain-words.ts';
import { subgraphSchema } from '../api/federation/subgraph-schema.ts';
import { registerOperations } from '../api/registered-operations.ts';
import { PROJECT_ROOT } from '../config/project-root.ts';
import { readPartnerOperations } from '../web/partner-operations.ts';
import { sampleNames } from '../web/sample-names.ts';
import { demonstrationRoutes } from './demonstration.route.ts';
import { documentRoute } from './document.route.ts';
import { exchangeRoutes, wellKnownRoute } from './exchange.route.ts';
import { federationRoute } from './federation.route.ts';
import { graphiqlRoutes } from './graphiql.route.ts';
import { graphqlRoute } from './graphql.route.ts';
import { healthRoutes } from './health.route.ts';
import type { HttpServices } from './http-services.ts';
import { ingestRoute } from './ingest.route.ts';
import type { StayingOpen } from './listen.ts';
import { createLive } from './live/create-live.ts';
import { pageRoutes } from './pages.route.ts';
import { answerProblem, nothingHere } from './problem.ts';
import { schemaRoutes } from './schemas.route.ts';
import { securityHeaders } from './security-headers.ts';

const ADAPTERS = path.join(PROJECT_ROOT, 'adapters');
const OPERATIONS = path.join(PROJECT_ROOT, 'schema', 'operations');

/** The hub's HTTP face: what answers calls, and what goes on with those that stay open. */
export interface Face {
  readonly app: Express;
  readonly open: StayingOpen;
}

/** Puts the hub's HTTP face together. What exists outside production alone is not even mounted in it. */
export async function createApp(services: HttpServices): Promise<Face> {
  const schema = buildSchema();
  const errorMap = createErrorMap(wordsOf(schema), services.log);
  const serving = async (served: GraphQLSchema) => {
    const server = createGraphQLServer(served, { production: services.production, errorMap });
    await server.start();
    return server;
  };
  const promised = readPartnerOperations(OPERATIONS);
  const operations = { registered: registerOperations(promised), any: services.operations === 'any' };
  const live = createLive(schema, { services, errorMap, operations, ...(services.live && { limits: services.live }) });
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(securityHeaders(services.production));
  app.use('/health', healthRoutes(services));
  app.use('/graphql/stream', live.streams);
  app.use('/graphql', graphqlRoute(await serving(schema), { ...services, operations }, errorMap));
  if (services.routerKeys.length > 0) {
    const subgraph = subgraphSchema(schema);
    // A router makes its documents itself, of what its own clients ask: which those may be is for the router to say.
    const forRouters = { ...services, operations: { ...operations, any: true } };
    app.use('/federation', federationRoute(subgraph, services.routerKeys, graphqlRoute(await serving(subgraph), forRouters, errorMap)));
  }
  app.post('/ingest/:adapter', ingestRoute(services));
  app.get('/documents/:id', documentRoute(services));
  app.use('/exchange', exchangeRoutes(services));
  app.get('/.well-known/homeward-hub', wellKnownRoute(services));
  if (!services.production && services.demonstration !== null) {
    app.use('/demonstration', demonstrationRoutes(services.demonstration, services.now));
    app.use('/graphiql', graphiqlRoutes(promised.map((one) => ({ ...one, variables: exampleVariables(schema, one.query) }))));
  }
  app.use('/schemas', schemaRoutes({ adapters: services.adapters, samplesOf: (adapter) => sampleNames(ADAPTERS, adapter) }));
  app.use(pageRoutes(services));
  app.use(nothingHere);
  app.use(answerProblem(services.log));
  return { app, open: live };
}
