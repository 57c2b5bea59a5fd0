import express, { type Express } from 'express';
import { healthRoutes } from './health.route.ts';
import type { HttpServices } from './http-services.ts';
import { answerProblem, nothingHere } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** The HTTP face of a process that takes no calls: whether it is well, and nothing else. */
export function createHealthApp(services: Pick<HttpServices, 'readiness' | 'log' | 'production'>): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(securityHeaders(services.production));
  app.use('/health', healthRoutes(services));
  app.use(nothingHere);
  app.use(answerProblem(services.log));
  return app;
}
