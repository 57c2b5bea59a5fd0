import { isInputObjectType, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';

/** What of a schema a document rests on: types by their names, fields as `Type.field`, arguments as `Type.field(argument)`. */
export function usesOf(schema: GraphQLSchema, document: string): ReadonlySet<string> {
  const uses = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    parse(document),
    visitWithTypeInfo(types, {
      NamedType({ name }) {
        // Of a variable or a fragment: whatever a variable's type takes, a client may be sending.
        addInput(schema, name.value, uses);
      },
      Argument({ name }) {
        uses.add(`${placeOf(types)}(${name.value})`);
        addInput(schema, named(String(types.getInputType())), uses);
      },
      Field() {
        uses.add(types.getParentType()?.name ?? '').add(placeOf(types));
        uses.add(named(String(types.getType())));
      },
    }),
  );
  return uses;
}

/** A type by its name alone, whether or not it is a list and may be null. */
function named(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

function placeOf(types: TypeInfo): string {
  return `${types.getParentType()?.name ?? ''}.${types.getFieldDef()?.name ?? ''}`;
}

/** A type by its name; of one that is sent every field too, however deep. */
function addInput(schema: GraphQLSchema, name: string, uses: Set<string>): void {
  if (uses.has(name)) {
    return;
  }
  uses.add(name);
  const type = schema.getType(name);
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      uses.add(`${name}.${field.name}`);
      addInput(schema, named(String(field.type)), uses);
    }
  }
}
