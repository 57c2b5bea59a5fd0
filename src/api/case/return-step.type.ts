import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { Moment } from '../moment.type.ts';
import { ReturnStepKind } from './case-enums.type.ts';

/** What is said of a step itself; the link to its episode is in `case-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'One thing done on the way from a return to the end of the matter.' })
export abstract class ReturnStep {
  @Field(() => ID, { description: 'The step.' })
  abstract readonly id: string;

  @Field(() => ReturnStepKind, { description: 'What was done.' })
  abstract readonly step: string;

  @Field(() => Moment, { description: 'When.' })
  abstract readonly at: Moment;

  @Field(() => String, { nullable: true, description: 'With whom, or to whom it went.' })
  abstract readonly addressee: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it; of TRIAGE a TriageOutcome.' })
  abstract readonly outcome: string | null;

  @Field(() => String, { nullable: true, description: 'In the words of whoever did it.' })
  abstract readonly words: string | null;

  @Field(() => String, { nullable: true, description: "Why the authority's practice was not followed." })
  abstract readonly departure: string | null;

  @Field(() => String, { nullable: true, description: 'Who covers until the child is asked again.' })
  abstract readonly coveredBy: string | null;

  @Field(() => String, { nullable: true, description: 'The date to ask again.' })
  abstract readonly askAgainOn: string | null;

  @Field(() => ID, { description: 'Who wrote it down.' })
  abstract readonly by: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  abstract readonly writtenAt: string;

  @Field(() => Int, { description: 'The revision to send with a change of it.' })
  abstract readonly revision: number;
}
