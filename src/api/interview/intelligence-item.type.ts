import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Disclosure } from '../disclosure.type.ts';
import { Moment } from '../moment.type.ts';
import { HandlingCode, IntelligenceFlag, IntelligenceOrigin, IntelligenceResult, IntelligenceTopic, Urgency } from './intelligence-enums.type.ts';
import { NamedEntity } from './named-entity.type.ts';
import { NamedPerson } from './named-person.type.ts';

/** What is said of an item at every level; the links are in `interview-links.resolver.ts`. */
@InterfaceType({ description: 'One piece of intelligence. You are shown it at one level: sanitised or in full.' })
export abstract class IntelligenceItem {
  @Field(() => ID, { description: 'The item.' })
  abstract readonly id: string;

  @Field(() => IntelligenceTopic, { description: 'What it is about.' })
  abstract readonly topic: string;

  @Field(() => Urgency, { description: 'How soon it must be read.' })
  abstract readonly urgency: string;

  @Field(() => Moment, { description: 'When it came to be known.' })
  abstract readonly at: Moment;

  @Field(() => IntelligenceOrigin, { description: 'Where it comes from.' })
  abstract readonly origin: string;

  @Field(() => HandlingCode, { description: 'How it may travel.' })
  abstract readonly handling: string;

  @Field(() => String, { nullable: true, description: 'The conditions that travel along with it.' })
  abstract readonly conditions: string | null;

  @Field(() => ID, { nullable: true, description: 'The authority in whose area it lies, where that is known.' })
  abstract readonly area: string | null;

  @Field(() => Disclosure, { description: 'At which level you are shown the item, what you are not shown, and how to handle the rest.' })
  abstract readonly disclosure: Disclosure;
}

@ObjectType({ simpleResolvers: true, implements: IntelligenceItem, description: 'An item as the text that was made for others: no source and no name that is not needed.' })
export abstract class SanitisedIntelligence extends IntelligenceItem {
  @Field(() => String, { nullable: true, description: 'The sanitised text.' })
  abstract readonly sanitisedText: string | null;
}

@ObjectType({ simpleResolvers: true, implements: IntelligenceItem, description: 'An item in full; its source is shown to the originating agency alone.' })
export abstract class FullIntelligence extends IntelligenceItem {
  @Field(() => String, { nullable: true, description: 'The sanitised text, where there is one.' })
  abstract readonly sanitisedText: string | null;

  @Field(() => String, { nullable: true, description: 'What is known.' })
  abstract readonly content: string | null;

  @Field(() => [NamedPerson], { nullable: true, description: 'The people named in it.' })
  abstract readonly namedPeople: readonly NamedPerson[] | null;

  @Field(() => [NamedEntity], { nullable: true, description: 'The vehicles, phones, accounts and places named in it.' })
  abstract readonly entities: readonly NamedEntity[] | null;

  @Field(() => String, { nullable: true, description: 'The protective marking it came with.' })
  abstract readonly protectiveMarking: string | null;

  @Field(() => [IntelligenceFlag], { nullable: true, description: 'What somebody who answers for it has to look at.' })
  abstract readonly flags: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'Its 3x5x2 grade, such as 1BP; as it came where that could not be read, null until it is graded.' })
  abstract readonly grade: string | null;

  @Field(() => ID, { nullable: true, description: 'Who graded it in the hub; null where it came with its grade.' })
  abstract readonly gradedBy: string | null;

  @Field(() => IntelligenceResult, { nullable: true, description: 'What the bureau made of it; shown to the agency that recorded it and to bureaus alone.' })
  abstract readonly result: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words for whoever recorded it.' })
  abstract readonly resultWords: string | null;

  @Field(() => ID, { nullable: true, description: 'The agency that made it.' })
  abstract readonly originator: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has been released beyond the service that recorded it.' })
  abstract readonly released: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The revision to send with a change of it.' })
  abstract readonly revision: number | null;

  @Field(() => String, { nullable: true, description: 'Who said it, or how it came to be known.' })
  abstract readonly source: string | null;
}
