import { Field, ID, InputType, Int } from 'type-graphql';

/** What every mutation carries: a retry with the same key and content gets the first answer. */
@InputType()
export abstract class KeyedInput {
  @Field(() => ID, { description: 'A UUID that you make: send the same one when you send the same again.' })
  abstract readonly key: string;
}

/** Something recorded anew, or a change of what was recorded. */
@InputType()
export abstract class EditInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: 'What you change; left out for something new.' })
  readonly id: string | null = null;

  @Field(() => Int, { nullable: true, description: 'Of a change: the revision that you read.' })
  readonly revision: number | null = null;
}

/** A decision: it supersedes an earlier one on the same matter, or is the first. */
@InputType()
export abstract class DecisionInput extends KeyedInput {
  @Field(() => Int, { description: 'The revision of what it supersedes or is about, as you read it; 0 where there is none yet.' })
  abstract readonly revision: number;
}

/** How passages are confirmed: the same of every text that a home, a carer or a parent reads. */
export const CONFIRMED = 'where each passage begins that reads like a name, a place or a number, or speaks of the home, and may stand: each of them and no other place; in UTF-16 units from 0. Left out, the error says which there are.';
/** How whoever writes of what comes from a concern lets its owner read it. */
export const OWNER_READS = 'Where it comes from a concern that its owner may not read: true where they may read these words. Left out they read nothing of it in the hub, and a warning says so.';
