import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { mendDocument } from '../../actions/mend-document.ts';
import { dismissQuarantine, readQuarantine, replayQuarantine } from '../../actions/settle-quarantine.ts';
import { actorOf } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { DismissQuarantineInput, MendDocumentInput, ReadQuarantineInput, ReplayQuarantineInput } from './quarantine.input.ts';

@ObjectType({ description: 'Which entries were seen to, and what follows.' })
abstract class QuarantinePayload {
  @Field(() => [ID], { description: 'The entries.' })
  abstract readonly entries: readonly string[];

  @Field(() => [ID], { description: 'Documents that are read in a moment; then look at the entries again.' })
  abstract readonly documents: readonly string[];
}

const WHAT = { description: 'What is done.' };
const SENDER = 'For: the coordinator or missing team of the agency that sent it.';

/** What people do about documents the hub could not take. */
@Resolver()
export class QuarantineMutations {
  @Mutation(() => QuarantinePayload, {
    nullable: true,
    description: 'Says that you have read entries: for your agency they count as HIGH no more. For: coordinators and missing teams they are shown to.',
  })
  readQuarantine(@Arg('input', () => ReadQuarantineInput, WHAT) input: ReadQuarantineInput, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return readQuarantine(services.actions, actorOf(caller), input, now);
  }

  @Mutation(() => QuarantinePayload, { nullable: true, description: `Has the documents of entries read again. ${SENDER}` })
  replayQuarantine(@Arg('input', () => ReplayQuarantineInput, WHAT) input: ReplayQuarantineInput, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return replayQuarantine(services.actions, actorOf(caller), input, now);
  }

  @Mutation(() => QuarantinePayload, { nullable: true, description: `Sends a corrected text in place of a refused document; the document itself stays as it came. ${SENDER}` })
  mendDocument(@Arg('input', () => MendDocumentInput, WHAT) input: MendDocumentInput, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return mendDocument(services.actions, actorOf(caller), input, now);
  }

  @Mutation(() => QuarantinePayload, { nullable: true, description: `Closes entries of which nothing is to be taken. ${SENDER}` })
  dismissQuarantine(@Arg('input', () => DismissQuarantineInput, WHAT) input: DismissQuarantineInput, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return dismissQuarantine(services.actions, actorOf(caller), input, now);
  }
}
