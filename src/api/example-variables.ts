import { isEnumType, isInputObjectType, isRequiredInputField, Kind, parse, parseType, type GraphQLSchema, type TypeNode, type VariableDefinitionNode } from 'graphql';

/** What stands in an example for what only the editor knows: who asks, a new key, the time, this month. */
const MARKS: Readonly<Record<string, string>> = { authority: '$agency', key: '$key', at: '$now', due: '$now' };
const PLAIN: Readonly<Record<string, unknown>> = { Int: 0, Float: 0, Boolean: true, String: '...', DateTime: '$now' };
/** What a question, and no mutation, names by months of the calendar: this one. */
const MONTHS: Readonly<Record<string, string>> = { from: '$month', until: '$month' };
/** As many of a list, where a query says how many. */
const SOME = 20;

/** Variables of a document's operation to begin with: each that it needs, in its form, and no others. */
export function exampleVariables(schema: GraphQLSchema, query: string): Readonly<Record<string, unknown>> {
  const defined = parse(query).definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []));
  const examples = defined.filter(isNeeded).map(({ variable: { name }, type }) => [name.value, MONTHS[name.value] ?? exampleOf(schema, name.value === 'id' ? namedBy(query) : name.value, type)] as const);
  return Object.fromEntries(examples);
}

/** What the id of a document is the id of: the field that takes it, or its argument. */
function namedBy(query: string): string {
  const [, field = 'row', argument = 'id'] = /(\w+)\([^()]*?(\w+): \$id\b/.exec(query) ?? [];
  return argument === 'id' ? field : argument;
}

function isNeeded({ type, defaultValue }: VariableDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

function exampleOf(schema: GraphQLSchema, name: string, type: TypeNode): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) {
    return exampleOf(schema, name, type.type);
  }
  if (type.kind === Kind.LIST_TYPE) {
    return [exampleOf(schema, name.replace(/s$/, ''), type.type)];
  }
  const named = schema.getType(type.name.value);
  if (isInputObjectType(named)) {
    const needed = Object.values(named.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(needed.map((field) => [field.name, exampleOf(schema, field.name, parseType(String(field.type)))]));
  }
  return isEnumType(named) ? named.getValues()[0]?.name : valueOf(name, type.name.value);
}

function valueOf(name: string, type: string): unknown {
  const plain = name === 'first' && type === 'Int' ? SOME : (MARKS[name] ?? PLAIN[type]);
  return plain ?? `id of the ${name}`;
}
