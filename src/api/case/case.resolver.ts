import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { readRequest } from '../read-request.ts';
import { wantedTree } from '../wanted-tree.ts';
import { CaseAction } from './case-action.type.ts';
import { Concern } from './concern.type.ts';

/** What waits for one person is little; it is counted like any other list. */
const MOST_WAITING = 100;

/** What waits: for an answer, and for the reader's own hand. */
@Resolver()
export class CaseResolver {
  @Query(() => [Concern], { description: 'Concerns you may see that nobody has answered, the longest heard first.' })
  concerns(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'concerns' as const }, wanted: wantedTree(info), rows: MOST_WAITING });
    return context.services.gate.rows(context.caller.viewer, request);
  }

  @Query(() => [CaseAction], { description: 'What is yours to do, or your home’s, the next due first.' })
  ownActions(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'ownActions' as const }, wanted: wantedTree(info), rows: MOST_WAITING });
    return context.services.gate.rows(context.caller.viewer, request);
  }
}
