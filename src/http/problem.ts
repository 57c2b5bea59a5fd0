import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { logFailure } from '../api/error-map.ts';
import { ERRORS, HubError } from '../domain/errors.ts';
import type { Log } from '../logging/log.ts';
import { onError } from './on-error.ts';

const FAILED = 'The hub failed.';
/** Seconds until a hub that is away is worth another try. */
const AWAY = 10;

/** Any error as one the hub may show: what express and its body parser choke on is the client's, the rest is ours. */
export function asHubError(error: unknown): HubError {
  if (error instanceof HubError) {
    // What went wrong inside is for the log, also where the hub itself noticed it.
    return error.code === 'INTERNAL' ? new HubError('INTERNAL', FAILED) : error;
  }
  if (hasText(error, 'type') && error.type === 'entity.too.large') {
    return new HubError('QUERY_REFUSED', 'The request body is larger than the hub reads.');
  }
  const status = statusOf(error);
  return status >= 400 && status < 500
    ? new HubError('BAD_INPUT', 'The request cannot be read.')
    : new HubError('INTERNAL', FAILED);
}

/** Answers an error as problem details; the cause goes to the log under the same reference. */
export function answerProblem(log: Log): ErrorRequestHandler {
  return onError((error, response) => {
    const told = asHubError(error);
    const reference = randomUUID();
    logFailure(log, { reference, told, cause: error });
    sendProblem(response, told, reference);
  });
}

/** For an address that leads nowhere. */
export const nothingHere: RequestHandler = (_request, response) => {
  sendProblem(response, new HubError('NOT_FOUND', ERRORS.NOT_FOUND.meaning), randomUUID());
};

function sendProblem(response: Response, { code, message, details }: HubError, reference: string): void {
  const { status, remedy } = ERRORS[code];
  // Whoever meets a hub that is away for a moment is told when to come again.
  const wait = details['retryAfter'] ?? (status === 503 ? AWAY : undefined);
  if (wait !== undefined) {
    response.set('Retry-After', String(wait));
  }
  if (status === 401) {
    response.set('WWW-Authenticate', 'Bearer');
  }
  response.status(status).type('application/problem+json').send(JSON.stringify({ status, code, message, remedy, reference }));
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}

function hasText<K extends string>(error: unknown, key: K): error is Record<K, string> {
  return typeof error === 'object' && error !== null && key in error;
}
