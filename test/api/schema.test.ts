import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema, emitSchema } from '../../src/api/build-schema.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import { allAttributesOf, FAMILIES, groupOf, RECORD_KEYS } from '../../src/policy/attributes.ts';

const schema = buildSchema();

/** Every named thing of the schema with what it says of itself. */
function described(of: GraphQLSchema): { name: string; description: string | null | undefined }[] {
  return Object.values(of.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(type.name))
    .flatMap((type) => {
      const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
      const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
      const values = isEnumType(type) ? type.getValues() : [];
      const inside = [...fields, ...inputs, ...values, ...fields.flatMap(({ args }) => args)];
      const roots = ['Query'].includes(type.name) ? [] : [{ name: type.name, description: type.description }];
      return [...roots, ...inside.map(({ name, description }) => ({ name: `${type.name}.${name}`, description }))];
    });
}

type AnyField = Pick<GraphQLInputField, 'name' | 'description' | 'type'> | GraphQLField<unknown, unknown>;
const fieldsOf = (name: string): readonly AnyField[] => {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.values<AnyField>(type.getFields()) : [];
};

describe('the schema', () => {
  it('is the one that is published in schema/schema.graphql', () => {
    expect(emitSchema()).toBe(readFileSync(path.join(PROJECT_ROOT, 'schema', 'schema.graphql'), 'utf8'));
  });

  it('describes every type, field, argument and value in words', () => {
    const all = described(schema);
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(({ description }) => !description || description.length < 5)).toEqual([]);
  });

  it.each(FAMILIES)('has exactly the attributes that the policy knows of %s, and says of each who sees it', (family) => {
    const known = allAttributesOf(family).filter((name) => name !== RECORD_KEYS);
    const fields = fieldsOf(family).filter(({ name }) => name !== 'disclosure');
    expect(fields.map(({ name }) => name).sort()).toEqual([...known].sort());
    expect(fields.filter(({ description }) => !description?.includes('Seen by: '))).toEqual([]);
  });

  it.each(['Child', 'Episode'])('never promises a value where %s may withhold one', (family) => {
    const promised = fieldsOf(family).filter(({ name, type }) => isNonNullType(type) && name !== 'disclosure');
    const groups = promised.map(({ name }) => groupOf(family as 'Child' | 'Episode', name));
    expect(promised.length).toBeGreaterThan(3);
    expect(new Set(groups)).toEqual(new Set(['identity']));
  });

  it('filters and orders episodes by nothing that some readers of an episode may not see', () => {
    const names: Record<string, string> = { missingUntil: 'missingSince', missingFrom: 'missingSince' };
    const groups = fieldsOf('EpisodeFilter').map(({ name }) => groupOf('Episode', names[name] ?? name));
    expect(groups.length).toBe(6);
    expect(new Set(groups)).toEqual(new Set(['identity']));
    const order = schema.getType('EpisodeOrder');
    expect(isEnumType(order) && order.getValues().map(({ name }) => name)).toEqual(['MISSING_SINCE_LATEST', 'MISSING_SINCE_EARLIEST']);
  });
});
