import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Acted } from '../../actions/action-services.ts';
import { pausePartner, resumePartner } from '../../actions/pause-partner.ts';
import { releaseTransmission } from '../../actions/release-transmission.ts';
import { replayTransmission } from '../../actions/replay-transmission.ts';
import { requestRiskAssessment } from '../../actions/request-risk-assessment.ts';
import { transmit } from '../../actions/transmit.ts';
import { transmitInterview } from '../../actions/transmit-interview.ts';
import { withdrawTransmission } from '../../actions/withdraw-transmission.ts';
import { act, actorOf } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { Transmission } from '../exchange/transmission.type.ts';
import { RequestRiskAssessmentPayload } from './payloads.type.ts';
import { PausePartnerInput, ReleaseTransmissionInput, ReplayTransmissionInput, RequestRiskAssessmentInput, TransmitInput, TransmitInterviewInput, WithdrawTransmissionInput } from './transmission.input.ts';

@ObjectType({ description: 'A transmission that was made or changed.' })
abstract class TransmissionPayload {
  @Field(() => ID, { description: 'The id of the transmission.' })
  abstract readonly id: string;

  @Field(() => [String], { description: 'What to look at; nothing was refused by it.' })
  abstract readonly warnings: readonly string[];

  @Field(() => Transmission, { nullable: true, description: 'The transmission as you may see it now; null where you may not.' })
  abstract readonly transmission: Transmission | null;
}

@ObjectType({ description: 'A partner that was paused or resumed.' })
abstract class PartnerPayload {
  @Field(() => ID, { description: 'The agency.' })
  abstract readonly agency: string;

  @Field(() => Boolean, { description: 'Whether nothing goes there now.' })
  abstract readonly paused: boolean;

  @Field(() => Int, { description: 'How many transmissions that changed.' })
  abstract readonly transmissions: number;
}

const WHAT = { description: 'What is said.' };
const WHO = 'For: hub coordinator, senior worker.';
const readBack = { transmission: ({ id }: Acted) => ({ name: 'transmission', id }) as const };

/** What goes to other agencies: sent, released, held back, sent anew. */
@Resolver()
export class TransmissionMutations {
  @Mutation(() => TransmissionPayload, { nullable: true, description: `Sends an interview to another agency, or into your authority's own system; what leaves is what its recipient may see then. ${WHO}` })
  transmitInterview(@Arg('input', () => TransmitInterviewInput, WHAT) input: TransmitInterviewInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: transmitInterview, input, readBack });
  }

  @Mutation(() => TransmissionPayload, { nullable: true, description: `Sends an episode, an offer or an item of intelligence to another agency. ${WHO}` })
  transmit(@Arg('input', () => TransmitInput, WHAT) input: TransmitInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: transmit, input, readBack });
  }

  @Mutation(() => RequestRiskAssessmentPayload, { nullable: true, description: `Asks the authority that placed a child with yours for its risk assessment of the child; it is chased until it is there, or the child is back and was interviewed. ${WHO}` })
  requestRiskAssessment(@Arg('input', () => RequestRiskAssessmentInput, WHAT) input: RequestRiskAssessmentInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: requestRiskAssessment, input, readBack: { episode: () => ({ name: 'episode', id: input.episode }) } });
  }

  @Mutation(() => TransmissionPayload, { nullable: true, description: `Lets a transmission go that waits for it. ${WHO}` })
  releaseTransmission(@Arg('input', () => ReleaseTransmissionInput, WHAT) input: ReleaseTransmissionInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: releaseTransmission, input, readBack });
  }

  @Mutation(() => TransmissionPayload, { nullable: true, description: `Holds back what has not left; what had left is listed. ${WHO}` })
  withdrawTransmission(@Arg('input', () => WithdrawTransmissionInput, WHAT) input: WithdrawTransmissionInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: withdrawTransmission, input, readBack });
  }

  @Mutation(() => TransmissionPayload, { nullable: true, description: `Sends anew what was refused or given up; see \`replayPreview\` first. ${WHO}` })
  replayTransmission(@Arg('input', () => ReplayTransmissionInput, WHAT) input: ReplayTransmissionInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: replayTransmission, input, readBack });
  }

  @Mutation(() => PartnerPayload, { nullable: true, description: `Holds everything your agency sends to a partner, until it is resumed. ${WHO}` })
  pausePartner(@Arg('input', () => PausePartnerInput, WHAT) input: PausePartnerInput, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return pausePartner(services.actions, actorOf(caller), input, now);
  }

  @Mutation(() => PartnerPayload, { nullable: true, description: `Lets what waits for a paused partner go again. ${WHO}` })
  resumePartner(@Arg('input', () => PausePartnerInput, WHAT) input: PausePartnerInput, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return resumePartner(services.actions, actorOf(caller), input, now);
  }
}
