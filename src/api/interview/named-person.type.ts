import { Field, ObjectType } from 'type-graphql';
import { NamedPersonCategory } from './factor-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Somebody else who is named in an interview or an item of intelligence.' })
export abstract class NamedPerson {
  @Field(() => String, { description: 'The name as it was said.' })
  abstract readonly name: string;

  @Field(() => NamedPersonCategory, { description: 'What the person is in the account.' })
  abstract readonly category: string;

  @Field(() => String, { nullable: true, description: 'When the person was born, where the source says so.' })
  abstract readonly dateOfBirth: string | null;

  @Field(() => String, { nullable: true, description: 'The 3x5x2 grade, such as 1BP; null means said by the child, unverified.' })
  abstract readonly grade: string | null;

  @Field(() => String, { description: 'The date on which what is kept of this person is looked at again.' })
  abstract readonly reviewOn: string;
}
