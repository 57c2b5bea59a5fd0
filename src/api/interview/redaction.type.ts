import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { StructuredQuestion } from './interview-enums.type.ts';
import { Audience, RedactionState, SharingRecordKind, Topic } from './sharing-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A text proposed for one audience, as those who decide on it see it.' })
export abstract class Redaction {
  @Field(() => ID, { description: 'The text.' })
  abstract readonly id: string;

  @Field(() => Audience, { description: 'For whom it is.' })
  abstract readonly audience: string;

  @Field(() => ID, { nullable: true, description: 'The placement or parent it is for; null where it serves the whole audience.' })
  abstract readonly recipient: string | null;

  @Field(() => String, { description: 'The text.' })
  abstract readonly text: string;

  @Field(() => [StructuredQuestion], { description: 'The questions whose answers go with it.' })
  abstract readonly answers: readonly string[];

  @Field(() => [Topic], { description: 'What it is about.' })
  abstract readonly topics: readonly string[];

  @Field(() => RedactionState, { description: 'Where it stands.' })
  abstract readonly state: string;

  @Field(() => ID, { description: 'Who wrote it.' })
  abstract readonly author: string;

  @Field(() => ID, { nullable: true, description: 'Who approved it.' })
  abstract readonly approver: string | null;

  @Field(() => DateTime, { description: 'When it was proposed.' })
  abstract readonly proposedAt: string;

  @Field(() => Int, { description: 'Its revision.' })
  abstract readonly revision: number;
}

@ObjectType({ simpleResolvers: true, description: 'One decision or agreement on sharing an interview, as those who decide see it.' })
export abstract class SharingRecord {
  @Field(() => ID, { description: 'The decision.' })
  abstract readonly id: string;

  @Field(() => SharingRecordKind, { description: 'What kind of decision it is.' })
  abstract readonly kind: string;

  @Field(() => Audience, { nullable: true, description: 'Which audience it is about.' })
  abstract readonly audience: string | null;

  @Field(() => ID, { nullable: true, description: 'Which recipient it is about.' })
  abstract readonly recipient: string | null;

  @Field(() => Topic, { nullable: true, description: 'What it is about.' })
  abstract readonly topic: string | null;

  @Field(() => String, { description: 'What was decided or said.' })
  abstract readonly state: string;

  @Field(() => String, { nullable: true, description: 'The reason.' })
  abstract readonly reason: string | null;

  @Field(() => ID, { description: 'Who decided, or who asked the child.' })
  abstract readonly by: string;

  @Field(() => DateTime, { description: 'When.' })
  abstract readonly at: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when it holds, where it ends.' })
  abstract readonly until: string | null;

  @Field(() => Int, { description: 'The revision to send with a decision that supersedes it.' })
  abstract readonly revision: number;
}
