import { Field, ID, InputType, Int } from 'type-graphql';
import type { ConcernKind as ConcernWord } from '../../domain/interview/return-steps.ts';
import type { Risk as RiskWord } from '../../domain/observation/observation.ts';
import { ConcernKind } from '../case/case-enums.type.ts';
import { Risk } from '../trade-enums.type.ts';
import { CONFIRMED, DecisionInput, KeyedInput, OWNER_READS } from './keyed.input.ts';

const TIME = 'A date, or a date and time, as precisely as it is known; without an offset it is a time in London.';

@InputType({ description: 'What cannot wait until a form is written.' })
export abstract class RaiseConcernInput extends KeyedInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => ConcernKind, { description: 'What it is about.' })
  abstract readonly concern: ConcernWord;

  @Field(() => String, { description: 'What was heard, in your words.' })
  abstract readonly words: string;

  @Field(() => String, { nullable: true, description: `When it was heard; now where left out. ${TIME}` })
  readonly at: string | null = null;

  @Field(() => Risk, { nullable: true, description: 'How great the risk is, which says how soon it must be answered; as soon as at HIGH where left out.' })
  readonly risk: RiskWord | null = null;

  @Field(() => ID, { nullable: true, description: 'The interview in which it was heard, where one is recorded already.' })
  readonly interview: string | null = null;

  @Field(() => ID, { nullable: true, description: 'The episode it is about, where it is about one.' })
  readonly episode: string | null = null;

  @Field(() => [ID], { description: 'Of an allegation: of whom it is made, each as person@agency. They are shut out at once, at most three by all concerns of one child together, and never so that neither a manager nor a data protection officer is left.' })
  readonly excluded: readonly string[] = [];
}

@InputType({ description: 'The answer to a concern: what is done, by whom and by when.' })
export abstract class AcknowledgeConcernInput extends DecisionInput {
  @Field(() => ID, { description: 'The concern.' })
  abstract readonly concern: string;

  @Field(() => String, { description: 'What is to be done.' })
  abstract readonly action: string;

  @Field(() => ID, { description: 'Whose it is to do: person@agency, or a home. What a home or a carer is to do names nobody.' })
  abstract readonly owner: string;

  @Field(() => String, { description: `By when, which is still to come. ${TIME}` })
  abstract readonly due: string;

  @Field(() => [Int], { nullable: true, description: `Of what a home or a carer is to do: ${CONFIRMED}` })
  abstract readonly confirmed?: readonly number[] | null;

  @Field(() => Boolean, { nullable: true, description: OWNER_READS })
  abstract readonly ownerReads?: boolean | null;
}
