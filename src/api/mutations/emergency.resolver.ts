import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { acknowledgeNotice } from '../../actions/acknowledge-notice.ts';
import { openEmergencyAccess } from '../../actions/open-emergency-access.ts';
import { reviewEmergencyAccess } from '../../actions/review-emergency-access.ts';
import { whoseChild } from '../../actions/whose-child.ts';
import { act, actorOf } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { operationOf } from '../read-request.ts';
import { OpenEmergencyAccessInput, ReviewEmergencyAccessInput, WhoseChildInput } from './emergency.input.ts';
import { AcknowledgeNoticePayload, OpenEmergencyAccessPayload, ReviewEmergencyAccessPayload, WhoseChildPayload } from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** What cannot wait, and who is told of it. */
@Resolver()
export class EmergencyMutations {
  @Mutation(() => OpenEmergencyAccessPayload, {
    nullable: true,
    description: 'Opens one child to you for four hours. For: the police missing team, the emergency duty team on shift, a manager.',
  })
  openEmergencyAccess(
    @Arg('input', () => OpenEmergencyAccessInput, WHAT) input: OpenEmergencyAccessInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: openEmergencyAccess, input, readBack: { child: ({ child: id }) => ({ name: 'child', id }) } });
  }

  @Mutation(() => ReviewEmergencyAccessPayload, { nullable: true, description: 'Records what a review of emergency access found. For: those who were told of it.' })
  reviewEmergencyAccess(
    @Arg('input', () => ReviewEmergencyAccessInput, WHAT) input: ReviewEmergencyAccessInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: reviewEmergencyAccess, input, readBack: {} });
  }

  @Mutation(() => AcknowledgeNoticePayload, { nullable: true, description: 'Says that you know of a notice. For: those it is to.' })
  acknowledgeNotice(
    @Arg('id', () => ID, { description: 'The notice.' }) id: string,
    @Arg('asOf', () => String, { nullable: true, description: 'Of messages that could not be read: when you read the briefing (`Briefing.at`). What joined the notice since, or within a minute before, stays; left out, what joined it within the last five minutes does.' })
    asOf: string | null,
    @Ctx() { services, caller, now }: RequestContext,
  ): Promise<object> {
    return acknowledgeNotice(services.actions, actorOf(caller), { id, asOf }, now);
  }

  @Mutation(() => WhoseChildPayload, {
    nullable: true,
    description: 'Answers who is responsible for the child exactly so named, and nothing else; written down, and not answered too often. For: police, the emergency duty team.',
  })
  whoseChild(
    @Arg('input', () => WhoseChildInput, WHAT) input: WhoseChildInput,
    @Ctx() { services, caller, now }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return whoseChild({ ...services.actions, gate: services.gate }, actorOf(caller), input, { operation: operationOf(info), now });
  }
}
