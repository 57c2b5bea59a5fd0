import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Int, Query, Resolver } from 'type-graphql';
import { TO_REVIEW, type ReviewState } from '../domain/decision/review-state.ts';
import type { RequestContext } from './context.ts';
import { MatchState } from './match-enums.type.ts';
import { MatchReviewConnection } from './match-review.type.ts';
import { pageSize, readRequest } from './read-request.ts';
import { wantedTree } from './wanted-tree.ts';

@ArgsType()
class MatchReviewArgs {
  @Field(() => [MatchState], { description: 'How the pairs stand; those still to be looked at where left out.' })
  readonly states: readonly ReviewState[] = [...TO_REVIEW];

  @Field(() => Int, { description: 'How many, from 1 to 100.' })
  readonly first: number = 20;

  @Field(() => String, { nullable: true, description: 'A cursor you were given: the page begins after it.' })
  readonly after: string | null = null;
}

@Resolver()
export class MatchReviewResolver {
  @Query(() => MatchReviewConnection, {
    description: 'Records that may be of one child, for a person to look at. Seen by: hub coordinator and business support of an authority that answers for one of them, or may have to.',
  })
  async matchReview(
    @Args(() => MatchReviewArgs) { states, first, after }: MatchReviewArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const rows = pageSize(first);
    const root = { name: 'matchReview', states, first: rows, after } as const;
    const request = readRequest(context, info, { root, wanted: wantedTree(info, ['nodes']), rows });
    const { nodes, cursors, hasNextPage } = await context.services.gate.page(context.caller.viewer, request);
    return { nodes, pageInfo: { hasNextPage, endCursor: cursors.at(-1) ?? null } };
  }
}
