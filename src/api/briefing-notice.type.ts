import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.scalar.ts';

@ObjectType({ simpleResolvers: true, description: 'Something you are to be told first, until you say that you know.' })
export abstract class BriefingNotice {
  @Field(() => ID, { description: 'The notice.' })
  abstract readonly id: string;

  @Field(() => String, { description: 'What kind of notice it is.' })
  abstract readonly kind: string;

  @Field(() => String, { description: 'What you are told; it names no child.' })
  abstract readonly text: string;

  @Field(() => ID, { description: 'What it is about: the record, decision or interview; what you review names it.' })
  abstract readonly about: string;

  @Field(() => DateTime, { description: 'When it was raised.' })
  abstract readonly raisedAt: string;
}
