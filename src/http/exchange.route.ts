import { Router, type Request, type RequestHandler } from 'express';
import { HubError } from '../domain/errors.ts';
import type { Arrived } from '../exchange/inbound/at-the-door.ts';
import type { HttpServices } from './http-services.ts';
import { readBody } from './read-body.ts';

/** As much as documents take when they are written as text, and the statement beside them. */
const AS_TEXT = 1.4;
/** A head and its signatures are a few hundred bytes. */
const MOST_OF_A_STATEMENT = 8 * 1024;

/** Messages of other hubs, and whose word this hub's is. */
export function exchangeRoutes(services: HttpServices): Router {
  const router = Router();
  router.post('/messages', takeMessageRoute(services));
  router.post('/anchors', statementRoute(services, services.exchange.takeAnchor));
  router.post('/anchors/held', statementRoute(services, services.exchange.answerHeld));
  return router;
}

/** Who it is of is known before a byte of it is read, as for any document; the answer is a receipt that this hub signed. */
function takeMessageRoute({ exchange, admit, maxDocumentBytes }: HttpServices): RequestHandler {
  return async (request, response) => {
    // A refused sender may still be sending; the connection is not used again.
    response.set('Connection', 'close');
    const hub = request.get('homeward-hub');
    const partner = await exchange.partnerAtTheDoor(hub);
    if (request.get('content-encoding') !== undefined) {
      throw new HubError('BAD_INPUT', 'Send the message as it is, without a Content-Encoding.');
    }
    const most = Math.ceil(maxDocumentBytes * AS_TEXT);
    const leave = await admit({ agency: partner.agencies[0] ?? partner.id, system: partner.id, bytes: Number(request.get('content-length') ?? most) });
    try {
      response.json(await exchange.takeMessage(arrivedIn(request, await readBody(request, most))));
    } finally {
      leave();
    }
  };
}

/** A statement of a few lines, and the one that answers it. */
function statementRoute({ exchange }: HttpServices, answer: (arrived: Arrived) => Promise<object>): RequestHandler {
  return async (request, response) => {
    response.set('Connection', 'close');
    const hub = request.get('homeward-hub');
    await exchange.partnerAtTheDoor(hub);
    if (request.get('content-encoding') !== undefined) {
      throw new HubError('BAD_INPUT', 'Send the message as it is, without a Content-Encoding.');
    }
    response.json(await answer(arrivedIn(request, await readBody(request, MOST_OF_A_STATEMENT))));
  };
}

/** The body, and what the partner says of it beside it. */
function arrivedIn(request: Request, body: Buffer): Arrived {
  const [hub, id, timestamp, signature] = ['homeward-hub', 'webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => request.get(name));
  return { hub, body, id, timestamp, signature };
}

/** What anybody may know of this hub: what it is called, and the public halves of its keys for delivery. */
export function wellKnownRoute({ exchange }: HttpServices): RequestHandler {
  return (_request, response) => {
    const published = exchange.published();
    if (published === null) {
      throw new HubError('NOT_FOUND', 'This hub exchanges nothing.');
    }
    response.json(published);
  };
}
