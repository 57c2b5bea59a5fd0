import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { MOST_ENTRIES } from '../actions/quarantine-seen.ts';
import type { RequestContext } from './context.ts';
import { QuarantineEntry, QuarantineState } from './quarantine-entry.type.ts';
import { readRequest } from './read-request.ts';
import { wantedTree } from './wanted-tree.ts';

@ArgsType()
class QuarantineArgs {
  @Field(() => QuarantineState, { description: 'Open entries, or the latest that were settled.' })
  readonly state: 'OPEN' | 'SETTLED' = 'OPEN';

  @Field(() => [ID], { nullable: true, description: 'Only these.' })
  readonly ids: readonly string[] | null = null;
}

@Resolver()
export class QuarantineResolver {
  @Query(() => [QuarantineEntry], {
    description: 'What could not be taken of the documents sent, the oldest first; of what was settled the latest. Seen by: coordinators and missing teams of the sender, and of those concerned where a child is missing.',
  })
  quarantine(
    @Args(() => QuarantineArgs) { state, ids }: QuarantineArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const root = { name: 'quarantine', ids, authority: null, settled: state === 'SETTLED' } as const;
    return context.services.gate.rows(context.caller.viewer, readRequest(context, info, { root, wanted: wantedTree(info), rows: MOST_ENTRIES }));
  }
}
