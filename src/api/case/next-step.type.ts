import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { ClockId, HolderRole, NextStepCode } from './clock-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A return worker who is assigned to the child now.' })
export abstract class AssignedWorker {
  @Field(() => ID, { description: 'The worker, as `person@agency`.' })
  abstract readonly person: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when, where that is said.' })
  abstract readonly since: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Who holds a step.' })
export abstract class StepHolder {
  @Field(() => HolderRole, { nullable: true, description: 'In what role; null: nobody, or not known to you.' })
  abstract readonly role: string | null;

  @Field(() => [ID], { description: 'Who it is by name, as `person@agency`, where somebody is assigned.' })
  abstract readonly people: readonly string[];

  @Field(() => String, { nullable: true, description: 'Who covers meanwhile.' })
  abstract readonly coveredBy: string | null;

  @Field(() => String, { description: 'Who it is in words: by name, else whoever holds the role, and that nobody is named.' })
  abstract readonly inWords: string;
}

@ObjectType({ simpleResolvers: true, description: 'Whom to assign: the same worker as before where possible (BHM, WSX).' })
export abstract class SuggestedWorker {
  @Field(() => ID, { description: 'The worker, as `person@agency`.' })
  abstract readonly person: string;

  @Field(() => String, { description: 'How they know the child.' })
  abstract readonly because: string;

  @Field(() => [String], { description: "What the authority's practice says against them, by what was recorded when they interviewed; each with its rule." })
  abstract readonly cautions: readonly string[];
}

/** The one thing an episode waits for, worked out from what this reader is shown. */
@ObjectType({ simpleResolvers: true, description: 'The one thing an episode waits for, worked out from what you are shown and nothing else.' })
export abstract class NextStep {
  @Field(() => NextStepCode, { description: 'What it is.' })
  abstract readonly code: string;

  @Field(() => String, { description: 'What it is, in words.' })
  abstract readonly words: string;

  @Field(() => StepHolder, { description: 'Who holds it.' })
  abstract readonly holder: StepHolder;

  @Field(() => DateTime, { nullable: true, description: 'By when, at the earliest; null where no time is set, or the clock has run out.' })
  abstract readonly due: number | null;

  @Field(() => ClockId, { nullable: true, description: 'The clock it is due by, or late by.' })
  abstract readonly clock: string | null;

  @Field(() => String, { nullable: true, description: 'How that clock stands, in words.' })
  abstract readonly clockInWords: string | null;

  @Field(() => Int, { nullable: true, description: 'How many tries at reaching the child the practice still asks for, at least.' })
  abstract readonly triesLacking: number | null;

  @Field(() => [String], { description: 'What the practice asks for first, each with the rule that says so.' })
  abstract readonly lacks: readonly string[];

  @Field(() => SuggestedWorker, { nullable: true, description: 'Where a worker is to be assigned: who knows the child, as far as you may read who that is, and is there still; null: nobody, or not known to you.' })
  abstract readonly suggestedWorker: SuggestedWorker | null;

  @Field(() => String, { nullable: true, description: 'The rule that asks for it; null: no practice rule does.' })
  abstract readonly source: string | null;

  @Field(() => ID, { nullable: true, description: 'The authority by whose practice it is the next; null while nobody is known to be responsible.' })
  abstract readonly authority: string | null;
}
