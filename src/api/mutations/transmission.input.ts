import { Field, ID, InputType } from 'type-graphql';
import type { TransmittedMatter as MatterWord } from '../../actions/transmit.ts';
import { TransmittedMatter } from '../exchange/transmission-enums.type.ts';
import { KeyedInput } from './keyed.input.ts';

const TO = { description: 'The agency it goes to, as the directory names it.' };
const RECIPIENT = { nullable: true, description: "For whom there, `person@agency`; left out: the child's social worker there, else whoever takes such things in. At another agency nobody else can be named." } as const;

@InputType({ description: 'An interview to send.' })
export abstract class TransmitInterviewInput extends KeyedInput {
  @Field(() => ID, { description: 'The interview.' })
  abstract readonly interview: string;

  @Field(() => ID, TO)
  abstract readonly to: string;

  @Field(() => ID, RECIPIENT)
  readonly recipient: string | null = null;
}

@InputType({ description: 'An episode, an offer or an item to send.' })
export abstract class TransmitInput extends KeyedInput {
  @Field(() => TransmittedMatter, { description: 'What it is.' })
  abstract readonly matter: MatterWord;

  @Field(() => ID, { description: 'Its id.' })
  abstract readonly id: string;

  @Field(() => ID, TO)
  abstract readonly to: string;

  @Field(() => ID, RECIPIENT)
  readonly recipient: string | null = null;
}

@InputType({ description: 'The risk assessment that a host asks of the authority that placed a child.' })
export abstract class RequestRiskAssessmentInput extends KeyedInput {
  @Field(() => ID, { description: 'The episode for which it is asked.' })
  abstract readonly episode: string;
}

@InputType({ description: 'A transmission that may go.' })
export abstract class ReleaseTransmissionInput extends KeyedInput {
  @Field(() => ID, { description: 'The transmission.' })
  abstract readonly id: string;

  @Field(() => Boolean, { description: 'Also where it was withdrawn.' })
  readonly despiteWithdrawal: boolean = false;
}

@InputType({ description: 'A transmission that must not go.' })
export abstract class WithdrawTransmissionInput extends KeyedInput {
  @Field(() => ID, { description: 'The transmission.' })
  abstract readonly id: string;

  @Field(() => String, { description: 'Why, in words for the log.' })
  abstract readonly reason: string;
}

@InputType({ description: 'A transmission that was refused or given up.' })
export abstract class ReplayTransmissionInput extends KeyedInput {
  @Field(() => ID, { description: 'The transmission.' })
  abstract readonly id: string;
}

@InputType({ description: 'A partner to whom nothing goes for now, or to whom it goes again.' })
export abstract class PausePartnerInput extends KeyedInput {
  @Field(() => ID, { description: 'The agency, as the directory names it.' })
  abstract readonly agency: string;

  @Field(() => String, { description: 'Why, in words for the log.' })
  abstract readonly reason: string;
}
