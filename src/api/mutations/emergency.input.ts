import { Field, ID, InputType } from 'type-graphql';
import { ReviewOutcome } from '../interview/sharing-enums.type.ts';
import { DecisionInput, KeyedInput } from './keyed.input.ts';

const EXACTLY = 'exactly, with the date of birth';

@InputType({ description: 'Opens one child to you for four hours. The decision-maker and the coordinator are told at once, and it is reviewed.' })
export abstract class OpenEmergencyAccessInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: 'The child, where you know an id the hub has shown.' })
  readonly child: string | null = null;

  @Field(() => String, { nullable: true, description: `Or the given name, ${EXACTLY}.` })
  readonly givenName: string | null = null;

  @Field(() => String, { nullable: true, description: `And the family name, ${EXACTLY}.` })
  readonly familyName: string | null = null;

  @Field(() => String, { nullable: true, description: 'The date of birth, as 2010-04-30.' })
  readonly dateOfBirth: string | null = null;

  @Field(() => String, { nullable: true, description: 'Or the NHS number.' })
  readonly nhsNumber: string | null = null;

  @Field(() => String, { description: 'Why you need it now.' })
  abstract readonly reason: string;
}

@InputType({ description: 'What a review of emergency access found.' })
export abstract class ReviewEmergencyAccessInput extends DecisionInput {
  @Field(() => ID, { description: 'The emergency access, by the id its notice is about.' })
  abstract readonly emergency: string;

  @Field(() => ReviewOutcome, { description: 'What was found.' })
  abstract readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED';

  @Field(() => String, { description: 'On what grounds.' })
  abstract readonly note: string;
}

@InputType({ description: 'A child by exact name and date of birth, or by NHS number, and why you ask.' })
export abstract class WhoseChildInput {
  @Field(() => String, { nullable: true, description: `The given name, ${EXACTLY}.` })
  readonly givenName: string | null = null;

  @Field(() => String, { nullable: true, description: `The family name, ${EXACTLY}.` })
  readonly familyName: string | null = null;

  @Field(() => String, { nullable: true, description: 'The date of birth, as 2010-04-30.' })
  readonly dateOfBirth: string | null = null;

  @Field(() => String, { nullable: true, description: 'Or the NHS number.' })
  readonly nhsNumber: string | null = null;

  @Field(() => String, { description: 'Why you ask; it is written down.' })
  abstract readonly reason: string;
}
