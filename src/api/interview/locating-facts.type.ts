import { Field, ID, ObjectType } from 'type-graphql';
import { Disclosure } from '../disclosure.type.ts';
import { Moment } from '../moment.type.ts';
import { fieldsFor, LOCATING_QUESTIONS } from './questions.ts';

/** Its questions are those of the form, in `questions.ts`. */
@ObjectType({ simpleResolvers: true, description: 'Where a child stayed, with whom and how to find them, from one interview.' })
export abstract class LocatingFacts {
  @Field(() => ID, { description: 'The interview they are from.' })
  abstract readonly id: string;

  @Field(() => Moment, { description: 'When that interview was held.' })
  abstract readonly at: Moment;

  @Field(() => Boolean, { description: 'Whether the child or the interview is restricted.' })
  abstract readonly restricted: boolean;

  @Field(() => Disclosure, { description: 'What of them you are not shown, and how to handle the rest.' })
  abstract readonly disclosure: Disclosure;
}
fieldsFor(LOCATING_QUESTIONS, LocatingFacts);
