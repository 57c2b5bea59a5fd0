import { Field, ID, InputType, Int } from 'type-graphql';
import type { ActionState as ActionStateWord } from '../../domain/interview/return-steps.ts';
import { ActionState } from '../case/case-enums.type.ts';
import { CONFIRMED, DecisionInput, EditInput, OWNER_READS } from './keyed.input.ts';

@InputType({ description: 'Something somebody is to do about a child; of an action that is open, what is to be done or by when, said anew: whoever is to do it is told again.' })
export abstract class SetActionInput extends EditInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => String, { description: 'What is to be done.' })
  abstract readonly what: string;

  @Field(() => ID, { description: 'Whose it is to do: person@agency, or a home. Of an action set before whoever it is already. What a home or a carer is to do names nobody.' })
  abstract readonly owner: string;

  @Field(() => String, { description: 'By when, which is still to come: a date, or a date and time; without an offset it is a time in London.' })
  abstract readonly due: string;

  @Field(() => ID, { nullable: true, description: 'The concern, interview, episode or record it comes from.' })
  readonly comesFrom: string | null = null;

  @Field(() => [Int], { nullable: true, description: `Of what a home or a carer is to do: ${CONFIRMED}` })
  abstract readonly confirmed?: readonly number[] | null;

  @Field(() => Boolean, { nullable: true, description: OWNER_READS })
  abstract readonly ownerReads?: boolean | null;
}

@InputType({ description: 'What came of an action.' })
export abstract class CloseActionInput extends DecisionInput {
  @Field(() => ID, { description: 'The action.' })
  abstract readonly action: string;

  @Field(() => ActionState, { description: 'Where it stands now; OPEN where it was closed too early.' })
  abstract readonly state: ActionStateWord;

  @Field(() => String, { nullable: true, description: 'What came of it; where it was not done, why.' })
  readonly outcome: string | null = null;

  @Field(() => [Int], { nullable: true, description: `Of an outcome that a home or a carer reads and did not write: ${CONFIRMED}` })
  abstract readonly confirmed?: readonly number[] | null;

  @Field(() => Boolean, { nullable: true, description: OWNER_READS })
  abstract readonly ownerReads?: boolean | null;
}
