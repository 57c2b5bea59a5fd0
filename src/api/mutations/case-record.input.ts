import { Field, ID, InputType } from 'type-graphql';
import type { ContactGiven } from '../../actions/contact-given.ts';
import type { AttemptMethod as AttemptMethodWord, OfferedTo as OfferedToWord, YesNoNotSaid as YesNoNotSaidWord } from '../../domain/interview/interview-words.ts';
import type { CaseRecordKind as CaseRecordWord } from '../../domain/interview/return-steps.ts';
import { CaseRecordKind } from '../case/case-enums.type.ts';
import { AttemptMethod, OfferedTo, YesNoNotSaid } from '../interview/interview-enums.type.ts';
import { EditInput } from './keyed.input.ts';

@InputType({ description: 'How, when and by whom a child is reached safely.' })
export abstract class SafeContactInput implements ContactGiven {
  @Field(() => [AttemptMethod], { description: 'Only in these ways; none: nothing is said of it.' })
  readonly safeWays: readonly AttemptMethodWord[] = [];

  @Field(() => [AttemptMethod], { description: 'Never in these ways.' })
  readonly unsafeWays: readonly AttemptMethodWord[] = [];

  @Field(() => String, { nullable: true, description: "From when in the day, by London's clock, as 16:00." })
  readonly from: string | null = null;

  @Field(() => String, { nullable: true, description: 'Until when in the day, as 17:00; a time before "from" is on the next day.' })
  readonly until: string | null = null;

  @Field(() => String, { nullable: true, description: 'By whom alone.' })
  readonly by: string | null = null;

  @Field(() => [OfferedTo], { description: 'Never through these.' })
  readonly notThrough: readonly OfferedToWord[] = [];

  @Field(() => YesNoNotSaid, { description: 'Whether an interpreter is needed.' })
  readonly interpreter: YesNoNotSaidWord = 'NOT_SAID';

  @Field(() => String, { nullable: true, description: 'For which language.' })
  readonly language: string | null = null;

  @Field(() => YesNoNotSaid, { description: 'Whether the child lives independently: it decides to whom a letter goes.' })
  readonly livesIndependently: YesNoNotSaidWord = 'NOT_SAID';
}

@InputType({ description: 'What is written of a child beside the interview: who may read the whole interview reads it.' })
export abstract class RecordCaseRecordInput extends EditInput {
  @Field(() => ID, { description: 'The episode.' })
  abstract readonly episode: string;

  @Field(() => CaseRecordKind, { description: 'What it is.' })
  abstract readonly record: CaseRecordWord;

  @Field(() => String, { description: 'When it was made or took place: a date, or a date and time; without an offset it is a time in London.' })
  abstract readonly at: string;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  readonly outcome: string | null = null;

  @Field(() => [String], { description: "Why it was made; of a strategy discussion what the authority's practice asks for now, where left out." })
  readonly grounds: readonly string[] = [];

  @Field(() => [String], { description: 'Who took part.' })
  readonly present: readonly string[] = [];

  @Field(() => String, { nullable: true, description: 'What it says.' })
  readonly words: string | null = null;

  @Field(() => ID, { nullable: true, description: 'The concern it hangs from.' })
  readonly concern: string | null = null;

  @Field(() => String, { nullable: true, description: "Why the authority's practice was not followed." })
  readonly departure: string | null = null;

  @Field(() => SafeContactInput, { nullable: true, description: 'Of SAFE_CONTACT: how, when and by whom, by the list; the rest is said in "words".' })
  readonly contact: SafeContactInput | null = null;
}
