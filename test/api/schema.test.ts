import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema, emitSchema } from '../../src/api/build-schema.ts';
import { PROJECT_ROOT } from '../../src/config/project-root.ts';
import { allAttributesOf, attributesOf, FAMILIES, groupOf, levelsOf, RECORD_KEYS, type Family, type Group } from '../../src/policy/attributes.ts';
import { acceptedValues, type ReadRule } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';

const schema = buildSchema();

/** Every named thing of the schema with what it says of itself. */
function described(of: GraphQLSchema): { name: string; description: string | null | undefined }[] {
  return Object.values(of.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(type.name))
    .flatMap((type) => {
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
      const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
      const values = isEnumType(type) ? type.getValues() : [];
      const inside = [...fields, ...inputs, ...values, ...fields.flatMap(({ args }) => args)];
      const roots = ['Query', 'Mutation', 'Subscription'].includes(type.name) ? [] : [{ name: type.name, description: type.description }];
      return [...roots, ...inside.map(({ name, description }) => ({ name: `${type.name}.${name}`, description }))];
    });
}

type AnyField = Pick<GraphQLInputField, 'name' | 'description' | 'type'> | GraphQLField<unknown, unknown>;
const fieldsOf = (name: string): readonly AnyField[] => {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values<AnyField>(type.getFields()) : [];
};

/** The types that rows of a family are shown as. */
const typesOf = (family: Family): readonly string[] => levelsOf(family)?.map(({ type }) => type) ?? [family];
const namesOf = (type: string): string[] => fieldsOf(type).flatMap(({ name }) => (name === 'disclosure' ? [] : [name])).sort();

/** Which groups of attributes each level of a family has fields for. */
const LEVELS: readonly (readonly [Family, string, readonly Group[]])[] = [
  ['ReturnInterview', 'ReturnInterview', ['notice']],
  ['ReturnInterview', 'InterviewNotice', ['notice']],
  ['ReturnInterview', 'RedactedInterview', ['notice', 'redacted']],
  ['ReturnInterview', 'FullInterview', ['notice', 'full', 'parties', 'intelligence']],
  ['IntelligenceItem', 'IntelligenceItem', ['facts']],
  ['IntelligenceItem', 'SanitisedIntelligence', ['facts', 'sanitised']],
  ['IntelligenceItem', 'FullIntelligence', ['facts', 'sanitised', 'content', 'source', 'result']],
];

/** Whether whoever meets the conditions of a rule meets those of the other too. */
function holdsWith(other: ReadRule, rule: ReadRule): boolean {
  const asked = Object.entries(other.conditions).every(([fact, condition]) => {
    const stated = rule.conditions[fact as keyof typeof rule.conditions];
    return stated !== undefined && acceptedValues(stated).every((value) => acceptedValues(condition).some((accepted) => isDeepStrictEqual(value, accepted)));
  });
  return other.subject === rule.subject && asked;
}

/** What the type that a row of these fields is shown as promises never to leave out. */
function promisedAt(family: Family, fields: readonly string[]): string[] {
  const level = levelsOf(family)?.find(({ group }) => attributesOf(family, group).some((name) => fields.includes(name)));
  return fieldsOf(level?.type ?? family).flatMap(({ name, type }) => (isNonNullType(type) && name !== 'disclosure' ? [name] : []));
}

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
    expect([...new Set(typesOf(family).flatMap(namesOf))].sort()).toEqual([...known].sort());
    const fields = [family, ...typesOf(family)].flatMap(fieldsOf);
    expect(fields.filter(({ name, description }) => name !== 'disclosure' && description?.match(/Seen by: /g)?.length !== 1)).toEqual([]);
  });

  it.each(LEVELS)('of %s gives %s the fields of its level and no other', (family, type, groups) => {
    expect(namesOf(type)).toEqual([...attributesOf(family, ...groups)].sort());
  });

  it('says of a row at once which level it is, without a promise', () => {
    const interview = schema.getType('ReturnInterview');
    const resolved = isInterfaceType(interview) ? interview.resolveType?.({ __typename: 'InterviewNotice' }, undefined, {} as never, interview) : null;
    expect(resolved).toBe('InterviewNotice');
  });

  it.each(Object.entries(RULES))('row 23: promises %s no value that a rule withholds: one null would empty the whole list', (_role, rules) => {
    const broken = rules.flatMap((rule) => {
      const fields = rules.filter((other) => holdsWith(other, rule)).flatMap((other) => other.fields);
      return promisedAt(rule.subject, fields).filter((name) => !fields.includes(name)).map((name) => `${rule.subject}.${name}`);
    });
    expect([...new Set(broken)]).toEqual([]);
  });

  it('rows 1, 5: filters and orders episodes by nothing that some readers of an episode may not see', () => {
    const names: Record<string, string> = { missingUntil: 'missingSince', missingFrom: 'missingSince' };
    const groups = fieldsOf('EpisodeFilter').map(({ name }) => groupOf('Episode', names[name] ?? name));
    expect(groups.length).toBe(6);
    expect(new Set(groups)).toEqual(new Set(['identity']));
    const order = schema.getType('EpisodeOrder');
    expect(isEnumType(order) && order.getValues().map(({ name }) => name)).toEqual(['MISSING_SINCE_LATEST', 'MISSING_SINCE_EARLIEST']);
  });
});
