import { Field, InputType } from 'type-graphql';
import type { NamedPersonCategory as NamedPersonWord } from '../../domain/interview/interview-words.ts';
import { NamedPersonCategory } from '../interview/factor-enums.type.ts';
import { fieldsFor, LOCATING_QUESTIONS, QUESTIONS } from '../interview/questions.ts';

@InputType({ description: 'Somebody else who is named.' })
export abstract class NamedPersonInput {
  @Field(() => String, { description: 'The name as it was said.' })
  abstract readonly name: string;

  @Field(() => NamedPersonCategory, { description: 'What the person is in the account.' })
  abstract readonly category: NamedPersonWord;

  @Field(() => String, { nullable: true, description: 'The 3x5x2 grade, such as 1BP; left out for what the child said and nobody has verified.' })
  readonly grade: string | null = null;

  @Field(() => String, { description: 'The date on which what is kept of this person is looked at again.' })
  abstract readonly reviewOn: string;
}

/** Its other questions are those of the form, in `questions.ts`. */
@InputType({ description: 'The answers of an interview. A question left out or null was not asked or not answered.' })
export abstract class InterviewAnswersInput {
  @Field(() => [NamedPersonInput], { nullable: true, description: 'The people named in it.' })
  abstract readonly namedPeople: readonly NamedPersonInput[] | null;
}
fieldsFor(QUESTIONS, InterviewAnswersInput);

/** Its questions are those of the form, in `questions.ts`. */
@InputType({ description: 'What locates the child. A question left out or null was not asked or not answered.' })
export abstract class LocatingAnswersInput {}
fieldsFor(LOCATING_QUESTIONS, LocatingAnswersInput);
