import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Moment } from './moment.type.ts';
import { FieldStatements } from './statement.type.ts';

@ObjectType({ simpleResolvers: true, description: 'One stretch of care in one placement under one legal status.' })
export abstract class Placement {
  @Field(() => ID, { description: 'Stays the same for as long as the source keeps the record.' })
  abstract readonly id: string;

  @Field(() => Moment, { description: 'When it began.' })
  abstract readonly from: Moment;

  @Field(() => Moment, { nullable: true, description: 'When it ended; null while it lasts.' })
  abstract readonly until: Moment | null;

  @Field(() => String, { nullable: true, description: "The source's code for the type of placement." })
  abstract readonly placementType: string | null;

  @Field(() => String, { nullable: true, description: "The source's code for the type of provider." })
  abstract readonly providerType: string | null;

  @Field(() => String, { nullable: true, description: "The source's code for the child's legal status during it." })
  abstract readonly legalStatus: string | null;

  @Field(() => ID, { nullable: true, description: 'The agency that runs the home, when the directory knows it.' })
  abstract readonly provider: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the home, when the directory knows it.' })
  abstract readonly homeName: string | null;

  @Field(() => String, { nullable: true, description: "The home's Ofsted number." })
  abstract readonly urn: string | null;

  @Field(() => String, { nullable: true, description: 'The postcode of the placement.' })
  abstract readonly placementPostcode: string | null;

  @Field(() => ID, { nullable: true, description: 'The authority in whose area the home lies.' })
  abstract readonly hostAuthority: string | null;

  @Field(() => String, { nullable: true, description: "The source's code for why it began." })
  abstract readonly reasonStarted: string | null;

  @Field(() => String, { nullable: true, description: "The source's code for why it ended." })
  abstract readonly reasonEnded: string | null;

  @Field(() => String, { nullable: true, description: "The source's code for why the placement changed." })
  abstract readonly reasonChanged: string | null;

  @Field(() => Int, { nullable: true, description: 'Of one recorded in the hub: the revision to send with a change.' })
  abstract readonly revision: number | null;

  @Field(() => [FieldStatements], { nullable: true, description: 'What every source ever said, field by field, side by side: what stands and why, who says otherwise, what was corrected or taken back.' })
  abstract readonly statements: readonly FieldStatements[] | null;
}
