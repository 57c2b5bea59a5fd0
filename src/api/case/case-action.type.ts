import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { ActionState } from './case-enums.type.ts';

/** What is said of an action itself; the link to its child is in `case-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'Something somebody is to do, by when, and what came of it.' })
export abstract class CaseAction {
  @Field(() => ID, { description: 'The action.' })
  abstract readonly id: string;

  @Field(() => String, { description: 'What is to be done.' })
  abstract readonly what: string;

  @Field(() => ID, { description: 'Whose it is to do: `person@agency`, or an agency.' })
  abstract readonly owner: string;

  @Field(() => DateTime, { description: 'By when.' })
  abstract readonly due: string;

  @Field(() => Boolean, { description: 'Whether it is still to be done and its time is over, at the moment of asking.' })
  abstract readonly overdue: boolean;

  @Field(() => ActionState, { description: 'Where it stands.' })
  abstract readonly state: string;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  abstract readonly outcome: string | null;

  @Field(() => ID, { nullable: true, description: 'The concern, interview, episode or record it comes from.' })
  abstract readonly comesFrom: string | null;

  @Field(() => ID, { description: 'Who set it.' })
  abstract readonly by: string;

  @Field(() => DateTime, { description: 'When it was set.' })
  abstract readonly writtenAt: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed.' })
  abstract readonly closedAt: string | null;

  @Field(() => Int, { description: 'The revision to send with what came of it.' })
  abstract readonly revision: number;
}
