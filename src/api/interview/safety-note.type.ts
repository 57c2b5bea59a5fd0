import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';

/** What is said of a note itself; the link to its child is in `interview-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'A short text written fresh for one home or carer: what to watch, what to do, whom to ring.' })
export abstract class SafetyNote {
  @Field(() => ID, { description: 'The note.' })
  abstract readonly id: string;

  @Field(() => ID, { description: 'The home or carer it is for.' })
  abstract readonly recipient: string;

  @Field(() => String, { description: 'What to watch for.' })
  abstract readonly watchFor: string;

  @Field(() => String, { description: 'What to do.' })
  abstract readonly doThis: string;

  @Field(() => String, { description: 'Whom to ring.' })
  abstract readonly ring: string;

  @Field(() => Boolean, { description: 'Whether it has been approved; its recipient sees it only then.' })
  abstract readonly approved: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When the recipient said that they have read it.' })
  abstract readonly acknowledgedAt: string | null;

  @Field(() => ID, { nullable: true, description: 'Who of the recipient has read it.' })
  abstract readonly acknowledgedBy: string | null;

  @Field(() => ID, { description: 'Who wrote it.' })
  abstract readonly by: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  abstract readonly at: string;

  @Field(() => Int, { description: 'The revision to send with what is done about it.' })
  abstract readonly revision: number;
}
