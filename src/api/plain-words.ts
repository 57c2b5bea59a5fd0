import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** What the published schema calls things, and the values of its enums: what an error may say of a request. */
export interface SchemaWords {
  readonly names: ReadonlySet<string>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** The fields of each input type. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
  /** The fields of each type that is answered, but of the roots. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

/** As many fields of a type are named in an error. */
const MOST_FIELDS = 20;

/** What graphql-js finds wrong with a query, as far as it helps a client to know, without what the client wrote. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/introspection/i, 'This hub does not describe its schema on request'],
  [/^Cannot query field/, 'There is no such field'],
  [/^Unknown argument/, 'There is no such argument'],
  [/^Unknown type/, 'There is no such type'],
  [/^Unknown directive/, 'There is no such directive'],
  [/^Unknown fragment/, 'A fragment is used that is not there'],
  [/must have a selection of subfields/, 'The field needs a selection of its fields'],
  [/must not have a selection/, 'The field has no fields to select'],
  [/is required|was not provided/, 'Something required is missing'],
  [/^Fields ".*" conflict/, 'One name stands for two different fields; give each an alias of its own'],
  [/^Variable /, 'A variable is not declared, declared twice, or does not fit where it is used'],
  [/^(Expected|Enum|Value|Int|Float|String|Boolean|ID|Field ".*" is not defined)/, 'A value does not fit its type'],
];

/** A sentence of our own, with the names from the schema that it is about and nothing else of the message. */
export function inPlainWords(message: string, words: SchemaWords): string {
  const sentence = SENTENCES.find(([pattern]) => pattern.test(message))?.[1] ?? 'The query does not fit the schema';
  const [fact = ''] = message.split('Did you mean');
  const quoted = [...fact.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name.replaceAll(/[[\]!]/g, ''));
  const known = [...new Set(quoted.filter((name) => name.split('.').every((word) => words.names.has(word))))];
  return `${known.length === 0 ? `${sentence}.` : `${sentence} (${known.join(', ')}).`}${allowedIn(message, words)}`;
}

/** What would have been right, where a message says that an enum has no such value or an input no such field; of what was sent only what is a word of the schema. */
export function allowedIn(message: string, words: SchemaWords): string {
  return fieldsOf(message, words) ?? selectableOf(message, words) ?? valuesOf(message, words);
}

/** Which field of an input is missing, by its name in the schema; null where that is not what a message says. */
export function lackingOf(message: string, { names }: SchemaWords): string | null {
  const [, field = '', type = ''] = /; Field "(\w{1,60})" of required type "([\w[\]!]{1,80})" was not provided\.$/.exec(message) ?? [];
  return names.has(field) ? `lacks ${field}, which is required (${type}).` : null;
}

function fieldsOf(message: string, { names, inputs }: SchemaWords): string | null {
  const [, sent = '', type = ''] = /(?:^|; )Field "(\w{1,60})" is not defined by type "(\w{1,60})"\.(?: Did you mean [^?]*\?)?$/.exec(message) ?? [];
  const fields = inputs.get(type);
  return fields === undefined ? null : ` ${type} has no field ${names.has(sent) ? sent : 'of a name that was sent'}; it has ${fields.join(', ')}.`;
}

/** What a type has that was asked for something else; not of one with so many fields that nobody reads them. What was asked for is said where it is a slip of the pen for one of them, and so nothing else. */
function selectableOf(message: string, { outputs }: SchemaWords): string | null {
  const [, sent = '', type = ''] = /^Cannot query field "([^"]*)" on type "(\w{1,60})"\./.exec(message) ?? [];
  const fields = outputs.get(type) ?? [];
  const meant = fields.find((field) => bare(field) === bare(sent));
  if (meant !== undefined) {
    return ` ${type} has no field ${sent}; it has ${meant}.`;
  }
  return fields.length === 0 || fields.length > MOST_FIELDS ? null : ` ${type} has ${fields.join(', ')}.`;
}

/** A name without what is easily written otherwise: capitals, underscores and the s of several. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll('_', '').replace(/s$/, '');
}

function valuesOf(message: string, { enums }: SchemaWords): string {
  const name = /"(\w+)" enum\.(?: Did you mean [^.]*\?)?$/.exec(message)?.[1] ?? '';
  const values = enums.get(name);
  return values === undefined ? '' : ` ${name} is one of ${values.join(', ')}.`;
}

/** Every name the published schema gives to a type, field or argument. */
export function wordsOf(schema: GraphQLSchema): SchemaWords {
  const words = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    words.add(type.name);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        words.add(field.name);
        field.args.forEach((argument) => words.add(argument.name));
      }
    } else if (isInputObjectType(type)) {
      Object.keys(type.getFields()).forEach((name) => words.add(name));
    }
  }
  const types = Object.values(schema.getTypeMap());
  const enums = types.flatMap((type) => (isEnumType(type) ? [[type.name, type.getValues().map(({ name }) => name)] as const] : []));
  const inputs = types.flatMap((type) => (isInputObjectType(type) ? [[type.name, Object.keys(type.getFields())] as const] : []));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const outputs = types.flatMap((type) => ((isObjectType(type) && !roots.includes(type)) || isInterfaceType(type) ? [[type.name, Object.keys(type.getFields())] as const] : []));
  return { names: words, enums: new Map(enums), inputs: new Map(inputs), outputs: new Map(outputs) };
}
