import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { recordPlacementAgreement } from '../../actions/record-placement-agreement.ts';
import { recordPlacement } from '../../actions/record-placement.ts';
import { recordProfile } from '../../actions/record-profile.ts';
import { reportLocated } from '../../actions/report-located.ts';
import { reportMissing } from '../../actions/report-missing.ts';
import { reportReturned } from '../../actions/report-returned.ts';
import { updateRisk } from '../../actions/update-risk.ts';
import type { OneRowRoot } from '../../gate/gate.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import {
  RecordPlacementAgreementPayload,
  RecordPlacementPayload,
  RecordProfilePayload,
  ReportLocatedPayload,
  ReportMissingPayload,
  ReportReturnedPayload,
  UpdateRiskPayload,
} from './payloads.type.ts';
import { RecordPlacementAgreementInput, RecordPlacementInput, RecordProfileInput, ReportLocatedInput, ReportMissingInput, ReportReturnedInput, UpdateRiskInput } from './reporting.input.ts';

const WHAT = { description: 'What is reported.' };
const BY = 'For: any involved agency, the home or carer of the child.';
const EPISODE = { episode: ({ episode }: { readonly episode: string }): OneRowRoot => ({ name: 'episode', id: episode }) };
const CHILD = { child: ({ child }: { readonly child: string }): OneRowRoot => ({ name: 'child', id: child }) };

/** What people report of a child without a feed: missing, located, returned, at what risk, placed where, and what is kept ready. */
@Resolver()
export class ReportingMutations {
  @Mutation(() => ReportMissingPayload, { nullable: true, description: `Reports a child missing or away, changes or withdraws the report. ${BY}` })
  reportMissing(@Arg('input', () => ReportMissingInput, WHAT) input: ReportMissingInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: reportMissing, input, readBack: { ...EPISODE, ...CHILD } });
  }

  @Mutation(() => ReportLocatedPayload, { nullable: true, description: `Reports that a child was traced, changes or withdraws the report. ${BY}` })
  reportLocated(@Arg('input', () => ReportLocatedInput, WHAT) input: ReportLocatedInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: reportLocated, input, readBack: EPISODE });
  }

  @Mutation(() => ReportReturnedPayload, { nullable: true, description: `Reports that a child is back, changes or withdraws the report. ${BY}` })
  reportReturned(@Arg('input', () => ReportReturnedInput, WHAT) input: ReportReturnedInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: reportReturned, input, readBack: EPISODE });
  }

  @Mutation(() => UpdateRiskPayload, {
    nullable: true,
    description: "States the risk, changes or withdraws the statement: the police their grade, others their own assessment, which stands beside it. For: those who report, but not business support.",
  })
  updateRisk(@Arg('input', () => UpdateRiskInput, WHAT) input: UpdateRiskInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: updateRisk, input, readBack: EPISODE });
  }

  @Mutation(() => RecordPlacementPayload, {
    nullable: true,
    description: "Records where a child is placed, changes or withdraws it. For: the responsible and the host authority's coordinator, the child's social worker, business support.",
  })
  recordPlacement(@Arg('input', () => RecordPlacementInput, WHAT) input: RecordPlacementInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: recordPlacement, input, readBack: CHILD });
  }

  @Mutation(() => RecordPlacementAgreementPayload, {
    nullable: true,
    description: "Records what the placing and the host authority agreed for a placement, changes or withdraws it. For: whoever records placements; of a host what it agreed itself.",
  })
  recordPlacementAgreement(@Arg('input', () => RecordPlacementAgreementInput, WHAT) input: RecordPlacementAgreementInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: recordPlacementAgreement, input, readBack: CHILD });
  }

  @Mutation(() => RecordProfilePayload, {
    nullable: true,
    description: "Keeps ready what the police are told when the child goes missing, changes or withdraws it. For: the home or carer, the child's social worker.",
  })
  recordProfile(@Arg('input', () => RecordProfileInput, WHAT) input: RecordProfileInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return act({ context, info }, { action: recordProfile, input, readBack: CHILD });
  }
}
