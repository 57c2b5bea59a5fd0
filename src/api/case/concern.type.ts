import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { Moment } from '../moment.type.ts';
import { Risk } from '../trade-enums.type.ts';
import { ConcernKind } from './case-enums.type.ts';

/** What is said of a concern itself; the link to its child is in `case-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'What somebody who spoke with a child could not keep until the form was written.' })
export abstract class Concern {
  @Field(() => ID, { description: 'The concern.' })
  abstract readonly id: string;

  @Field(() => ConcernKind, { description: 'What it is about.' })
  abstract readonly concern: string;

  @Field(() => String, { description: 'What was heard.' })
  abstract readonly words: string;

  @Field(() => Moment, { description: 'When it was heard.' })
  abstract readonly at: Moment;

  @Field(() => Risk, { description: 'How great the risk is held to be; how soon it must be answered rests on it.' })
  abstract readonly risk: string;

  @Field(() => ID, { nullable: true, description: 'The interview in which it was heard.' })
  abstract readonly interview: string | null;

  @Field(() => [ID], { description: 'Who it has come to for an answer so far: `<role>:<agency>` or `person@agency`.' })
  abstract readonly addressed: readonly string[];

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null while it waits.' })
  abstract readonly answeredAt: string | null;

  @Field(() => ID, { nullable: true, description: 'Who answered it.' })
  abstract readonly answeredBy: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  abstract readonly action: string | null;

  @Field(() => ID, { nullable: true, description: 'Whose it is to do.' })
  abstract readonly owner: string | null;

  @Field(() => DateTime, { nullable: true, description: 'By when.' })
  abstract readonly due: string | null;

  @Field(() => String, { nullable: true, description: "The child's given name." })
  abstract readonly givenName: string | null;

  @Field(() => String, { nullable: true, description: "The child's family name." })
  abstract readonly familyName: string | null;

  @Field(() => Moment, { nullable: true, description: "The child's date of birth." })
  abstract readonly dateOfBirth: Moment | null;

  @Field(() => String, { nullable: true, description: 'The home the child lives in, where the hub knows it.' })
  abstract readonly placementName: string | null;

  @Field(() => ID, { description: 'Who raised it.' })
  abstract readonly by: string;

  @Field(() => DateTime, { description: 'When it was raised.' })
  abstract readonly writtenAt: string;

  @Field(() => Int, { description: 'The revision to send with a change of it.' })
  abstract readonly revision: number;
}
