import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context.ts';
import { readRequest } from './read-request.ts';
import { Source } from './source.type.ts';
import { wantedTree } from './wanted-tree.ts';

const MOST_SOURCES = 100;

@Resolver()
export class SourceResolver {
  @Query(() => [Source], { description: 'The systems that send to the hub, as far as you get rows from them.' })
  sources(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'sources' as const }, wanted: wantedTree(info), rows: MOST_SOURCES });
    return context.services.gate.rows(context.caller.viewer, request);
  }
}
