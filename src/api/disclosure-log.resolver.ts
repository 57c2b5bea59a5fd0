import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context.ts';
import { DisclosureConnection } from './disclosure-record.type.ts';
import { pageSize, readRequest } from './read-request.ts';
import { wantedTree } from './wanted-tree.ts';

@ArgsType()
class DisclosuresArgs {
  @Field(() => ID, { nullable: true, description: 'Only answers that this child was in.' })
  readonly child: string | null = null;

  @Field(() => Int, { description: 'How many, from 1 to 100.' })
  readonly first: number = 50;

  @Field(() => String, { nullable: true, description: 'A cursor you were given: the page begins after it.' })
  readonly after: string | null = null;
}

@Resolver()
export class DisclosureLogResolver {
  @Query(() => DisclosureConnection, {
    description: "What was shown of your agency's children, to whom and why. Seen by: auditors and data protection officers of that agency.",
  })
  async disclosures(
    @Args(() => DisclosuresArgs) { child, first, after }: DisclosuresArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const rows = pageSize(first);
    const root = { name: 'disclosures', child, first: rows, after } as const;
    const request = readRequest(context, info, { root, wanted: wantedTree(info, ['nodes']), rows });
    const { nodes, cursors, hasNextPage } = await context.services.gate.page(context.caller.viewer, request);
    return { nodes, pageInfo: { hasNextPage, endCursor: cursors.at(-1) ?? null } };
  }
}
