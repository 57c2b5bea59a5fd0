import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { gapsSeen } from '../actions/agreement-seen.ts';
import type { AgreementRow } from '../actions/course-row.ts';
import type { Row } from '../gate/read-request.ts';
import { answered, First } from './answered.ts';
import { seenAt } from './case/clock-answered.ts';
import { Child } from './child.type.ts';
import type { RequestContext } from './context.ts';
import { Episode } from './episode.type.ts';
import { PlacementAgreement } from './placement-agreement.type.ts';
import { RiskAssessment } from './risk-assessment.type.ts';

/** What authorities tell each other of a child whom one placed in the other's area. */
@Resolver(() => Child)
export class PlacedChildLinks {
  @FieldResolver(() => [RiskAssessment], { nullable: true, description: 'The risk assessments you may see, the latest first.' })
  riskAssessments(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [PlacementAgreement], { nullable: true, description: 'The placement agreements you may see, the latest first.' })
  placementAgreements(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }
}

/** What is worked out of an agreement as this reader is shown it. */
@Resolver(() => PlacementAgreement)
export class PlacementAgreementGaps {
  @FieldResolver(() => [String], { nullable: true, description: 'What the practice of the responsible authority asks of it and is not there, each with the rule that asks.' })
  gaps(@Root() row: AgreementRow & { readonly gaps?: readonly string[] | null }, @Ctx() context: RequestContext): readonly string[] | null {
    return row.gaps ? gapsSeen(row, row.gaps, seenAt(context)) : null;
  }
}

@Resolver(() => RiskAssessment)
export class RiskAssessmentLinks {
  @FieldResolver(() => [Episode], { nullable: true, description: 'The episodes it is about that you may see, the latest first.' })
  episodes(@First(5) _first: number, @Root() assessment: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(assessment, info);
  }
}
