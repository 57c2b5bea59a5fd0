import express, { Router, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { serviceAnswer } from '../api/federation/service-answer.ts';
import { routerOnly } from './router-only.ts';

/** A request for the subgraph's own schema is small. */
const LARGEST_BODY = '100kb';
const ASKED = z.looseObject({ query: z.unknown() });

/**
 * `POST /federation`: the hub as a subgraph, for routers alone. A router composes without any viewer, and so is answered with the
 * schema; whatever else it asks goes on to `graphql`, where the token it passes on says who reads.
 */
export function federationRoute(subgraph: GraphQLSchema, keys: readonly Buffer[], graphql: Router): Router {
  const withoutViewer: RequestHandler = (request, response, next) => {
    const asked = ASKED.safeParse(request.body);
    const answer = request.get('authorization') === undefined && asked.success ? serviceAnswer(subgraph, asked.data.query) : null;
    if (answer === null) {
      next();
    } else {
      response.json(answer);
    }
  };
  const router = Router();
  router.use(routerOnly(keys));
  router.post('/', express.json({ limit: LARGEST_BODY }), withoutViewer);
  router.use(graphql);
  return router;
}
