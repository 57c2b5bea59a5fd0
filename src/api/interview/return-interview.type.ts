import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Disclosure } from '../disclosure.type.ts';
import { Moment } from '../moment.type.ts';
import { InterviewState, StructuredQuestion } from './interview-enums.type.ts';
import { NamedPerson } from './named-person.type.ts';
import { fieldsFor, LOCATING_QUESTIONS, QUESTIONS } from './questions.ts';

const LEVELS = 'You are shown it at one level: as a notice, as the text approved for you, or in full.';

/** Of the field that says what is shared, at each level. */
export const SENTENCE = { description: 'One fixed sentence for each level: what is shared here, and whom to ask for what is not.' };

/** What is said of an interview at every level; the links are in `interview-links.resolver.ts`. */
@InterfaceType({ description: `A return home interview, or an offer that led to none. ${LEVELS}` })
export abstract class ReturnInterview {
  @Field(() => ID, { description: 'Any id the hub has shown for the interview goes on opening it.' })
  abstract readonly id: string;

  @Field(() => InterviewState, { description: 'How far it came.' })
  abstract readonly state: string;

  @Field(() => Moment, { description: 'When it was held, refused or offered.' })
  abstract readonly at: Moment;

  @Field(() => String, SENTENCE)
  abstract readonly sentence: string;

  @Field(() => Boolean, { description: 'Whether only the people named may see it.' })
  abstract readonly restricted: boolean;

  @Field(() => Disclosure, { description: 'At which level you are shown the interview, what you are not shown, and how to handle the rest.' })
  abstract readonly disclosure: Disclosure;
}

@ObjectType({ simpleResolvers: true, implements: ReturnInterview, description: 'That an interview was offered, held or refused, and when; nothing that was said.' })
export abstract class InterviewNotice extends ReturnInterview {}

@ObjectType({ simpleResolvers: true, description: 'An answer that was approved together with a redacted text.' })
abstract class RedactedAnswer {
  @Field(() => StructuredQuestion, { description: 'The question.' })
  abstract readonly question: string;

  @Field(() => [String], { description: 'The words chosen from its list.' })
  abstract readonly words: readonly string[];
}

@ObjectType({ simpleResolvers: true, implements: ReturnInterview, description: 'An interview as the text that was approved for you and for nobody else.' })
export abstract class RedactedInterview extends ReturnInterview {
  @Field(() => String, { nullable: true, description: 'The approved text.' })
  abstract readonly redactedText: string | null;

  @Field(() => [RedactedAnswer], { nullable: true, description: 'The answers approved with the text.' })
  abstract readonly redactedAnswers: readonly RedactedAnswer[] | null;
}

/** Its questions are those of the form, in `questions.ts`. */
@ObjectType({ simpleResolvers: true, implements: ReturnInterview, description: 'An interview in full. Intelligence from it has handling codes of its own.' })
export abstract class FullInterview extends ReturnInterview {
  @Field(() => [NamedPerson], { nullable: true, description: 'The people named in it.' })
  abstract readonly namedPeople: readonly NamedPerson[] | null;

  @Field(() => ID, { nullable: true, description: 'Who held it, as person@agency.' })
  abstract readonly interviewer: string | null;

  @Field(() => ID, { nullable: true, description: 'The agency whose service held it.' })
  abstract readonly heldBy: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an episode it is about is no longer there.' })
  abstract readonly episodeGone: boolean | null;

  @Field(() => String, { nullable: true, description: 'Stands for everything it says; a redacted text names it, and is stale once it differs.' })
  abstract readonly contentHash: string | null;

  @Field(() => String, { nullable: true, description: "Why the authority's practice was not followed." })
  abstract readonly departure: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision to send with a change of it.' })
  abstract readonly revision: number | null;
}
fieldsFor(QUESTIONS, FullInterview);
fieldsFor(LOCATING_QUESTIONS, FullInterview);
