import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Why you are shown something at the level you are shown it, and what would change that; nothing you may not know.' })
export abstract class AccessExplanation {
  @Field(() => Boolean, { description: 'Whether there is anything here that you may see.' })
  abstract readonly found: boolean;

  @Field(() => String, { nullable: true, description: 'The level you are shown it at; null where there is nothing.' })
  abstract readonly level: string | null;

  @Field(() => [String], { description: 'Why, in words.' })
  abstract readonly why: readonly string[];

  @Field(() => [String], { description: 'What would change it, in words.' })
  abstract readonly wouldChange: readonly string[];
}
