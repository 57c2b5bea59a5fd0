import { Field, ID, ObjectType } from 'type-graphql';
import { Moment } from './moment.type.ts';
import { Risk } from './trade-enums.type.ts';

/** What is said of an assessment itself; the link to its episodes is in `placed-child-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: "An authority's own assessment of the risk to the child, which a host authority consults." })
export abstract class RiskAssessment {
  @Field(() => ID, { description: 'The assessment.' })
  abstract readonly id: string;

  @Field(() => Moment, { description: 'When it was made.' })
  abstract readonly at: Moment;

  @Field(() => Risk, { nullable: true, description: 'The risk on the canonical scale; null where the word is none of it.' })
  abstract readonly risk: string | null;

  @Field(() => String, { description: "The authority's own word for the risk." })
  abstract readonly word: string;

  @Field(() => String, { nullable: true, description: 'What the risk rests on.' })
  abstract readonly factors: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be done about it.' })
  abstract readonly plan: string | null;

  @Field(() => String, { nullable: true, description: 'Who assessed it.' })
  abstract readonly assessor: string | null;

  @Field(() => Moment, { nullable: true, description: 'Until when it is good.' })
  abstract readonly validUntil: Moment | null;

  @Field(() => ID, { description: 'The agency that made it.' })
  abstract readonly madeBy: string;
}
