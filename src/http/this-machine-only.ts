import type { RequestHandler } from 'express';
import { ERRORS, HubError } from '../domain/errors.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets only this machine through, and only by its own names: a page elsewhere whose address was made to lead here
 * carries its own name, and a page elsewhere that calls here is from another site.
 */
export const thisMachineOnly: RequestHandler = (request, _response, next) => {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const site = request.get('sec-fetch-site') ?? 'none';
  const ours = LOOPBACK.test(request.socket.remoteAddress ?? '') && LOOPBACK_NAMES.has(name) && /^(none|same-origin)$/.test(site);
  next(ours ? undefined : new HubError('NOT_FOUND', ERRORS.NOT_FOUND.meaning));
};
