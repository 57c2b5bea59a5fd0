import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { Kind, parse, printSchema, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createResolversMap } from 'type-graphql';
import { HubError } from '../../domain/errors.ts';
import { resolveEntities } from './resolve-entities.ts';

/** What other subgraphs may add to: whoever knows the id that the hub shows for a child or an episode can say more of them. */
const ENTITIES = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  extend type Child @key(fields: "id")
  extend type Episode @key(fields: "id")
`;
const KEYED: ReadonlySet<string> = new Set(['Child', 'Episode']);

/** The schema as an Apollo Federation 2 subgraph: the same types and resolvers, and what a router asks beside them. Only a router ever meets it. */
export function subgraphSchema(schema: GraphQLSchema): GraphQLSchema {
  // Two libraries' words for the same: the fields of each type, and what says which type an object of an interface is.
  const resolvers = createResolversMap(schema) as GraphQLResolverMap;
  const subgraph = buildSubgraphSchema([{ typeDefs: forRouters(parse(printSchema(schema) + ENTITIES)), resolvers }]);
  const entities = subgraph.getQueryType()?.getFields()['_entities'];
  if (entities === undefined) {
    throw new HubError('INTERNAL', 'The subgraph has no entities.');
  }
  entities.resolve = resolveEntities;
  return subgraph;
}

/**
 * Of a child whom another subgraph names and the viewer may not see there is nothing but the id: a field that promised never to
 * be null would empty the router's whole answer. Subscriptions are asked of the hub itself.
 */
function forRouters(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition(type) {
      if (type.name.value === 'Subscription') {
        return null;
      }
      if (!KEYED.has(type.name.value)) {
        return false;
      }
      const fields = type.fields?.map((field) => (field.name.value !== 'id' && field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field));
      return { ...type, ...(fields !== undefined && { fields }) };
    },
  });
}
