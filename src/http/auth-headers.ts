import type { Request } from 'express';
import type { AuthHeaders } from '../auth/authenticate.ts';

/** The two headers of a request that say who asks. */
export function authHeaders(request: Request): AuthHeaders {
  return { authorization: request.get('authorization'), homewardRole: request.get('homeward-role') };
}
