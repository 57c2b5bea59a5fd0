import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import { previewTransmission } from '../../actions/preview-transmission.ts';
import { coreHoursOf } from '../../directory/core-hours-of.ts';
import { deadlineInWords } from '../../domain/transmission/deadline-in-words.ts';
import { readDeadline, type AgreedTime } from '../../domain/transmission/transmission-deadline.ts';
import type { TransmissionState as StateWord } from '../../domain/transmission/transmission-words.ts';
import type { Receipt } from '../../exchange/receipt.ts';
import { receiptText } from '../../exchange/sign-receipt.ts';
import type { Row } from '../../gate/read-request.ts';
import { actorOf } from '../act.ts';
import { answered } from '../answered.ts';
import { Child } from '../child.type.ts';
import type { RequestContext } from '../context.ts';
import { pageSize, readRequest } from '../read-request.ts';
import { wantedTree } from '../wanted-tree.ts';
import { TransmissionState } from './transmission-enums.type.ts';
import { Transmission, TransmissionConnection, TransmissionDeadline, TransmissionPreview, TransmissionReceipt } from './transmission.type.ts';

@InputType({ description: 'Which transmissions; what is left out is not asked.' })
class TransmissionFilter {
  @Field(() => [TransmissionState], { nullable: true, description: 'How far they have come.' })
  readonly states: readonly StateWord[] | null = null;

  @Field(() => Boolean, { description: 'Only those whose time has passed and of which no receipt has come.' })
  readonly overdue: boolean = false;

  @Field(() => Boolean, { description: 'Only those that were withdrawn when they had left, or may have.' })
  readonly withdrawnTooLate: boolean = false;
}

@ArgsType()
class TransmissionsArgs {
  @Field(() => TransmissionFilter, { nullable: true, description: 'Which; left out: all of them.' })
  readonly filter: TransmissionFilter | null = null;

  @Field(() => Int, { description: 'How many, from 1 to 100.' })
  readonly first: number = 20;

  @Field(() => String, { nullable: true, description: 'A cursor you were given: the page begins after it.' })
  readonly after: string | null = null;
}

const WHO = 'Seen by: the hub coordinator, senior worker and team manager of the agency that sends; once it came, whom it was for.';

@Resolver()
export class TransmissionResolver {
  @Query(() => Transmission, { nullable: true, description: `One transmission; null where there is nothing that you may see. ${WHO}` })
  transmission(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    const request = readRequest(context, info, { root: { name: 'transmission' as const, id }, wanted: wantedTree(info), rows: 1 });
    return context.services.gate.row(context.caller.viewer, request);
  }

  @Query(() => TransmissionConnection, { description: `What your agency sends and was sent, the latest made first. ${WHO}` })
  async transmissions(@Args(() => TransmissionsArgs) { filter, first, after }: TransmissionsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    const rows = pageSize(first);
    const { states = null, overdue = false, withdrawnTooLate = false } = filter ?? {};
    const root = { name: 'transmissions', states, overdue, withdrawnTooLate, first: rows, after } as const;
    const request = readRequest(context, info, { root, wanted: wantedTree(info, ['nodes']), rows });
    const { nodes, cursors, hasNextPage } = await context.services.gate.page(context.caller.viewer, request);
    return { nodes, pageInfo: { hasNextPage, endCursor: cursors.at(-1) ?? null } };
  }

  @Query(() => TransmissionPreview, { description: 'What would go of a transmission today, before it is sent anew. For: hub coordinator, senior worker of the agency that sends.' })
  replayPreview(@Arg('id', () => ID, { description: 'The transmission.' }) id: string, @Ctx() { services, caller, now }: RequestContext): Promise<object> {
    return previewTransmission(services.actions, actorOf(caller), { id }, now);
  }
}

/** What the gate gives of the time that is owed; null where the reader may not have it. */
interface DeadlineKept {
  readonly from: number | null;
  readonly until: number | null;
  /** Whose core hours count. */
  readonly owedBy: string;
  readonly agreed: AgreedTime | null;
  readonly resultBy: string | null;
  readonly acknowledgedAt: number | null;
}

@Resolver(() => Transmission)
export class TransmissionLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() transmission: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(transmission, info);
  }

  @FieldResolver(() => TransmissionReceipt, { nullable: true, description: 'What both sides signed; null until the receiver has answered.' })
  receipt(@Root() { receipt }: { readonly receipt?: Pick<Receipt, 'sent' | 'received'> | null }): object | null {
    if (!receipt) {
      return null;
    }
    const { sent, received } = receipt;
    return { text: receiptText(sent, received), outcome: received.statement.outcome, sentSignature: sent.signature, receivedSignature: received.signature };
  }

  @FieldResolver(() => TransmissionDeadline, { nullable: true, description: 'By when it is owed, as it stands now; null of what nobody owes.' })
  deadline(@Root() { deadline }: { readonly deadline?: DeadlineKept | null }, @Ctx() { services, now }: RequestContext): object | null {
    if (!deadline) {
      return null;
    }
    const { from, until, owedBy, agreed, resultBy, acknowledgedAt } = deadline;
    if (from === null || until === null) {
      return null;
    }
    const reading = readDeadline({ agreed, resultBy, acknowledgedAt, events: { INTERVIEW_HELD: [{ from, until }] } }, { now, coreHours: coreHoursOf(services.directory(), owedBy) });
    return { state: reading.state, words: deadlineInWords(reading, now), at: reading.state === 'DUE' ? reading.at.last : null, source: agreed?.source ?? null };
  }
}
