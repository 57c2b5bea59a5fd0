import { Field, ID, InputType, Int } from 'type-graphql';
import type { ReturnStepKind as ReturnStepWord, TriageOutcome as TriageWord, BriefingAnswer as BriefingAnswerWord } from '../../domain/interview/return-steps.ts';
import { BriefingAnswer, ReturnStepKind, TriageOutcome } from '../case/case-enums.type.ts';
import { CONFIRMED, DecisionInput, EditInput, KeyedInput } from './keyed.input.ts';

const TIME = 'A date, or a date and time, as precisely as it is known; without an offset it is a time in London.';
const DEPARTURE = "Why the authority's practice is not followed, where it is not: it is kept, and nothing is refused for it.";

@InputType({ description: 'Which way a return goes.' })
export abstract class TriageReturnInput extends DecisionInput {
  @Field(() => ID, { description: 'The episode.' })
  abstract readonly episode: string;

  @Field(() => String, { nullable: true, description: `When it was decided; now where left out. ${TIME}` })
  readonly at: string | null = null;

  @Field(() => TriageOutcome, { description: 'Which way.' })
  abstract readonly outcome: TriageWord;

  @Field(() => String, { nullable: true, description: 'Why, in your words.' })
  readonly words: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where it is not appropriate now: who covers meanwhile.' })
  readonly coveredBy: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where it is not appropriate now: the date to ask again.' })
  readonly askAgainOn: string | null = null;

  @Field(() => String, { nullable: true, description: DEPARTURE })
  readonly departure: string | null = null;
}

@InputType({ description: 'One thing done on the way from a return to the end of the matter.' })
export abstract class RecordReturnStepInput extends EditInput {
  @Field(() => ID, { description: 'The episode.' })
  abstract readonly episode: string;

  @Field(() => ReturnStepKind, { description: 'What was done: any but TRIAGE, WORKER_ASSIGNED and BRIEFING_ANSWER, which are written down where they are done.' })
  abstract readonly step: ReturnStepWord;

  @Field(() => String, { description: `When it was done. ${TIME}` })
  abstract readonly at: string;

  @Field(() => String, { nullable: true, description: 'With whom it was done, or to whom it went; of a letter CHILD or PARENT_OR_CARER, of somebody who was told an agency or person@agency.' })
  readonly addressee: string | null = null;

  @Field(() => String, { nullable: true, description: 'What came of it; of SAFE_TO_SEND say SAFE or NOT_SAFE: without either it does not count as safe.' })
  readonly outcome: string | null = null;

  @Field(() => String, { nullable: true, description: 'In your words. The plan to prevent another episode is read by the home: it names nobody.' })
  readonly words: string | null = null;

  @Field(() => String, { nullable: true, description: DEPARTURE })
  readonly departure: string | null = null;

  @Field(() => [Int], { nullable: true, description: `Of the plan to prevent another episode: ${CONFIRMED}` })
  abstract readonly confirmed?: readonly number[] | null;
}

@InputType({ description: 'What your agency says on the briefing.' })
export abstract class AnswerBriefingInput extends KeyedInput {
  @Field(() => ID, { description: 'The episode.' })
  abstract readonly episode: string;

  @Field(() => Int, { nullable: true, description: "The revision of your agency's own answer that you replace; left out, whatever stands is replaced." })
  readonly revision: number | null = null;

  @Field(() => BriefingAnswer, { description: 'Whether the child is known to your agency.' })
  abstract readonly known: BriefingAnswerWord;

  @Field(() => String, { nullable: true, description: 'In your words.' })
  readonly words: string | null = null;
}
