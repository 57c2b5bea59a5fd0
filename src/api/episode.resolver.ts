import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context.ts';
import { EpisodeConnection } from './episode-connection.type.ts';
import { EpisodeFilter, wantedEpisodes } from './episode-filter.input.ts';
import { Episode } from './episode.type.ts';
import { pageSize, readRequest } from './read-request.ts';
import { EpisodeOrder } from './trade-enums.type.ts';
import { wantedTree } from './wanted-tree.ts';

@ArgsType()
class EpisodesArgs {
  @Field(() => EpisodeFilter, { nullable: true, description: 'Which episodes; all you may see where left out.' })
  readonly filter: EpisodeFilter | null = null;

  @Field(() => EpisodeOrder, { description: 'In which order.' })
  readonly orderBy: string = 'MISSING_SINCE_LATEST';

  @Field(() => Int, { description: 'How many, from 1 to 100.' })
  readonly first: number = 20;

  @Field(() => String, { nullable: true, description: 'A cursor you were given: the page begins after it.' })
  readonly after: string | null = null;
}

@Resolver()
export class EpisodeResolver {
  @Query(() => Episode, { nullable: true, description: 'One episode; null where there is nothing that you may see.' })
  episode(
    @Arg('id', () => ID, { description: 'Any id the hub has shown for the episode.' }) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'episode' as const, id }, wanted: wantedTree(info), rows: 1 });
    return context.services.gate.row(context.caller.viewer, request);
  }

  @Query(() => EpisodeConnection, { description: 'The episodes you may see, a page at a time.' })
  async episodes(
    @Args(() => EpisodesArgs) { filter, orderBy, first, after }: EpisodesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const rows = pageSize(first);
    const latestFirst = orderBy === 'MISSING_SINCE_LATEST';
    const root = { name: 'episodes', filter: wantedEpisodes(filter), latestFirst, first: rows, after } as const;
    const request = readRequest(context, info, { root, wanted: wantedTree(info, ['nodes'], ['edges', 'node']), rows });
    const { nodes, cursors, hasNextPage } = await context.services.gate.page(context.caller.viewer, request);
    const edges = nodes.map((node, place) => ({ node, cursor: cursors[place] }));
    return { nodes, edges, pageInfo: { hasNextPage, endCursor: cursors.at(-1) ?? null } };
  }
}
