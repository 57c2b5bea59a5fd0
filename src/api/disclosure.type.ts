import { Field, ObjectType } from 'type-graphql';
import { WithheldReason } from './trade-enums.type.ts';

@ObjectType({ description: 'A field you are not shown. It says nothing about whether the field holds anything.' })
export abstract class WithheldField {
  @Field(() => String, { description: 'The field.' })
  abstract readonly field: string;

  @Field(() => WithheldReason, { description: 'Why it is not shown.' })
  abstract readonly reason: string;
}

@ObjectType({ description: 'What you are shown of an object, on what terms. Follows from role and relationship alone.' })
export abstract class Disclosure {
  @Field(() => String, { description: 'The level you are shown it at, as the name of its type.' })
  abstract readonly level: string;

  @Field(() => [WithheldField], { description: 'Every field of the object that you are not shown.' })
  abstract readonly withheld: readonly WithheldField[];

  @Field(() => String, { description: 'How to handle what you are shown.' })
  abstract readonly handling: string;

  @Field(() => String, { description: 'Whether and how you may pass it on.' })
  abstract readonly onwardSharing: string;
}
