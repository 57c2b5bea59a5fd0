import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { Calendar, ClockId, ClockState } from './clock-enums.type.ts';

/** How one clock stands, worked out from what this reader is shown. */
@ObjectType({ simpleResolvers: true, description: 'How one duty with a time stands at the moment of asking, worked out from what you are shown and nothing else.' })
export abstract class Clock {
  @Field(() => ClockId, { description: 'Which clock.' })
  abstract readonly id: string;

  @Field(() => ID, { nullable: true, description: 'The authority by whose practice it runs; null: it runs for every authority.' })
  abstract readonly authority: string | null;

  @Field(() => String, { description: 'How it stands, in words.' })
  abstract readonly words: string;

  @Field(() => ClockState, { description: 'How it stands.' })
  abstract readonly state: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when it can be kept, at the earliest; of one that is due, or that nobody can tell.' })
  abstract readonly at: number | null;

  @Field(() => DateTime, { nullable: true, description: 'The same at the latest: of a start that is known by its day alone these lie apart.' })
  abstract readonly atTheLatest: number | null;

  @Field(() => Float, { nullable: true, description: 'By how many hours it is late, at the least.' })
  abstract readonly lateByHours: number | null;

  @Field(() => String, { nullable: true, description: 'Why nobody can tell, in words.' })
  abstract readonly why: string | null;

  @Field(() => String, { description: 'Whose rule it is, and the paragraph.' })
  abstract readonly source: string;

  @Field(() => String, { nullable: true, description: 'What the text leaves open, and how it is read here.' })
  abstract readonly flag: string | null;

  @Field(() => Boolean, { description: 'Whether the text aims at it and does not oblige.' })
  abstract readonly aim: boolean;

  @Field(() => Calendar, { description: 'How its time is counted.' })
  abstract readonly calendar: string;
}
