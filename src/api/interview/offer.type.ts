import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Moment } from '../moment.type.ts';
import { AttemptMethod, OfferedTo, OfferOutcome, Try, YesNoNotSaid } from './interview-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'One try at reaching the child.' })
export abstract class Attempt {
  @Field(() => Moment, { description: 'When.' })
  abstract readonly at: Moment;

  @Field(() => AttemptMethod, { description: 'By which means.' })
  abstract readonly method: string;

  @Field(() => YesNoNotSaid, { description: 'Whether it was within core hours.' })
  abstract readonly coreHours: string;

  @Field(() => String, { nullable: true, description: 'The response.' })
  abstract readonly response: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  abstract readonly outcome: string | null;

  @Field(() => Boolean, { description: 'Whether the matter ended with it.' })
  abstract readonly endedIt: boolean;
}

/** What is said of an offer itself; the link to its episodes is in `interview-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'An offer of a return home interview, with every try at reaching the child.' })
export abstract class Offer {
  @Field(() => ID, { description: 'The offer.' })
  abstract readonly id: string;

  @Field(() => Moment, { description: 'When it was made.' })
  abstract readonly at: Moment;

  @Field(() => OfferedTo, { description: 'To whom.' })
  abstract readonly offeredTo: string;

  @Field(() => OfferOutcome, { nullable: true, description: 'What became of it; null while nobody has answered.' })
  abstract readonly outcome: string | null;

  @Field(() => YesNoNotSaid, { description: 'Whether somebody tried to telephone the young person.' })
  abstract readonly phonedYoungPerson: string;

  @Field(() => YesNoNotSaid, { description: 'Whether a parent or carer was spoken to.' })
  abstract readonly spokenToParentCarer: string;

  @Field(() => YesNoNotSaid, { description: 'Whether the social worker or lead practitioner was spoken to.' })
  abstract readonly spokenToSocialWorker: string;

  @Field(() => String, { nullable: true, description: 'Where it is not appropriate now: why, and who covers meanwhile.' })
  abstract readonly reason: string | null;

  @Field(() => String, { nullable: true, description: 'The date to ask again.' })
  abstract readonly askAgainOn: string | null;

  @Field(() => String, { nullable: true, description: 'The written explanation of a refusal, or of nobody having been reached.' })
  abstract readonly explanation: string | null;

  @Field(() => [Try], { description: 'Who and what was tried before the child counted as one who could not be reached.' })
  abstract readonly tried: readonly string[];

  @Field(() => String, { nullable: true, description: 'Where it is not appropriate now: who covers meanwhile.' })
  abstract readonly coveredBy: string | null;

  @Field(() => String, { nullable: true, description: "Why the authority's practice was not followed." })
  abstract readonly departure: string | null;

  @Field(() => ID, { description: 'The agency whose service makes it.' })
  abstract readonly service: string;

  @Field(() => [Attempt], { description: 'The tries, earliest first.' })
  abstract readonly attempts: readonly Attempt[];

  @Field(() => Int, { description: 'The revision to send with a change of it.' })
  abstract readonly revision: number;
}
