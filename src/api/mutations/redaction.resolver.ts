import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { approveRedaction } from '../../actions/approve-redaction.ts';
import { gradeIntelligence } from '../../actions/grade-intelligence.ts';
import { proposeRedaction } from '../../actions/propose-redaction.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { ApproveRedactionInput, GradeIntelligenceInput, ProposeRedactionInput } from './redaction.input.ts';
import { ApproveRedactionPayload, GradeIntelligencePayload, ProposeRedactionPayload } from './payloads.type.ts';

const WHAT = { description: 'What is said.' };

/** Texts made for others, and how intelligence may travel. */
@Resolver()
export class RedactionMutations {
  @Mutation(() => ProposeRedactionPayload, { nullable: true, description: 'Proposes a text for one audience. For: who may read the interview in full and shares it.' })
  proposeRedaction(
    @Arg('input', () => ProposeRedactionInput, WHAT) input: ProposeRedactionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: proposeRedaction, input, readBack: { redaction: ({ id }) => ({ name: 'redaction', id }) } });
  }

  @Mutation(() => ApproveRedactionPayload, { nullable: true, description: 'Approves a proposed text. For: a trained person other than its author.' })
  approveRedaction(
    @Arg('input', () => ApproveRedactionInput, WHAT) input: ApproveRedactionInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: approveRedaction, input, readBack: { redaction: () => ({ name: 'redaction', id: input.redaction }) } });
  }

  @Mutation(() => GradeIntelligencePayload, { nullable: true, description: 'Grades an item by 3x5x2 and says how it may travel. For: police intelligence.' })
  gradeIntelligence(
    @Arg('input', () => GradeIntelligenceInput, WHAT) input: GradeIntelligenceInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return act({ context, info }, { action: gradeIntelligence, input, readBack: { intelligence: () => ({ name: 'intelligence', id: input.intelligence }) } });
  }
}
