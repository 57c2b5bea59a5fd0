import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from './context.ts';
import type { ErrorMap } from './error-map.ts';
import { MOST_TOKENS, validationLimits } from './limits.ts';

/** Every answer, however it came about, is for this reader alone. */
const neverStored: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        response.http.headers.set('cache-control', 'no-store');
        return Promise.resolve();
      },
    }),
};

/** The GraphQL server: limits before, the error map behind, nothing kept between requests but parsed documents. */
export function createGraphQLServer(
  schema: GraphQLSchema,
  { production, errorMap }: { production: boolean; errorMap: ErrorMap },
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: !production,
    formatError: errorMap,
    validationRules: validationLimits(),
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), neverStored],
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    status400ForVariableCoercionErrors: true,
    stopOnTerminationSignals: false,
    logger: SILENT,
  });
}

const nothing = (): (void) => undefined;
/** Apollo's own log lines carry messages with what clients sent; every failure reaches the log by the error map instead. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
