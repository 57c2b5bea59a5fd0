import type { RequestHandler } from 'express';
import { asIngesting } from '../auth/caller.ts';
import { authHeaders } from './auth-headers.ts';
import type { HttpServices } from './http-services.ts';

/** What became of a document, by code and place only, for the source system that sent it. */
export function documentRoute(services: HttpServices): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { agency, system } = asIngesting(await services.authenticate(authHeaders(request), services.now()));
    response.json(await services.documentStatus({ agency, system, id: request.params.id }));
  };
}
