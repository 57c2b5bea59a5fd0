import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { recordAttempt } from '../../actions/record-attempt.ts';
import { recordIntelligence } from '../../actions/record-intelligence.ts';
import { recordInterview } from '../../actions/record-interview.ts';
import { recordOffer } from '../../actions/record-offer.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { RecordAttemptInput, RecordIntelligenceInput, RecordInterviewInput, RecordOfferInput } from './happened.input.ts';
import { RecordAttemptPayload, RecordIntelligencePayload, RecordInterviewPayload, RecordOfferPayload } from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** What happened: offers, attempts, interviews and intelligence. */
@Resolver()
export class HappenedMutations {
  @Mutation(() => RecordOfferPayload, { nullable: true, description: 'Records an offer of a return home interview, or changes one. For: the assigned worker, a senior worker, the child\'s social worker.' })
  recordOffer(
    @Arg('input', () => RecordOfferInput, WHAT) input: RecordOfferInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordOffer, input, readBack: { offer: ({ id }) => ({ name: 'offer', id }) } });
  }

  @Mutation(() => RecordAttemptPayload, { nullable: true, description: 'Records a try at reaching the child for an offer. For: the assigned worker, a senior worker, the child\'s social worker.' })
  recordAttempt(
    @Arg('input', () => RecordAttemptInput, WHAT) input: RecordAttemptInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordAttempt, input, readBack: { offer: () => ({ name: 'offer', id: input.offer }) } });
  }

  @Mutation(() => RecordInterviewPayload, { nullable: true, description: 'Records a return home interview or that the child said no, or changes it. For: the interviewer.' })
  recordInterview(
    @Arg('input', () => RecordInterviewInput, WHAT) input: RecordInterviewInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordInterview, input, readBack: { interview: ({ id }) => ({ name: 'interview', id }) } });
  }

  @Mutation(() => RecordIntelligencePayload, { nullable: true, description: 'Records one piece of intelligence, or changes it. For: who interviews, a senior worker, the police.' })
  recordIntelligence(
    @Arg('input', () => RecordIntelligenceInput, WHAT) input: RecordIntelligenceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordIntelligence, input, readBack: { intelligence: ({ id }) => ({ name: 'intelligence', id }) } });
  }
}
