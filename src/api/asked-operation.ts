import { z } from 'zod';
import { HubError } from '../domain/errors.ts';
import { idOf, type RegisteredOperations } from './registered-operations.ts';

/** Which documents the hub runs. */
export interface AllowedOperations {
  readonly registered: RegisteredOperations;
  /** Also any that nobody registered. */
  readonly any: boolean;
}

/** What of a request names its document; the hub keeps none that a client brings. */
const REQUEST = z.looseObject({
  query: z.string().nullish(),
  documentId: z.string().nullish(),
  extensions: z.looseObject({ persistedQuery: z.looseObject({ sha256Hash: z.string() }).nullish() }).nullish(),
});

/**
 * The request with the document that is to be run: the registered one whose id it names (`extensions.persistedQuery.sha256Hash`,
 * or `documentId`), whatever else it brings; or its own, where that is allowed or is, to the letter, a registered one.
 */
export function askedOperation<T>(request: T, { registered, any }: AllowedOperations): T {
  const read = REQUEST.safeParse(request);
  if (!read.success) {
    return orRefused(request, any);
  }
  const { query, documentId, extensions, ...rest } = read.data;
  const named = documentId ?? extensions?.persistedQuery?.sha256Hash ?? null;
  const operation = registered.get(named === null ? idOf(query ?? '') : plainId(named));
  if (operation === undefined) {
    return orRefused(request, any && named === null);
  }
  // What was read of the request, and its document, are of the shape it had.
  return { ...rest, query: operation.body } as T;
}

function plainId(named: string): string {
  return named.toLowerCase().replace(/^sha256:/, '');
}

/** What is no request at all, or brings a document of its own, is for GraphQL to answer where anything may be asked. */
function orRefused<T>(request: T, any: boolean): T {
  if (!any) {
    throw new HubError('OPERATION_NOT_REGISTERED', 'This is none of the operations that are registered with this hub.');
  }
  return request;
}
