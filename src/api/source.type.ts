import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.scalar.ts';

@ObjectType({ description: 'A system that sends to the hub, and how fresh it is.' })
export abstract class Source {
  @Field(() => ID, { description: 'The agency whose system it is.' })
  abstract readonly agency: string;

  @Field(() => ID, { description: 'The system.' })
  abstract readonly system: string;

  @Field(() => String, { description: 'The format it sends.' })
  abstract readonly adapter: string;

  @Field(() => DateTime, { nullable: true, description: 'When the hub last received something from it.' })
  abstract readonly lastReceivedAt: string | null;

  @Field(() => String, { nullable: true, description: "The latest of the source's own order: a time or a revision." })
  abstract readonly latestOrder: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it is expected to send, in hours; null where it sends when it has something.' })
  abstract readonly expectedEveryHours: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it should have sent again: what it would have told is missing here. Have whoever runs it look at its export. Null while it is in time.',
  })
  abstract readonly silentSince: string | null;

  @Field(() => Int, { nullable: true, description: 'How many of its documents are stored and not yet read.' })
  abstract readonly waiting: number | null;

  @Field(() => Int, { nullable: true, description: 'How many documents it has sent.' })
  abstract readonly documents: number | null;

  @Field(() => Int, { nullable: true, description: 'How many records they held.' })
  abstract readonly records: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of them are in quarantine.' })
  abstract readonly quarantined: number | null;
}
