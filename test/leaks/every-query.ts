import { getNamedType, isInterfaceType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** How deep a selection goes below the field a query is about. */
const DEEPEST = 3;

/**
 * One query for each field of each object that a root field leads to, and within it all there is; so every attribute is
 * also asked for alone, without those that a decision about it might lean on. Grows with the schema by itself.
 */
export function everyQuery(schema: GraphQLSchema, asked: Readonly<Record<string, readonly string[]>>): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => (asked[root.name] ?? []).flatMap((args) => queriesOf(root, args)));
}

/** The root fields that `asked` says nothing of. */
export function rootsLeftOut(schema: GraphQLSchema, asked: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((root) => !(root in asked));
}

function queriesOf(root: GraphQLField<unknown, unknown>, args: string): string[] {
  const type = getNamedType(root.type);
  if (isInterfaceType(type)) {
    return [`{ ${root.name}${args} { __typename id } }`];
  }
  return isObjectType(type) ? Object.values(type.getFields()).map((field) => `{ ${root.name}${args} { ${selected(field, [type])} } }`) : [];
}

function selected(field: GraphQLField<unknown, unknown>, above: readonly GraphQLObjectType[]): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) {
    return field.name;
  }
  const fields = Object.values(type.getFields()).filter((inner) => !isObjectType(getNamedType(inner.type)) || above.length < DEEPEST);
  const inside = fields.map((inner) => selected(inner, [...above, type])).join(' ');
  return `${field.name} { ${inside === '' ? '__typename' : inside} }`;
}
