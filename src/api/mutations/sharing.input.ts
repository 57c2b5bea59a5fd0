import { Field, ID, InputType } from 'type-graphql';
import type { AgreementState as AgreementWord, Audience as AudienceWord, Topic as TopicWord } from '../../domain/sharing/audience.ts';
import { AgreementAspect, AgreementState, Audience, SharingChoice, SharingLevel, Topic } from '../interview/sharing-enums.type.ts';
import { DecisionInput } from './keyed.input.ts';

const RECIPIENT = 'an agency, or a person as person@agency';

@InputType({ description: 'What the child said when asked.' })
export abstract class RecordAgreementInput extends DecisionInput {
  @Field(() => ID, { description: 'The interview.' })
  abstract readonly interview: string;

  @Field(() => AgreementAspect, { description: 'To what.' })
  abstract readonly aspect: 'TAKE_PART' | 'CHANNEL' | 'AUDIENCE';

  @Field(() => Audience, { nullable: true, description: 'Of sharing: with which audience.' })
  readonly audience: AudienceWord | null = null;

  @Field(() => ID, { nullable: true, description: `Of sharing: with which recipient, ${RECIPIENT}.` })
  readonly recipient: string | null = null;

  @Field(() => Topic, { description: 'About what.' })
  readonly topic: TopicWord = 'ALL';

  @Field(() => AgreementState, { description: 'What the child said.' })
  abstract readonly state: AgreementWord;

  @Field(() => String, { nullable: true, description: "How the child's understanding was judged; only a child who was not asked needs none." })
  readonly understanding: string | null = null;

  @Field(() => String, { nullable: true, description: 'How the child wants to be reached.' })
  readonly channel: string | null = null;
}

@InputType({ description: "The decision-maker's decision for one recipient." })
export abstract class DecideSharingInput extends DecisionInput {
  @Field(() => ID, { description: 'The interview.' })
  abstract readonly interview: string;

  @Field(() => Audience, { description: 'The audience.' })
  abstract readonly audience: AudienceWord;

  @Field(() => ID, { description: `The recipient: ${RECIPIENT}.` })
  abstract readonly recipient: string;

  @Field(() => SharingChoice, { description: 'What is decided.' })
  abstract readonly decision: 'SHARE' | 'WITHHOLD';

  @Field(() => SharingLevel, { description: 'How far.' })
  readonly level: 'REDACTED' | 'FULL' = 'REDACTED';

  @Field(() => String, { nullable: true, description: 'Why; withholding from police or host needs it.' })
  readonly reason: string | null = null;

  @Field(() => String, { nullable: true, description: 'The date to look at it again; withholding from police or host needs one.' })
  readonly reviewOn: string | null = null;
}

@InputType({ description: "The senior worker's authorisation of a sharing decision, or of the release of an item of intelligence." })
export abstract class AuthoriseSharingInput extends DecisionInput {
  @Field(() => ID, { nullable: true, description: 'The interview.' })
  readonly interview: string | null = null;

  @Field(() => ID, { nullable: true, description: 'Or the item of intelligence.' })
  readonly intelligence: string | null = null;

  @Field(() => Audience, { nullable: true, description: 'Of an interview: the audience.' })
  readonly audience: AudienceWord | null = null;

  @Field(() => ID, { nullable: true, description: `Of an interview: the recipient, ${RECIPIENT}.` })
  readonly recipient: string | null = null;

  @Field(() => Boolean, { description: 'Whether it is authorised.' })
  abstract readonly authorised: boolean;

  @Field(() => String, { description: 'The reason.' })
  abstract readonly reason: string;
}

@InputType({ description: 'Immediate safeguarding concerns: releases an approved text to one recipient for some days, without decision or agreement.' })
export abstract class OverrideForSafeguardingInput extends DecisionInput {
  @Field(() => ID, { description: 'The interview.' })
  abstract readonly interview: string;

  @Field(() => Audience, { description: 'The audience.' })
  abstract readonly audience: AudienceWord;

  @Field(() => ID, { description: `The recipient: ${RECIPIENT}.` })
  abstract readonly recipient: string;

  @Field(() => String, { description: 'The reason.' })
  abstract readonly reason: string;

  @Field(() => String, { description: 'Until when; up to 7 days ahead.' })
  abstract readonly until: string;

  @Field(() => String, { description: 'Whether the child was told, or why not.' })
  abstract readonly childTold: string;
}
