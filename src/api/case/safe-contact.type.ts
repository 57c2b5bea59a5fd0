import { Field, ObjectType } from 'type-graphql';
import { AttemptMethod, OfferedTo, YesNoNotSaid } from '../interview/interview-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'How, when and by whom a child is reached safely.' })
export abstract class SafeContact {
  @Field(() => [AttemptMethod], { description: 'Only in these ways; none: nothing is said of it.' })
  abstract readonly safeWays: readonly string[];

  @Field(() => [AttemptMethod], { description: 'Never in these ways.' })
  abstract readonly unsafeWays: readonly string[];

  @Field(() => String, { nullable: true, description: "From when in the day, by London's clock." })
  abstract readonly from: string | null;

  @Field(() => String, { nullable: true, description: 'Until when in the day; a time before "from" is on the next day.' })
  abstract readonly until: string | null;

  @Field(() => String, { nullable: true, description: 'By whom alone.' })
  abstract readonly by: string | null;

  @Field(() => [OfferedTo], { description: 'Never through these.' })
  abstract readonly notThrough: readonly string[];

  @Field(() => YesNoNotSaid, { description: 'Whether an interpreter is needed.' })
  abstract readonly interpreter: string;

  @Field(() => String, { nullable: true, description: 'For which language.' })
  abstract readonly language: string | null;

  @Field(() => YesNoNotSaid, { nullable: true, description: 'Whether the child lives independently, which decides to whom a letter goes; null: it was not asked.' })
  abstract readonly livesIndependently: string | null;
}
