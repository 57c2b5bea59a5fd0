import { Field, ObjectType } from 'type-graphql';
import { ReturnStep } from '../case/return-step.type.ts';
import { EpisodePayload } from './payloads.type.ts';

@ObjectType()
abstract class ReturnStepPayload extends EpisodePayload {
  @Field(() => ReturnStep, { nullable: true, description: 'The step as you may see it now; null where you may not.' })
  abstract readonly step: ReturnStep | null;
}

@ObjectType({ description: 'What saying which way a return goes came to.' })
export abstract class TriageReturnPayload extends ReturnStepPayload {}

@ObjectType({ description: 'What writing down a step came to.' })
export abstract class RecordReturnStepPayload extends ReturnStepPayload {}

@ObjectType({ description: 'What answering the briefing came to.' })
export abstract class AnswerBriefingPayload extends ReturnStepPayload {}
