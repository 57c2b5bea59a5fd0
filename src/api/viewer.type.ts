import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from './trade-enums.type.ts';

@ObjectType({ description: 'Who you are to the hub: one person in one role at one agency. Seen by: you alone.' })
export abstract class Viewer {
  @Field(() => ID, { description: 'Your id in the directory.' })
  abstract readonly person: string;

  @Field(() => String, { description: 'Your name.' })
  abstract readonly name: string;

  @Field(() => ID, { description: 'The agency you act for.' })
  abstract readonly agency: string;

  @Field(() => String, { description: "The agency's name." })
  abstract readonly agencyName: string;

  @Field(() => Role, { description: 'The role you act in.' })
  abstract readonly role: string;

  @Field(() => String, { description: 'What your reading is for; follows from the role.' })
  abstract readonly purpose: string;

  @Field(() => String, { description: 'The lawful basis of your reading; follows from the role.' })
  abstract readonly lawfulBasis: string;
}
