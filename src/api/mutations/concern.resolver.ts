import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { acknowledgeConcern } from '../../actions/acknowledge-concern.ts';
import { closeAction } from '../../actions/close-action.ts';
import { raiseConcern } from '../../actions/raise-concern.ts';
import { recordCaseRecord } from '../../actions/record-case-record.ts';
import { setAction } from '../../actions/set-action.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { CloseActionInput, SetActionInput } from './case-action.input.ts';
import { RecordCaseRecordInput } from './case-record.input.ts';
import { AcknowledgeConcernInput, RaiseConcernInput } from './concern.input.ts';
import { AcknowledgeConcernPayload, CloseActionPayload, RaiseConcernPayload, RecordCaseRecordPayload, SetActionPayload } from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** What cannot wait, who answers it, and what people are to do. */
@Resolver()
export class ConcernMutations {
  @Mutation(() => RaiseConcernPayload, {
    nullable: true,
    description: 'Puts what cannot wait before whoever is to answer, one role after the other until one does. An allegation restricts the child at once. For: whoever interviews.',
  })
  raiseConcern(
    @Arg('input', () => RaiseConcernInput, WHAT) input: RaiseConcernInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: raiseConcern, input, readBack: { concern: ({ id }) => ({ name: 'concern', id }) } });
  }

  @Mutation(() => AcknowledgeConcernPayload, {
    nullable: true,
    description: 'Answers a concern: what is done, by whom and by when. Nobody else is asked then. For: whoever it came to; a senior worker or the manager of the service.',
  })
  acknowledgeConcern(
    @Arg('input', () => AcknowledgeConcernInput, WHAT) input: AcknowledgeConcernInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const readBack = { concern: () => ({ name: 'concern', id: input.concern }) as const, caseAction: ({ action: id }: { readonly action: string }) => ({ name: 'caseAction', id }) as const };
    return act({ context, info }, { action: acknowledgeConcern, input, readBack });
  }

  @Mutation(() => SetActionPayload, { nullable: true, description: 'Says what somebody is to do about a child, and by when. For: whoever works with the child; the emergency duty team while missing or just back.' })
  setAction(
    @Arg('input', () => SetActionInput, WHAT) input: SetActionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: setAction, input, readBack: { caseAction: ({ id }) => ({ name: 'caseAction', id }) } });
  }

  @Mutation(() => CloseActionPayload, { nullable: true, description: 'Says what came of an action, or opens it again. For: its owner, a senior worker, a coordinator.' })
  closeAction(
    @Arg('input', () => CloseActionInput, WHAT) input: CloseActionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: closeAction, input, readBack: { caseAction: () => ({ name: 'caseAction', id: input.action }) } });
  }

  @Mutation(() => RecordCaseRecordPayload, {
    nullable: true,
    description: 'Records what is written beside the interview, or changes it; the clock that waits for it stops. For: whoever works with the child for the authorities.',
  })
  recordCaseRecord(
    @Arg('input', () => RecordCaseRecordInput, WHAT) input: RecordCaseRecordInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: recordCaseRecord, input, readBack: { caseRecord: ({ id }) => ({ name: 'caseRecord', id }) } });
  }
}
