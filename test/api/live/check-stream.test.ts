import type { GraphQLError } from 'graphql';
import { buildSchema } from '../../../src/api/build-schema.ts';
import { hubErrorWithin } from '../../../src/api/error-map.ts';
import { createCheckStream, type StreamAsked } from '../../../src/api/live/check-stream.ts';
import { registerOperations } from '../../../src/api/registered-operations.ts';

const PROMISED = 'subscription AlertRaised {\n  alertRaised {\n    id\n  }\n}';
const registered = registerOperations([{ partner: 'a-partner', query: PROMISED }]);
const [id = ''] = registered.keys();
const schema = buildSchema();
const outside = createCheckStream(schema, { production: false, operations: { registered, any: true } });
const inProduction = createCheckStream(schema, { production: true, operations: { registered, any: false } });

const codesOf = (sent: StreamAsked, check = outside): unknown => {
  const checked = check(sent);
  return Array.isArray(checked) ? checked.map((error: GraphQLError) => hubErrorWithin(error)?.code ?? error.extensions['code']) : 'OPENED';
};

describe('a subscription', () => {
  it.each([
    ['that is sent as it is', { query: PROMISED }],
    ['that is named by its id', { query: '', extensions: { persistedQuery: { sha256Hash: id } } }],
  ])('%s is opened in production where it is registered', (_how, sent) => {
    expect(codesOf(sent, inProduction)).toBe('OPENED');
  });

  it('that nobody registered is refused in production, and opened elsewhere', () => {
    const own = { query: 'subscription Own { alertRaised { kind } }' };
    expect([codesOf(own, inProduction), codesOf(own)]).toEqual([['OPERATION_NOT_REGISTERED'], 'OPENED']);
  });

  it.each([
    ['no text', {}, 'BAD_REQUEST'],
    ['no GraphQL', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
    ['too many words', { query: `subscription { alertRaised { ${'id '.repeat(1600)} } }` }, 'GRAPHQL_PARSE_FAILED'],
    ['no such operation in it', { query: PROMISED, operationName: 'Another' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['a variable missing', { query: 'subscription E($id: ID!) { episodeChanged(episode: $id) { id } }', variables: {} }, 'BAD_USER_INPUT'],
    ['variables that are none', { query: 'subscription E($id: ID!) { episodeChanged(episode: $id) { id } }', variables: ['1'] }, 'BAD_USER_INPUT'],
  ])('with %s is not', (_what, sent, code) => {
    expect(codesOf(sent)).toEqual([code]);
  });
});
