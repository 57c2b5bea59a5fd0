import express, { Router } from 'express';
import { z } from 'zod';
import type { DemonstrationIssuer } from '../auth/demonstration-issuer.ts';
import { HubError } from '../domain/errors.ts';
import { thisMachineOnly } from './this-machine-only.ts';

const asked = z.strictObject({ persona: z.string().max(100) });

/** Invented people and their tokens, so that the hub can be tried; outside production and on this machine only. */
export function demonstrationRoutes(issuer: DemonstrationIssuer, now: () => number): Router {
  const router = Router();
  router.use(thisMachineOnly);
  router.get('/personas', (_request, response) => {
    response.json(issuer.personas().map(({ id, name, roles }) => ({ id, name, roles: roles.map(({ role, agency }) => ({ role, agency })) })));
  });
  router.post('/token', express.json({ limit: '1kb' }), (request, response) => {
    const wanted = asked.safeParse(request.body);
    if (!wanted.success) {
      throw new HubError('BAD_INPUT', 'Send JSON with the id of one "persona".');
    }
    response.json({ token: issuer.demonstrationToken(wanted.data.persona, now()) });
  });
  return router;
}
