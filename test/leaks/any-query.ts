import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What a viewer could put into arguments: ids they may have met or made up, and cursors. */
export interface Known {
  readonly ids: readonly string[];
  readonly authorities: readonly string[];
  readonly cursors: readonly string[];
}

const DEEPEST = 5;
const WIDEST = 5;
const TIMES = ['2025-11-19T00:00:00Z', '2025-11-20T00:00:00Z', '2026-06-01T00:00:00Z'];

/** Whole months before the worlds are asked, and one that is not over. */
const MONTHS = ['2025-08', '2025-10', '2025-11'];

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Any query the schema allows, up to a size: fields with and without aliases, arguments left out or given, fragments on fuller
 * types, the type's name, two roots at once. Grows with the schema by itself.
 */
export function anyQuery(schema: GraphQLSchema, known: Known): fc.Arbitrary<string> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const making = new Making(schema, known);
  const root = fc.constantFrom(...roots).chain((field) => making.field(field, 1));
  return fc.array(root, { minLength: 1, maxLength: 2 }).map((asked) => `{ ${asked.map((each, at) => aliased(each, `r${String(at)}`)).join(' ')} }`);
}

/** `name(args) { ... }` under an alias of its own, so that two of one name can stand side by side. */
const aliased = (field: string, alias: string): string => (field.startsWith('...') || field === '__typename' ? field : `${alias}: ${field}`);

class Making {
  readonly #schema: GraphQLSchema;
  readonly #known: Known;

  constructor(schema: GraphQLSchema, known: Known) {
    this.#schema = schema;
    this.#known = known;
  }

  field(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
    const type = getNamedType(field.type);
    const args = this.#arguments(field.args);
    if (!isObjectType(type) && !isAbstractType(type)) {
      return args.map((given) => `${field.name}${given}`);
    }
    // The schema has no unions: whatever is abstract in it is an interface.
    const inside = this.#selection(type as Composite, depth);
    return fc.tuple(args, inside).map(([given, selected]) => `${field.name}${given} { ${selected} }`);
  }

  #selection(type: Composite, depth: number): fc.Arbitrary<string> {
    const fields = Object.values(type.getFields()).filter((field) => depth < DEEPEST || isLeaf(field));
    const asked = fields.map((field) => fc.constant(field).chain((each) => this.field(each, depth + 1)));
    const fragments = this.#fuller(type).map((concrete) =>
      this.#selection(concrete, depth + 1).map((selected) => `... on ${concrete.name} { ${selected} }`),
    );
    const one = fc.oneof(...asked, ...(depth < DEEPEST ? fragments : []), fc.constant('__typename'));
    return fc
      .array(fc.tuple(one, fc.boolean()), { minLength: 1, maxLength: WIDEST })
      .map((parts) => [...new Set(parts.map(([part]) => part))].map((part, at) => (parts[at]?.[1] === true ? aliased(part, `a${String(depth)}${String(at)}`) : part)))
      .map(withoutClashes)
      .map((parts) => parts.join(' '));
  }

  #fuller(type: Composite): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? [...this.#schema.getPossibleTypes(type)] : [];
  }

  #arguments(args: readonly (GraphQLArgument | GraphQLInputField)[]): fc.Arbitrary<string> {
    return this.#given(args).map((given) => (given === '' ? '' : `(${given})`));
  }

  #given(args: readonly (GraphQLArgument | GraphQLInputField)[]): fc.Arbitrary<string> {
    const each = args.map((arg) => {
      const value = this.#value(arg.type, arg.name).map((text) => `${arg.name}: ${text}`);
      return isNonNullType(arg.type) && arg.defaultValue === undefined ? value : fc.oneof(fc.constant(''), value);
    });
    return each.length === 0 ? fc.constant('') : fc.tuple(...each).map((given) => given.filter((text) => text !== '').join(', '));
  }

  #value(type: GraphQLInputType, name: string): fc.Arbitrary<string> {
    if (isNonNullType(type)) {
      return this.#value(type.ofType, name);
    }
    if (isListType(type)) {
      return fc.array(this.#value(type.ofType, name), { minLength: 1, maxLength: 2 }).map((all) => `[${all.join(', ')}]`);
    }
    if (isEnumType(type)) {
      return fc.constantFrom(...type.getValues().map((value) => value.name));
    }
    if (isInputObjectType(type)) {
      return this.#given(Object.values(type.getFields())).map((given) => `{ ${given} }`);
    }
    return this.#scalar(type.name, name);
  }

  #scalar(type: string, name: string): fc.Arbitrary<string> {
    const { ids, authorities, cursors } = this.#known;
    const quoted = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values).map((value) => JSON.stringify(value));
    switch (type) {
      case 'Int':
        return fc.constantFrom('1', '2', '5', '50');
      case 'Boolean':
        return fc.constantFrom('true', 'false');
      case 'ID':
        return quoted(name === 'authority' ? authorities : ids);
      case 'DateTime':
        return quoted(TIMES);
      default:
        if (name === 'from' || name === 'until') {
          return quoted(MONTHS);
        }
        return name === 'after' ? quoted([...cursors, 'bogus']) : quoted([...authorities, ...ids.slice(0, 2)]);
    }
  }
}

const isLeaf = (field: GraphQLField<unknown, unknown>): boolean => {
  const type = getNamedType(field.type);
  return !isObjectType(type) && !isAbstractType(type);
};

/** The same name twice with other arguments is refused before it asks anything: the later one gets an alias. */
function withoutClashes(parts: readonly string[]): string[] {
  const seen = new Set<string>();
  return parts.map((part, at) => {
    const name = /^\w+/.exec(part)?.[0] ?? '';
    if (part.startsWith('...') || !seen.has(name)) {
      seen.add(name);
      return part;
    }
    return aliased(part, `b${String(at)}`);
  });
}
