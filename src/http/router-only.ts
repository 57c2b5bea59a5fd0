import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { nothingHere } from './problem.ts';

/** Carries the key that shows a federation router as one, in base64url. */
const HEADER = 'homeward-router';

/** Lets only a router through that shows one of these keys; to everybody else there is nothing here, as anywhere else. */
export function routerOnly(keys: readonly Buffer[]): RequestHandler {
  const known = keys.map((key) => digestOf(key));
  return (request, response, next) => {
    const shown = digestOf(Buffer.from(request.get(HEADER) ?? '', 'base64url'));
    // Every key is compared, each in the same time: how long it takes tells nothing of any.
    const fits = known.map((digest) => timingSafeEqual(digest, shown)).includes(true);
    if (fits) {
      next();
    } else {
      void nothingHere(request, response, next);
    }
  };
}

function digestOf(key: Buffer): Buffer {
  return createHash('sha256').update(key).digest();
}
