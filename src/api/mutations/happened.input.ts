import { Field, ID, InputType } from 'type-graphql';
import type { IntelligenceTopic as IntelligenceTopicWord, Urgency as UrgencyWord } from '../../domain/intelligence/intelligence-words.ts';
import type { AttemptMethod as AttemptMethodWord, OfferOutcome as OfferOutcomeWord, OfferedTo as OfferedToWord, Try as TryWord } from '../../domain/interview/interview-words.ts';
import type { RecordInterview } from '../../actions/record-interview.ts';
import { AttemptMethod, OfferedTo, OfferOutcome, RecordedState, Try, YesNoNotSaid } from '../interview/interview-enums.type.ts';
import { IntelligenceTopic, Urgency } from '../interview/intelligence-enums.type.ts';
import { InterviewAnswersInput, LocatingAnswersInput, NamedPersonInput } from './answers.input.ts';
import { EditInput, KeyedInput } from './keyed.input.ts';

const TIME = 'A date, or a date and time, as precisely as it is known; without an offset it is a time in London.';

const DEPARTURE = "Why the authority's practice is not followed, where it is not: it is kept, and nothing is refused for it.";

@InputType({ description: 'An offer of a return home interview.' })
export abstract class RecordOfferInput extends EditInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => [ID], { description: 'The episodes it is about.' })
  abstract readonly episodes: readonly string[];

  @Field(() => String, { description: `When it was made. ${TIME}` })
  abstract readonly at: string;

  @Field(() => OfferedTo, { description: 'To whom.' })
  abstract readonly offeredTo: OfferedToWord;

  @Field(() => OfferOutcome, { nullable: true, description: 'What became of it; left out while nobody has answered.' })
  readonly outcome: OfferOutcomeWord | null = null;

  @Field(() => YesNoNotSaid, { description: 'Whether somebody tried to telephone the young person.' })
  readonly phonedYoungPerson: 'YES' | 'NO' | 'NOT_SAID' = 'NOT_SAID';

  @Field(() => YesNoNotSaid, { description: 'Whether a parent or carer was spoken to.' })
  readonly spokenToParentCarer: 'YES' | 'NO' | 'NOT_SAID' = 'NOT_SAID';

  @Field(() => YesNoNotSaid, { description: 'Whether the social worker or lead practitioner was spoken to.' })
  readonly spokenToSocialWorker: 'YES' | 'NO' | 'NOT_SAID' = 'NOT_SAID';

  @Field(() => String, { nullable: true, description: 'Where it is not appropriate now: why.' })
  readonly reason: string | null = null;

  @Field(() => String, { nullable: true, description: 'The date to ask again.' })
  readonly askAgainOn: string | null = null;

  @Field(() => String, { nullable: true, description: 'The written explanation of a refusal, or of nobody having been reached.' })
  readonly explanation: string | null = null;

  @Field(() => String, { nullable: true, description: 'Where it is not appropriate now: who covers meanwhile.' })
  readonly coveredBy: string | null = null;

  @Field(() => [Try], { description: 'Who and what was tried before the child counted as one who could not be reached.' })
  readonly tried: readonly TryWord[] = [];

  @Field(() => String, { nullable: true, description: DEPARTURE })
  readonly departure: string | null = null;
}

@InputType({ description: 'One try at reaching the child for an offer.' })
export abstract class RecordAttemptInput extends KeyedInput {
  @Field(() => ID, { description: 'The offer.' })
  abstract readonly offer: string;

  @Field(() => String, { description: `When. ${TIME}` })
  abstract readonly at: string;

  @Field(() => AttemptMethod, { description: 'By which means.' })
  abstract readonly method: AttemptMethodWord;

  @Field(() => YesNoNotSaid, { description: 'Whether it was within core hours.' })
  readonly coreHours: 'YES' | 'NO' | 'NOT_SAID' = 'NOT_SAID';

  @Field(() => String, { nullable: true, description: 'The response.' })
  readonly response: string | null = null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  readonly outcome: string | null = null;

  @Field(() => Boolean, { description: 'Whether the matter ended with it.' })
  readonly endedIt: boolean = false;
}

@InputType({ description: 'A return home interview that took place, or to which the child said no.' })
export abstract class RecordInterviewInput extends EditInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => [ID], { description: 'The episodes it is about: one form may cover several.' })
  abstract readonly episodes: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The offer it follows.' })
  readonly offer: string | null = null;

  @Field(() => RecordedState, { description: 'Whether it took place.' })
  abstract readonly state: 'COMPLETED' | 'REFUSED';

  @Field(() => String, { description: `When it was held or refused. ${TIME}` })
  abstract readonly at: string;

  @Field(() => ID, { nullable: true, description: 'Who held it, by their id in the directory; you, where left out.' })
  readonly interviewer: string | null = null;

  @Field(() => InterviewAnswersInput, { description: 'The answers.' })
  abstract readonly answers: RecordInterview['answers'];

  @Field(() => LocatingAnswersInput, { nullable: true, description: 'What locates the child: the police have it at once if the child goes missing again.' })
  readonly locating: RecordInterview['locating'] = null;

  @Field(() => String, { nullable: true, description: DEPARTURE })
  readonly departure: string | null = null;
}

@InputType({ description: 'One piece of intelligence.' })
export abstract class RecordIntelligenceInput extends EditInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => ID, { nullable: true, description: 'The interview it comes from.' })
  readonly interview: string | null = null;

  @Field(() => ID, { nullable: true, description: 'The concern it was first raised as: a form for the FIB that hangs from the same concern leads to it.' })
  readonly concern: string | null = null;

  @Field(() => IntelligenceTopic, { description: 'What it is about.' })
  abstract readonly topic: IntelligenceTopicWord;

  @Field(() => Urgency, { description: 'How soon it must be read.' })
  abstract readonly urgency: UrgencyWord;

  @Field(() => String, { description: `When it came to be known. ${TIME}` })
  abstract readonly at: string;

  @Field(() => String, { description: 'What is known.' })
  abstract readonly content: string;

  @Field(() => String, { description: 'Who said it, or how it came to be known.' })
  abstract readonly source: string;

  @Field(() => [NamedPersonInput], { description: 'The people named in it.' })
  readonly namedPeople: readonly NamedPersonInput[] = [];

  @Field(() => ID, { nullable: true, description: 'The authority in whose area it lies, where that is known.' })
  readonly area: string | null = null;
}
