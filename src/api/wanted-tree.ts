import { collectSubFields } from '@graphql-tools/utils';
import { GraphQLError, getArgumentValues, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { AGREEMENT_WANTED, COURSE_SUGGESTING, COURSE_WANTED, WORKED_OUT } from '../actions/course-wanted.ts';
import { HubError } from '../domain/errors.ts';
import type { WantedField, WantedTree } from '../gate/read-request.ts';

/** Types whose objects are rows of their own, which the gate decides about one by one. */
const ROW_TYPES: ReadonlySet<string> = new Set([
  'Child',
  'Episode',
  'Placement',
  'Offer',
  'ReturnStep',
  'CaseRecord',
  'Concern',
  'CaseAction',
  'RiskAssessment',
  'PlacementAgreement',
  'ReturnInterview',
  'LocatingFacts',
  'Redaction',
  'SharingRecord',
  'IntelligenceItem',
  'SafetyNote',
  'MatchReview',
  'HomeReport',
  'HomeProfile',
  'Transmission',
]);
const LARGEST_LIST = 50;

/** What of the schema and the request a selection is read against. */
type Source = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/**
 * The name a link is answered under: one of its own for each alias, so that two with different arguments stay apart.
 * Everything that is not a link is answered under its own name, whatever the client calls it.
 */
export function linkKey(name: string, alias: string): string {
  return alias === name ? name : `${name}_${alias}`;
}

/** What is wanted of the objects that the given path of field names leads to from the field being resolved, by concrete type. */
export function wantedTree(info: GraphQLResolveInfo, ...paths: readonly (readonly string[])[]): WantedTree {
  const here = namedType(info.returnType);
  const ends = (paths.length === 0 ? [[]] : paths).map((path) => walk(info, { type: here, nodes: [...info.fieldNodes] }, path));
  const type = ends[0]?.type ?? here;
  return treeOf(info, type, ends.flatMap((end) => end.nodes));
}

/** What is wanted of the objects of one concrete type, of all the types that the field being resolved can answer with. */
export function wantedOf(info: GraphQLResolveInfo, name: string): WantedTree {
  const type = info.schema.getType(name);
  if (!isObjectType(type)) {
    throw new HubError('INTERNAL', `${name} has no fields.`);
  }
  return treeOf(info, type, [...info.fieldNodes]);
}

/** Whether this path of field names is asked for below the field being resolved. */
export function selects(info: GraphQLResolveInfo, ...path: readonly string[]): boolean {
  const parent = walk(info, { type: namedType(info.returnType), nodes: [...info.fieldNodes] }, path.slice(0, -1));
  return nodesIn(info, parent).some((node) => node.name.value === path.at(-1));
}

/** A type with fields: what objects are, or an interface that objects of several levels share. */
type Fielded = GraphQLObjectType | GraphQLInterfaceType;

interface Selected<T extends Fielded = Fielded> {
  readonly type: T;
  readonly nodes: FieldNode[];
}

function walk(source: Source, from: Selected, path: readonly string[]): Selected {
  const [name, ...rest] = path;
  if (name === undefined) {
    return from;
  }
  const field = from.type.getFields()[name];
  if (!field) {
    throw new HubError('INTERNAL', `No field ${name} on ${from.type.name}.`);
  }
  const nodes = nodesIn(source, from).filter((node) => node.name.value === name);
  return walk(source, { type: namedType(field.type), nodes }, rest);
}

/** Every field selected of the type, each once, whichever of its concrete types it is selected on. */
function nodesIn(source: Source, { type, nodes }: Selected): FieldNode[] {
  const all = concreteTypes(source, type).flatMap((one) => groups(source, { type: one, nodes }).flatMap(([, group]) => group));
  return [...new Set(all)];
}

function concreteTypes({ schema }: Source, type: Fielded): readonly GraphQLObjectType[] {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
}

function groups(source: Source, { type, nodes }: Selected<GraphQLObjectType>): [string, FieldNode[]][] {
  if (nodes.length === 0) {
    return [];
  }
  // The library reads the variables' values under a name of its own.
  const variables = { coerced: source.variableValues, sources: {} };
  return [...collectSubFields(source.schema, source.fragments, variables, type, nodes).fields];
}

/** A field selected on an interface is wanted of every concrete type; one selected on a concrete type, of that alone. */
function treeOf(source: Source, type: Fielded, selected: FieldNode[]): WantedTree {
  return Object.fromEntries(concreteTypes(source, type).map((one) => [one.name, fieldsOf(source, one, selected)]));
}

function fieldsOf(source: Source, type: GraphQLObjectType, selected: FieldNode[]): readonly WantedField[] {
  const wanted = new Map<string, WantedField>();
  for (const [alias, group] of groups(source, { type, nodes: selected })) {
    // Lists answered together may each give the same alias to another field.
    for (const name of new Set(group.map((node) => node.name.value))) {
      const field = type.getFields()[name];
      if (field) {
        const nodes = group.filter((node) => node.name.value === name);
        const one = wantedField(source, { field, alias, nodes });
        wanted.set(one.key, one);
        const suggesting = name === 'nextStep' && nodesIn(source, { type: namedType(field.type), nodes }).some((node) => node.name.value === 'suggestedWorker');
        besides(type, name, suggesting).filter(({ key }) => suggesting || !wanted.has(key)).forEach((each) => wanted.set(each.key, each));
      }
    }
  }
  return [...wanted.values()];
}

/** What a field that is kept nowhere is worked out of: wanted under keys of our own, and nothing else the client sees. */
function besides({ name }: GraphQLObjectType, field: string, suggesting: boolean): readonly WantedField[] {
  if (name === 'PlacementAgreement' && field === 'gaps') {
    return AGREEMENT_WANTED;
  }
  return name === 'Episode' && WORKED_OUT.includes(field) ? (suggesting ? COURSE_SUGGESTING : COURSE_WANTED) : [];
}

interface FieldUse {
  readonly field: GraphQLField<unknown, unknown>;
  readonly alias: string;
  readonly nodes: FieldNode[];
}

function wantedField(source: Source, { field, alias, nodes }: FieldUse): WantedField {
  const of = getNamedType(field.type);
  if (!(isObjectType(of) || isInterfaceType(of)) || !ROW_TYPES.has(of.name)) {
    return { name: field.name, key: field.name };
  }
  const firsts = new Set(nodes.map((node) => firstOf(source, field, node)));
  if (firsts.size > 1) {
    throw new HubError('BAD_INPUT', `One alias of "${field.name}" asks for different numbers; give each its own alias.`);
  }
  const [first] = firsts;
  const link = { name: field.name, key: linkKey(field.name, alias), sub: treeOf(source, of, nodes) };
  return first === undefined ? link : { ...link, first };
}

function firstOf(source: Source, field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
  if (field.args.length === 0) {
    return undefined;
  }
  const first = argument(source, field, node);
  if (typeof first !== 'number' || first < 1 || first > LARGEST_LIST) {
    throw new HubError('BAD_INPUT', `"first" of "${field.name}" is from 1 to ${LARGEST_LIST.toString()}.`);
  }
  return first;
}

function argument(source: Source, field: GraphQLField<unknown, unknown>, node: FieldNode): unknown {
  try {
    return getArgumentValues(field, node, source.variableValues)['first'];
  } catch (error) {
    // graphql-js repeats the value in its message; ours does not.
    if (error instanceof GraphQLError) {
      return undefined;
    }
    throw error;
  }
}

function namedType(type: GraphQLResolveInfo['returnType']): Fielded {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) {
    throw new HubError('INTERNAL', `${named.name} has no fields.`);
  }
  return named;
}
