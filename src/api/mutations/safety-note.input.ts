import { Field, ID, InputType, Int } from 'type-graphql';
import { CONFIRMED, DecisionInput } from './keyed.input.ts';

@InputType({ description: 'A short text written fresh for one home or carer: no names, no source, nothing copied.' })
export abstract class WriteSafetyNoteInput extends DecisionInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => ID, { description: "The home's agency, or the carer as person@agency." })
  abstract readonly recipient: string;

  @Field(() => String, { description: 'What to watch for.' })
  abstract readonly watchFor: string;

  @Field(() => String, { description: 'What to do.' })
  abstract readonly doThis: string;

  @Field(() => String, { description: 'Whom to ring.' })
  abstract readonly ring: string;

  @Field(() => [Int], { nullable: true, description: `Of a note whose writer may approve it: ${CONFIRMED}` })
  abstract readonly confirmed?: readonly number[] | null;
}

@InputType({ description: 'The approval of a safety note; its recipient sees it from then on.' })
export abstract class ApproveSafetyNoteInput extends DecisionInput {
  @Field(() => ID, { description: 'The note.' })
  abstract readonly note: string;

  @Field(() => [Int], { nullable: true, description: `Of the whole note: ${CONFIRMED}` })
  abstract readonly confirmed?: readonly number[] | null;
}

@InputType({ description: 'That the recipient has read a safety note.' })
export abstract class AcknowledgeSafetyNoteInput extends DecisionInput {
  @Field(() => ID, { description: 'The note.' })
  abstract readonly note: string;
}
