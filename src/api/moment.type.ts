import { Field, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.scalar.ts';
import { Precision } from './trade-enums.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A time as precisely as its source stated it: it lies at or after `from` and before `until`.',
})
export abstract class Moment {
  @Field(() => DateTime, { description: 'The earliest instant it can be.' })
  abstract readonly from: string;

  @Field(() => DateTime, { description: 'The instant before which it lies.' })
  abstract readonly until: string;

  @Field(() => String, { description: 'The text the source sent.' })
  abstract readonly text: string;

  @Field(() => Precision, { description: 'How finely the source stated it.' })
  abstract readonly precision: string;
}
