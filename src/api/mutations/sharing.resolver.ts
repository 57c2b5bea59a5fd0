import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { authoriseSharing } from '../../actions/authorise-sharing.ts';
import { decideSharing } from '../../actions/decide-sharing.ts';
import { overrideForSafeguarding } from '../../actions/override-for-safeguarding.ts';
import { recordAgreement } from '../../actions/record-agreement.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { AuthoriseSharingInput, DecideSharingInput, OverrideForSafeguardingInput, RecordAgreementInput } from './sharing.input.ts';
import { AuthoriseSharingPayload, DecideSharingPayload, OverrideForSafeguardingPayload, RecordAgreementPayload } from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** Who agrees, decides and authorises that an interview is shared. */
@Resolver()
export class SharingMutations {
  @Mutation(() => RecordAgreementPayload, { nullable: true, description: 'Records what the child said when asked. For: the interviewer.' })
  recordAgreement(
    @Arg('input', () => RecordAgreementInput, WHAT) input: RecordAgreementInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordAgreement, input, readBack: { interview: () => ({ name: 'interview', id: input.interview }) } });
  }

  @Mutation(() => DecideSharingPayload, { nullable: true, description: 'Decides whether an interview is shared with one recipient. For: the decision-maker.' })
  decideSharing(
    @Arg('input', () => DecideSharingInput, WHAT) input: DecideSharingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: decideSharing, input, readBack: { interview: () => ({ name: 'interview', id: input.interview }) } });
  }

  @Mutation(() => AuthoriseSharingPayload, { nullable: true, description: 'Authorises sharing with a partner, or releases an item of intelligence. For: a senior worker.' })
  authoriseSharing(
    @Arg('input', () => AuthoriseSharingInput, WHAT) input: AuthoriseSharingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: authoriseSharing, input, readBack: { interview: () => (input.interview === null ? null : { name: 'interview', id: input.interview }), intelligence: () => (input.intelligence === null ? null : { name: 'intelligence', id: input.intelligence }) } });
  }

  @Mutation(() => OverrideForSafeguardingPayload, { nullable: true, description: 'Releases an approved text for immediate safeguarding concerns. For: the decision-maker, a senior worker, a manager, the emergency duty team.' })
  overrideForSafeguarding(
    @Arg('input', () => OverrideForSafeguardingInput, WHAT) input: OverrideForSafeguardingInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: overrideForSafeguarding, input, readBack: { interview: () => ({ name: 'interview', id: input.interview }) } });
  }
}
