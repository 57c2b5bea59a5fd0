import { Field, Int, ObjectType } from 'type-graphql';
import type { Found, RedactionKind as KindWord } from '../../domain/redaction/network.ts';
import { describedEnum } from '../described-enum.ts';

const RedactionKind = describedEnum<KindWord>('RedactionKind', 'What in a text may tell who or where somebody is.', {
  PERSON: 'Somebody, by a name or a part of it.',
  PLACE: 'A place, an address or a postcode.',
  PHONE: 'A telephone number, in figures or words.',
  VEHICLE: 'A vehicle, by its registration or its looks.',
  SOCIAL_MEDIA: 'An account or a handle.',
  SCHOOL: 'A school.',
  ABOUT_RECIPIENT: 'What the child says of those the text goes to.',
  OTHER: 'Anything else, such as an e-mail address.',
});

const RedactionReason = describedEnum<Found['why']>('RedactionReason', 'Why a passage is suggested.', {
  KNOWN: 'The hub knows it round the child, in what you may read. While one stands in a text, it is not released.',
  PATTERN: 'It is written as such things are written.',
  LANGUAGE: 'It sounds like it in the sentence.',
});

@ObjectType({ simpleResolvers: true, description: 'One passage that should perhaps not stand in the text.' })
abstract class RedactionSuggestion {
  @Field(() => Int, { description: 'Where it begins in its text, counted in UTF-16 units from 0.' })
  abstract readonly from: number;

  @Field(() => Int, { description: 'Where it has ended.' })
  abstract readonly until: number;

  @Field(() => String, { description: 'Its words.' })
  abstract readonly passage: string;

  @Field(() => RedactionKind, { description: 'What it may be.' })
  abstract readonly kind: string;

  @Field(() => RedactionReason, { description: 'Why it is suggested.' })
  abstract readonly why: string;

  @Field(() => String, { description: 'What would stand in its place, such as [person 1]: the same one has the same number in this answer, and in no other answer of the hub.' })
  abstract readonly token: string;
}

@ObjectType({ simpleResolvers: true, description: 'One answer of an interview, or the text that was sent, with what should perhaps not stand in it.' })
abstract class SuggestedPassage {
  @Field(() => String, { nullable: true, description: 'The question it answers, as a field of the interview; null of a text that was sent.' })
  abstract readonly question: string | null;

  @Field(() => String, { description: 'Its words.' })
  abstract readonly text: string;

  @Field(() => [RedactionSuggestion], { description: 'What to look at, in the order it stands.' })
  abstract readonly suggestions: readonly RedactionSuggestion[];

  @Field(() => String, { description: 'Its words with the tokens in place.' })
  abstract readonly draft: string;
}

@ObjectType({ simpleResolvers: true, description: 'What to look at before a text of an interview goes to an audience. Software suggests and does not find all; a trained person decides.' })
export abstract class SuggestedRedaction {
  @Field(() => String, { description: 'The contentHash of the interview it was made from, to be sent with the proposal.' })
  abstract readonly contentHash: string;

  @Field(() => [SuggestedPassage], { description: 'Answer by answer, or the one text that was sent.' })
  abstract readonly passages: readonly SuggestedPassage[];

  @Field(() => String, { description: 'All of it with the tokens in place, to work on.' })
  abstract readonly draft: string;
}
