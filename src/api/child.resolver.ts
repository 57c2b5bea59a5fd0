import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Child } from './child.type.ts';
import type { RequestContext } from './context.ts';
import { readRequest } from './read-request.ts';
import { wantedTree } from './wanted-tree.ts';

@Resolver()
export class ChildResolver {
  @Query(() => Child, { nullable: true, description: 'One child; null where there is nothing that you may see.' })
  child(
    @Arg('id', () => ID, { description: 'Any id the hub has shown for the child.' }) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'child' as const, id }, wanted: wantedTree(info), rows: 1 });
    return context.services.gate.row(context.caller.viewer, request);
  }
}
