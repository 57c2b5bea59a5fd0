import type { RequestHandler } from 'express';

const NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** What our own pages may load: files from this hub, and nothing from anywhere else. */
export const OWN_FILES_ONLY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers of every answer: kept nowhere, framed nowhere, loading nothing. A page that loads something says so itself. */
export function securityHeaders(production: boolean): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': NOTHING_LOADS,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      ...(production && { 'Strict-Transport-Security': 'max-age=31536000' }),
    });
    next();
  };
}
