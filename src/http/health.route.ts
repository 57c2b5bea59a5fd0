import { Router } from 'express';
import type { HttpServices } from './http-services.ts';

/** `/health/live`: the process answers. `/health/ready`: it can answer queries. Neither says anything about a child. */
export function healthRoutes({ readiness }: Pick<HttpServices, 'readiness'>): Router {
  const router = Router();
  router.get('/live', (_request, response) => {
    response.json({ live: true });
  });
  router.get('/ready', async (_request, response) => {
    const parts = await readiness();
    const ready = Object.values(parts).every(Boolean);
    response.status(ready ? 200 : 503).json({ ready, ...parts });
  });
  return router;
}
