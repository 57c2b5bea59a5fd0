import path from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { buildSchema } from '../../src/api/build-schema.ts';
import { exampleVariables } from '../../src/api/example-variables.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import { readPartnerOperations } from '../../src/web/partner-operations.ts';

const schema = buildSchema();
const OPERATIONS = readPartnerOperations(path.join(PROJECT_ROOT, 'schema', 'operations'));

describe('the variables the editor begins with', () => {
  it.each(OPERATIONS.map(({ name, query }) => [name, query] as const))('fit %s as they stand, but for who asks, a key and the time', (_name, query) => {
    const definitions = getOperationAST(parse(query))?.variableDefinitions ?? [];
    // What the editor puts in the place of the marks.
    const filled = JSON.parse(JSON.stringify(exampleVariables(schema, query)).replaceAll('$now', '2026-01-01T00:00:00Z')) as Record<string, unknown>;
    const { errors = [] } = getVariableValues(schema, definitions, filled);
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  it('are those that are needed, each in its form, and no others', () => {
    expect(exampleVariables(schema, 'query Q($authority: ID!, $first: Int!, $after: String, $of: TrayOf!, $at: DateTime!) { viewer { name } }')).toEqual({ authority: '$agency', first: 20, of: 'MINE', at: '$now' });
    expect(exampleVariables(schema, 'mutation M($input: RecordOfferInput!) { recordOffer(input: $input) { revision } }')).toEqual({ input: { key: '$key', child: 'id of the child', episodes: ['id of the episode'], at: '$now', offeredTo: 'CHILD' } });
    expect(exampleVariables(schema, 'subscription S($id: ID!) { episodeChanged(episode: $id) { id } }')).toEqual({ id: 'id of the episode' });
    expect(exampleVariables(schema, 'query Q($id: ID!) { child(id: $id) { id } }')).toEqual({ id: 'id of the child' });
    expect(exampleVariables(schema, 'query Q($authority: ID!, $from: String!, $until: String!) { timeliness(authority: $authority, from: $from, until: $until) { months } }')).toEqual({ authority: '$agency', from: '$month', until: '$month' });
    expect(exampleVariables(schema, '{ viewer { name } }')).toEqual({});
  });
});
