import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from './keyed.input.ts';

@InputType({ description: 'Entries that you have read.' })
export abstract class ReadQuarantineInput extends KeyedInput {
  @Field(() => [ID], { description: 'The entries.' })
  abstract readonly entries: readonly string[];
}

@InputType({ description: 'Documents to be read again, after the adapter, the directory or the source was mended.' })
export abstract class ReplayQuarantineInput extends KeyedInput {
  @Field(() => [ID], { nullable: true, description: 'The entries; left out: the oldest five hundred open ones that your agency sent.' })
  readonly entries: readonly string[] | null = null;

  @Field(() => Boolean, { description: 'Of a full extract that waits: take it although it retracts more than a twentieth.' })
  readonly acceptRetractions: boolean = false;
}

@InputType({ description: 'A corrected text in place of what was refused.' })
export abstract class MendDocumentInput extends KeyedInput {
  @Field(() => ID, { description: 'The entry it mends.' })
  abstract readonly entry: string;

  @Field(() => String, { description: 'The document, or the one record of it, as it should have been; of a full extract the whole of it.' })
  abstract readonly text: string;

  @Field(() => String, { description: 'What was mended, and how it is known.' })
  abstract readonly reason: string;
}

@InputType({ description: 'Entries of which nothing is to be taken.' })
export abstract class DismissQuarantineInput extends KeyedInput {
  @Field(() => [ID], { description: 'The entries.' })
  abstract readonly entries: readonly string[];

  @Field(() => String, { description: 'Why nothing of them is to be taken; it is kept with them.' })
  abstract readonly reason: string;
}
