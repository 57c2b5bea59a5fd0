import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { TO_REVIEW, type ReviewState } from '../domain/decision/review-state.ts';
import { shownWhileJoined } from '../actions/shown-while-joined.ts';
import { actorOf } from './act.ts';
import type { RequestContext } from './context.ts';
import { MatchState } from './match-enums.type.ts';
import { MatchReviewConnection, ShownWhileJoined } from './match-review.type.ts';
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

  @Query(() => [ShownWhileJoined], {
    description: 'To whom two records were shown while they were one child. Seen by: the hub coordinator of an authority that answers for one of them, of what was shown of its own children.',
  })
  shownWhileJoined(
    @Arg('first', () => ID, { description: 'One record.' }) first: string,
    @Arg('second', () => ID, { description: 'The other record.' }) second: string,
    @Ctx() { services, caller, now }: RequestContext,
  ): Promise<readonly object[]> {
    return shownWhileJoined(services.actions, actorOf(caller), { first, second }, now);
  }
}
