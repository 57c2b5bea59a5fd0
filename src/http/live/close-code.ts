import { ERRORS, type HubError } from '../../domain/errors.ts';

/** By what code a WebSocket is closed, in the words of graphql-transport-ws. */
export const GOING_AWAY = 1001;
export const TRY_AGAIN_LATER = 1013;
const CODES: Readonly<Partial<Record<number, number>>> = { 401: 4401, 403: 4403, 429: 4429 };

/** The code that says why a connection is closed; what is the hub's own trouble may be tried again. */
export function closeCodeFor({ code }: HubError): number {
  return CODES[ERRORS[code].status] ?? TRY_AGAIN_LATER;
}
