import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.scalar.ts';
import { PageInfo } from './page-info.type.ts';

@ObjectType({ description: 'An object of an answer and which of its fields were shown; never their values.' })
export abstract class DisclosedObject {
  @Field(() => String, { description: 'The type of the object.' })
  abstract readonly type: string;

  @Field(() => ID, { description: 'The object.' })
  abstract readonly id: string;

  @Field(() => Int, { description: 'The version of it that was shown.' })
  abstract readonly version: number;

  @Field(() => String, { nullable: true, description: 'The level it was shown at, where its type has levels.' })
  abstract readonly level: string | null;

  @Field(() => [String], { description: 'The names of the fields shown.' })
  abstract readonly fields: readonly string[];

  @Field(() => Boolean, { description: 'Whether only emergency access opened it.' })
  abstract readonly emergency: boolean;

  @Field(() => ID, { nullable: true, description: 'Of a redacted text: the approved text that was shown.' })
  abstract readonly basis: string | null;
}

@ObjectType({ description: 'One answer the hub gave.' })
export abstract class DisclosureRecord {
  @Field(() => ID, { description: 'The entry.' })
  abstract readonly id: string;

  @Field(() => DateTime, { description: 'When the answer was given.' })
  abstract readonly at: string;

  @Field(() => ID, { description: 'The person who asked.' })
  abstract readonly actor: string;

  @Field(() => ID, { description: 'The agency the person acted for.' })
  abstract readonly agency: string;

  @Field(() => String, { description: 'The role the person acted in.' })
  abstract readonly role: string;

  @Field(() => String, { description: 'What it was for.' })
  abstract readonly purpose: string;

  @Field(() => String, { description: 'Its lawful basis.' })
  abstract readonly lawfulBasis: string;

  @Field(() => String, { description: 'The name of the operation.' })
  abstract readonly operation: string;

  @Field(() => String, { description: 'The version of the permissions it was decided by.' })
  abstract readonly policyVersion: string;

  @Field(() => [ID], { description: 'The agencies that are controllers of what was shown.' })
  abstract readonly controllers: readonly string[];

  @Field(() => [ID], { description: 'The children it was about.' })
  abstract readonly children: readonly string[];

  @Field(() => String, { description: 'Whether something was shown, nothing was, or it was refused.' })
  abstract readonly outcome: string;

  @Field(() => [DisclosedObject], { description: 'What was shown.' })
  abstract readonly objects: readonly DisclosedObject[];
}

@ObjectType({ description: 'A page of the disclosure log, the latest first.' })
export abstract class DisclosureConnection {
  @Field(() => [DisclosureRecord], { description: 'The entries.' })
  abstract readonly nodes: readonly DisclosureRecord[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  abstract readonly pageInfo: PageInfo;
}
