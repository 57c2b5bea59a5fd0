import { Field, ID, Int, ObjectType } from 'type-graphql';
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

  @Field(() => DateTime, { nullable: true, description: 'Of an alert: when the next in the duty chain are told too, unless somebody has answered. Once it is past it still waits for you.' })
  abstract readonly answerBy: string | null;

  @Field(() => Int, { nullable: true, description: 'Of an alert: which step of the duty chain you are, counted from 1.' })
  abstract readonly step: number | null;

  @Field(() => String, { nullable: true, description: 'Of an alert: which roles before you in the duty chain did not answer in their time, in words. It names no person.' })
  abstract readonly notAnsweredBy: string | null;

  @Field(() => String, { nullable: true, description: 'Of an alert: which role it waits for, in words.' })
  abstract readonly waitsFor: string | null;

  @Field(() => DateTime, { description: 'Since when it is before them.' })
  abstract readonly since: string;

  @Field(() => String, { nullable: true, description: 'Of an alert: which role is told next, in words, unless somebody has answered by `answerBy`; null where there is none after them.' })
  abstract readonly next: string | null;
}
