import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { acknowledgeSafetyNote } from '../../actions/acknowledge-safety-note.ts';
import { approveSafetyNote } from '../../actions/approve-safety-note.ts';
import { writeSafetyNote } from '../../actions/write-safety-note.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { AcknowledgeSafetyNoteInput, ApproveSafetyNoteInput, WriteSafetyNoteInput } from './safety-note.input.ts';
import { AcknowledgeSafetyNotePayload, ApproveSafetyNotePayload, WriteSafetyNotePayload } from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** Short texts written fresh for a home or a carer. */
@Resolver()
export class SafetyNoteMutations {
  @Mutation(() => WriteSafetyNotePayload, { nullable: true, description: 'Writes a safety note for one home or carer. For: a worker, a senior worker.' })
  writeSafetyNote(
    @Arg('input', () => WriteSafetyNoteInput, WHAT) input: WriteSafetyNoteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: writeSafetyNote, input, readBack: { safetyNote: ({ id }) => ({ name: 'safetyNote', id }) } });
  }

  @Mutation(() => ApproveSafetyNotePayload, { nullable: true, description: 'Approves a safety note. For: a senior worker, the decision-maker, the emergency duty team.' })
  approveSafetyNote(
    @Arg('input', () => ApproveSafetyNoteInput, WHAT) input: ApproveSafetyNoteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: approveSafetyNote, input, readBack: { safetyNote: () => ({ name: 'safetyNote', id: input.note }) } });
  }

  @Mutation(() => AcknowledgeSafetyNotePayload, { nullable: true, description: 'Says that the recipient has read a safety note. For: the home or carer it is for.' })
  acknowledgeSafetyNote(
    @Arg('input', () => AcknowledgeSafetyNoteInput, WHAT) input: AcknowledgeSafetyNoteInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: acknowledgeSafetyNote, input, readBack: { safetyNote: () => ({ name: 'safetyNote', id: input.note }) } });
  }
}
