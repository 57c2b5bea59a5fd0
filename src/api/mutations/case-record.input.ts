import { Field, ID, InputType } from 'type-graphql';
import type { CaseRecordKind as CaseRecordWord } from '../../domain/interview/return-steps.ts';
import { CaseRecordKind } from '../case/case-enums.type.ts';
import { EditInput } from './keyed.input.ts';

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
}
