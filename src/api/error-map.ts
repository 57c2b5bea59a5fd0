import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERRORS, HubError } from '../domain/errors.ts';
import type { Log } from '../logging/log.ts';
import { allowedIn, inPlainWords, lackingOf, type SchemaWords } from './plain-words.ts';

export type ErrorMap = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** A HubError as GraphQL carries it; a status where it decides the whole answer. */
export function toGraphQLError(error: HubError, status?: number): GraphQLError {
  const extensions = status === undefined ? {} : { http: { status } };
  return new GraphQLError(error.message, { originalError: error, extensions });
}

/**
 * The only place where an error becomes what a client sees: a code, what to do about it and a reference the log has too.
 * Words of our own only: those of libraries and databases repeat what they choke on.
 */
export function createErrorMap(schemaWords: SchemaWords, log: Log): ErrorMap {
  return (formatted, error) => {
    const reference = randomUUID();
    const told = hubErrorWithin(error) ?? fromGraphQL(formatted, error, schemaWords);
    logFailure(log, { reference, told, cause: innermost(error) });
    const { locations, path } = formatted;
    return {
      message: told.message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code: told.code, remedy: ERRORS[told.code].remedy, reference },
    };
  };
}

interface Failure {
  readonly reference: string;
  readonly told: HubError;
  readonly cause: unknown;
}

/** Keeps the real cause where the operator finds it by the reference; a client's own mistake needs no cause. */
export function logFailure(log: Log, { reference, told: { code }, cause }: Failure): void {
  if (ERRORS[code].status >= 500) {
    log.error('request-failed', { reference, code }, cause);
  } else {
    log.info('request-answered', { reference, code });
  }
}

/** The hub's own error that another carries; null where what went wrong inside is for the log alone. */
export function hubErrorWithin(error: unknown): HubError | null {
  const cause = innermost(error);
  return cause instanceof HubError && cause.code !== 'INTERNAL' ? cause : null;
}

function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? innermost(error.originalError) : error;
}

function fromGraphQL(formatted: GraphQLFormattedError, error: unknown, schemaWords: SchemaWords): HubError {
  const fault = error instanceof GraphQLError ? clientFault(formatted, schemaWords) : null;
  return fault ?? new HubError('INTERNAL', 'The hub failed.');
}

/** What the client did wrong, as far as GraphQL itself noticed it; null where the fault is ours. */
function clientFault({ message, extensions }: GraphQLFormattedError, schemaWords: SchemaWords): HubError | null {
  switch (extensions?.['code']) {
    case 'GRAPHQL_PARSE_FAILED':
      return message.includes('Parsing aborted')
        ? new HubError('QUERY_REFUSED', 'The query has too many words.')
        : new HubError('BAD_INPUT', 'The query cannot be read as GraphQL.');
    case 'GRAPHQL_VALIDATION_FAILED':
      return new HubError('BAD_INPUT', inPlainWords(message, schemaWords));
    case 'BAD_USER_INPUT':
      return new HubError('BAD_INPUT', `${variableNamed(message)} ${lackingOf(message, schemaWords) ?? 'is missing or does not fit its type.'}${allowedIn(message, schemaWords)}`);
    case 'OPERATION_RESOLUTION_FAILURE':
      return new HubError('BAD_INPUT', 'The request does not say which of the operations in the document to run.');
    case 'BAD_REQUEST':
      return new HubError('BAD_INPUT', 'The request is not a GraphQL request: one JSON object with a query.');
    case 'PERSISTED_QUERY_NOT_SUPPORTED':
      return new HubError('BAD_INPUT', 'The hub does not keep queries for clients; send the query itself.');
    default:
      return unmarkedFault(message);
  }
}

/** The variable graphql-js speaks of, and where in it: names of the client's own document and of the schema, never a value. */
function variableNamed(message: string): string {
  const name = /^Variable "(\$\w{1,60})"/.exec(message)?.[1];
  const place = / at "(\w[\w.[\]]{0,120})"; /.exec(message)?.[1];
  return name === undefined ? 'A variable' : `The variable ${name}${place === undefined ? '' : ` (at ${place})`}`;
}

/** What graphql-js notices only when the query runs, and gives no code: a null where an argument has a default, say. */
function unmarkedFault(message: string): HubError | null {
  return message.startsWith('Argument "') ? new HubError('BAD_INPUT', 'An argument does not fit its type.') : null;
}
