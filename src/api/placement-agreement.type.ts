import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Moment } from './moment.type.ts';

@ObjectType({ simpleResolvers: true, description: "What the placing and the host authority agreed for a placement in the host's area." })
export abstract class PlacementAgreement {
  @Field(() => ID, { description: 'The agreement.' })
  abstract readonly id: string;

  @Field(() => Moment, { description: 'From when it holds.' })
  abstract readonly from: Moment;

  @Field(() => String, { nullable: true, description: "The home's Ofsted number." })
  abstract readonly urn: string | null;

  @Field(() => ID, { nullable: true, description: 'The authority it was made with, when the directory knows it.' })
  abstract readonly hostAuthority: string | null;

  @Field(() => String, { nullable: true, description: "The host authority's officer." })
  abstract readonly hostOfficer: string | null;

  @Field(() => String, { nullable: true, description: 'How to reach the officer.' })
  abstract readonly hostContact: string | null;

  @Field(() => String, { nullable: true, description: 'Who holds return home interviews.' })
  abstract readonly whoInterviews: string | null;

  @Field(() => String, { nullable: true, description: 'How the result comes to the responsible authority.' })
  abstract readonly resultHow: string | null;

  @Field(() => String, { nullable: true, description: 'By when the result comes.' })
  abstract readonly resultBy: string | null;

  @Field(() => ID, { description: 'The agency that says so.' })
  abstract readonly madeBy: string;

  @Field(() => Int, { nullable: true, description: 'Of one recorded in the hub: the revision to send with a change.' })
  abstract readonly revision: number | null;
}
