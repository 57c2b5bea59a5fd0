import { getNamedType, isAbstractType, isCompositeType, isObjectType, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** How deep a selection goes below the field a query is about. */
const DEEPEST = 2;
/** How many values of one object a query asks for at once. */
const AT_ONCE = 12;

/** Queries that together ask for everything the schema has below each root, level by level, in small pieces. */
export function everySelection(schema: GraphQLSchema, asked: Readonly<Record<string, readonly string[]>>): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => (asked[root.name] ?? []).flatMap((args) => below(schema, root, []).map((selection) => `{ ${root.name}${args}${selection} }`)));
}

/** What can stand behind a field: nothing for a value, one selection for each piece of each type it may be. */
function below(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, above: readonly GraphQLNamedType[]): string[] {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) {
    return [''];
  }
  if (above.includes(type) || above.length === DEEPEST) {
    return [];
  }
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type].filter(isObjectType);
  return types.flatMap((one) => pieces(schema, one, [...above, type]).map((piece) => ` { __typename ... on ${one.name} { ${piece} } }`));
}

function pieces(schema: GraphQLSchema, type: GraphQLObjectType, above: readonly GraphQLNamedType[]): string[] {
  const fields = Object.values(type.getFields());
  const values = fields.filter((field) => !isCompositeType(getNamedType(field.type))).map(({ name }) => name);
  const links = fields.filter((field) => isCompositeType(getNamedType(field.type)));
  const together = Array.from({ length: Math.ceil(values.length / AT_ONCE) }, (_, n) => values.slice(n * AT_ONCE, (n + 1) * AT_ONCE).join(' '));
  return [...together, ...links.flatMap((link) => below(schema, link, above).map((selection) => link.name + selection))];
}
