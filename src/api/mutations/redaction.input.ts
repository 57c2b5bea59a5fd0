import { Field, ID, InputType, Int } from 'type-graphql';
import type { HandlingCode as HandlingWord, IntelligenceResult as ResultWord } from '../../domain/intelligence/intelligence-words.ts';
import type { StructuredQuestion as StructuredQuestionWord } from '../../domain/interview/interview-form.ts';
import type { Audience as AudienceWord, Topic as TopicWord } from '../../domain/sharing/audience.ts';
import { StructuredQuestion } from '../interview/interview-enums.type.ts';
import { HandlingCode, IntelligenceAssessment, IntelligenceResult, SourceEvaluation } from '../interview/intelligence-enums.type.ts';
import { Audience, Topic } from '../interview/sharing-enums.type.ts';
import { CONFIRMED, DecisionInput } from './keyed.input.ts';

@InputType({ description: 'A text proposed for one audience. It names nobody who is named in the interview.' })
export abstract class ProposeRedactionInput extends DecisionInput {
  @Field(() => ID, { description: 'The interview.' })
  abstract readonly interview: string;

  @Field(() => Audience, { description: 'For whom.' })
  abstract readonly audience: AudienceWord;

  @Field(() => ID, { nullable: true, description: 'The placement or the parent it is for; left out for every other audience.' })
  readonly recipient: string | null = null;

  @Field(() => String, { description: 'The text.' })
  abstract readonly text: string;

  @Field(() => [StructuredQuestion], { description: 'The questions whose answers go with it.' })
  abstract readonly answers: readonly StructuredQuestionWord[];

  @Field(() => [Topic], { description: 'What it is about.' })
  readonly topics: readonly TopicWord[] = ['ALL'];

  @Field(() => String, { description: 'The contentHash of the interview that you read.' })
  abstract readonly contentHash: string;
}

@InputType({ description: 'The approval of a proposed text, by a trained person other than its author.' })
export abstract class ApproveRedactionInput extends DecisionInput {
  @Field(() => ID, { description: 'The proposed text.' })
  abstract readonly redaction: string;

  @Field(() => [Int], {
    nullable: true,
    description: `Of a text for a home or a parent: ${CONFIRMED}`,
  })
  abstract readonly confirmed?: readonly number[] | null;
}

@InputType({ description: 'The grade of an item by 3x5x2, and the text made for others.' })
export abstract class GradeIntelligenceInput extends DecisionInput {
  @Field(() => ID, { description: 'The item.' })
  abstract readonly intelligence: string;

  @Field(() => SourceEvaluation, { description: 'How reliable the source is.' })
  abstract readonly sourceEvaluation: '1' | '2' | '3';

  @Field(() => IntelligenceAssessment, { description: 'How far it is known to be true.' })
  abstract readonly assessment: 'A' | 'B' | 'C' | 'D' | 'E';

  @Field(() => HandlingCode, { description: 'How it may travel.' })
  abstract readonly handling: HandlingWord;

  @Field(() => String, { nullable: true, description: 'The conditions that travel along; code C needs them.' })
  readonly conditions: string | null = null;

  @Field(() => [ID], { description: 'The agencies an item of code C may go to.' })
  readonly recipients: readonly string[] = [];

  @Field(() => String, { nullable: true, description: 'The sanitised text: no source, and nobody who is named in the item.' })
  readonly sanitisedText: string | null = null;

  @Field(() => ID, { nullable: true, description: 'The authority in whose area it lies.' })
  readonly area: string | null = null;

  @Field(() => IntelligenceResult, { nullable: true, description: 'What you made of it, told to whoever recorded it.' })
  readonly result: ResultWord | null = null;

  @Field(() => String, { nullable: true, description: 'The same in words for whoever recorded it: nothing that they may not hear of others, or of how it was done.' })
  readonly resultWords: string | null = null;
}
