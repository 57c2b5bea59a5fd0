import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.scalar.ts';
import { describedEnum } from './described-enum.ts';
import { Risk } from './trade-enums.type.ts';

/** Which entries are asked for. */
export const QuarantineState = describedEnum('QuarantineState', 'Which entries are asked for.', {
  OPEN: 'Nobody has settled it.',
  SETTLED: 'Taken by a later message or a replay, mended, or dismissed.',
});

@ObjectType({ simpleResolvers: true, description: 'What a full extract that waits would take back: records that its source told of before, and that it or a newer one does not hold.' })
export abstract class WouldRetract {
  @Field(() => Int, { description: 'How many records would go.' })
  abstract readonly records: number;

  @Field(() => Int, { description: 'Of how many.' })
  abstract readonly of: number;

  @Field(() => [String], { description: "Which, by the keys of the sender's own system; at most five hundred." })
  abstract readonly recordKeys: readonly string[];
}

@ObjectType({ description: 'A message, or part of one, that the hub could not take.' })
export abstract class QuarantineEntry {
  @Field(() => ID, { description: 'The entry.' })
  abstract readonly id: string;

  @Field(() => ID, { description: 'The document it came in.' })
  abstract readonly document: string;

  @Field(() => ID, { description: 'The agency that sent it.' })
  abstract readonly agency: string;

  @Field(() => ID, { description: 'The system that sent it.' })
  abstract readonly system: string;

  @Field(() => String, { description: 'The format it was sent in.' })
  abstract readonly adapter: string;

  @Field(() => String, { description: 'The error code.' })
  abstract readonly code: string;

  @Field(() => String, { description: 'The line or path in the document.' })
  abstract readonly place: string;

  @Field(() => String, { description: 'What is wrong.' })
  abstract readonly reason: string;

  @Field(() => String, { description: 'How to mend it.' })
  abstract readonly remedy: string;

  @Field(() => String, { nullable: true, description: 'The kind of message, where it can be read.' })
  abstract readonly messageKind: string | null;

  @Field(() => String, { nullable: true, description: "The child's given name, where it can be read." })
  abstract readonly givenName: string | null;

  @Field(() => String, { nullable: true, description: "The child's family name, where it can be read." })
  abstract readonly familyName: string | null;

  @Field(() => String, { nullable: true, description: "The child's date of birth as it was sent, where it can be read." })
  abstract readonly dateOfBirth: string | null;

  @Field(() => Risk, { nullable: true, description: 'The risk, where it can be read.' })
  abstract readonly risk: string | null;

  @Field(() => Boolean, { description: 'Whether to treat it as a child at high risk: until a person of your own agency has read it (readQuarantine).' })
  abstract readonly countsAsHigh: boolean;

  @Field(() => String, { description: 'OPEN; or REPLAYED when it or a later message was taken, MENDED when a corrected text was, DISMISSED when nothing is to be taken.' })
  abstract readonly state: string;

  @Field(() => DateTime, { description: 'When the hub refused it.' })
  abstract readonly raisedAt: string;

  @Field(() => [ID], { description: 'The agencies one of whose people has read it.' })
  abstract readonly readByAgencies: readonly string[];

  @Field(() => DateTime, { nullable: true, description: 'When it was settled.' })
  abstract readonly settledAt: string | null;

  @Field(() => String, { nullable: true, description: 'Who settled it, or what.' })
  abstract readonly settledBy: string | null;

  @Field(() => String, { nullable: true, description: 'Of a dismissed entry: why nothing of it is to be taken.' })
  abstract readonly settledReason: string | null;

  @Field(() => String, { nullable: true, description: 'The refused place as the document has it, with line numbers.' })
  abstract readonly excerpt: string | null;

  @Field(() => WouldRetract, {
    nullable: true,
    description: 'Of a full extract that waits: what taking it would take back. replayQuarantine with acceptRetractions takes it, dismissQuarantine refuses it.',
  })
  abstract readonly wouldRetract: WouldRetract | null;
}
