import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { HubError } from '../../domain/errors.ts';
import type { RequestContext } from '../context.ts';
import { readRequest } from '../read-request.ts';
import { wantedOf } from '../wanted-tree.ts';

/** Where a read of each entity starts. */
const ROOTS = { Child: 'child', Episode: 'episode' } as const;
type Entity = keyof typeof ROOTS;

const REPRESENTATIONS = z.array(z.looseObject({ __typename: z.enum(['Child', 'Episode']), id: z.string().max(100) }));

/**
 * What a router asks of children and episodes it knows by id, in their order. Each is read anew with the eyes of the viewer whose
 * token the router passes on, as if they had asked for it themselves: what is not there and what is not theirs is null alike.
 */
// eslint-disable-next-line max-params -- GraphQL calls every resolver so
export async function resolveEntities(_source: unknown, args: Readonly<Record<string, unknown>>, context: RequestContext, info: GraphQLResolveInfo): Promise<(object | null)[]> {
  const asked = REPRESENTATIONS.safeParse(args['representations']);
  if (!asked.success) {
    throw new HubError('BAD_INPUT', 'Each representation names a Child or an Episode by its id.');
  }
  context.budget.spendEntities(asked.data.length);
  const found = new Map<string, object | null>();
  for (const { __typename: type, id } of asked.data) {
    // One after the other: a batch holds no more connections than any other field.
    if (!found.has(keyOf(type, id))) {
      found.set(keyOf(type, id), await entity({ type, id }, context, info));
    }
  }
  return asked.data.map(({ __typename: type, id }) => found.get(keyOf(type, id)) ?? null);
}

function keyOf(type: Entity, id: string): string {
  return `${type} ${id}`;
}

async function entity({ type, id }: { readonly type: Entity; readonly id: string }, context: RequestContext, info: GraphQLResolveInfo): Promise<object | null> {
  const request = readRequest(context, info, { root: { name: ROOTS[type], id }, wanted: wantedOf(info, type), rows: 1 });
  const row = await context.services.gate.row(context.caller.viewer, request);
  return row === null ? null : { ...row, __typename: type };
}
