import type { Request, RequestHandler } from 'express';
import { asIngesting } from '../auth/caller.ts';
import { HubError } from '../domain/errors.ts';
import { authHeaders } from './auth-headers.ts';
import type { HttpServices } from './http-services.ts';
import { readBody } from './read-body.ts';
import { readDryRun } from './read-dry-run.ts';

/**
 * Takes a document: who sends it is known before a byte of it is read, and 202 means that its bytes are stored. With
 * `?dryRun` nothing is stored, and 200 says what would become of it.
 */
export function ingestRoute(services: HttpServices): RequestHandler<{ adapter: string }> {
  return async (request, response) => {
    const now = services.now();
    // A refused sender may still be sending; the connection is not used again.
    response.set('Connection', 'close');
    const sender = asIngesting(await services.authenticate(authHeaders(request), now));
    if (request.get('content-encoding') !== undefined) {
      throw new HubError('BAD_INPUT', 'Send the document as it is, without a Content-Encoding.');
    }
    const extracted = oneOrNone(request.query['extracted']);
    const dryRun = readDryRun(request.query);
    const { agency, system, person } = sender;
    const leave = await services.admit({ agency, system, bytes: declaredLength(request) ?? services.maxDocumentBytes });
    try {
      const bytes = await readBody(request, services.maxDocumentBytes);
      const { adapter } = request.params;
      const delivery = { adapter, agency, system, extracted, fileName: null, bytes, signature: request.get('homeward-signature') ?? null, receivedBy: person.id, now };
      if (dryRun) {
        const answer = await services.tryDelivery(delivery);
        response.removeHeader('Connection');
        response.json(answer);
        return;
      }
      const { document, state, already } = await services.receive(delivery);
      response.removeHeader('Connection');
      response.status(already ? 200 : 202).json({ document, state, lookUp: `/documents/${document}` });
    } finally {
      leave();
    }
  };
}

function declaredLength(request: Request<{ adapter: string }>): number | null {
  const declared = Number(request.get('content-length') ?? NaN);
  return Number.isSafeInteger(declared) && declared >= 0 ? declared : null;
}

function oneOrNone(value: unknown): string | null {
  if (value === undefined) {
    return null;
  }
  if (typeof value !== 'string') {
    throw new HubError('BAD_INPUT', 'Give "extracted" once.');
  }
  return value;
}
