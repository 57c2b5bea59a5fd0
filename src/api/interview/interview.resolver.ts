import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Row } from '../../gate/read-request.ts';
import { answered } from '../answered.ts';
import { BriefingNotice } from '../briefing-notice.type.ts';
import { Child } from '../child.type.ts';
import type { RequestContext } from '../context.ts';
import { readRequest } from '../read-request.ts';
import { wantedTree } from '../wanted-tree.ts';
import { IntelligenceItem } from './intelligence-item.type.ts';
import { ReturnInterview } from './return-interview.type.ts';

@Resolver()
export class InterviewResolver {
  @Query(() => ReturnInterview, { nullable: true, description: 'One return home interview; null where there is nothing that you may see.' })
  interview(
    @Arg('id', () => ID, { description: 'Any id the hub has shown for the interview.' }) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'interview' as const, id }, wanted: wantedTree(info), rows: 1 });
    return context.services.gate.row(context.caller.viewer, request);
  }

  @Query(() => IntelligenceItem, { nullable: true, description: 'One item of intelligence; null where there is nothing that you may see.' })
  intelligence(
    @Arg('id', () => ID, { description: 'Any id the hub has shown for the item.' }) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'intelligence' as const, id }, wanted: wantedTree(info), rows: 1 });
    return context.services.gate.row(context.caller.viewer, request);
  }
}

/** What one person has not yet said that they know of is little; it is counted like any other list. */
const MOST_NOTICES = 100;

/** The child a notice is about. */
@Resolver(() => BriefingNotice)
export class NoticeLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child it is about, as far as you may see them.' })
  child(@Root() notice: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(notice, info);
  }
}

@Resolver()
export class NoticeResolver {
  @Query(() => [BriefingNotice], { description: 'What you are to be told first, the latest first, until you say that you know.' })
  notices(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'notices' as const }, wanted: wantedTree(info), rows: MOST_NOTICES });
    return context.services.gate.rows(context.caller.viewer, request);
  }
}
