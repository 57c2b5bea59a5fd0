import { isInterfaceType, type GraphQLSchema } from 'graphql';

/**
 * Says synchronously which level a row is shown at: the gate writes the name of the type into every row of a levelled family.
 * The schema builder would ask for it in a promise, row by row.
 */
export function resolveLevels(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) {
      type.resolveType = (row: { readonly __typename?: string }) => row.__typename;
    }
  }
}
