import { Field, ID, ObjectType } from 'type-graphql';
import type { SourceKind as SourceKindWord } from '../domain/fold/field-priority.ts';
import type { ChoiceRule as ChoiceWord, Fate as FateWord } from '../domain/fold/field-statement.ts';
import { describedEnum } from './described-enum.ts';
import { Moment } from './moment.type.ts';

const StatementFate = describedEnum<FateWord>('StatementFate', 'What became of what a source said.', {
  STANDS: 'It is what the hub shows.',
  AGREES: 'It says the same as what is shown, or a time that may be the same within the tolerance.',
  DISAGREES: 'Its source says so still, and it is not what is shown.',
  REPLACED: 'The same record said something else later.',
  CORRECTED: 'Its source corrected it.',
  RETRACTED: 'Its source took it back.',
  ABSENT: 'Its record was absent from a full extract of its source.',
});

const ChoiceRule = describedEnum<ChoiceWord>('ChoiceRule', 'Why one of several values is the one that is shown.', {
  ONLY_ONE: 'No other record says anything of it.',
  KIND_OF_SOURCE: 'Its kind of source comes first for this field: for when a child was traced the police, for when it was back the carer.',
  TIME_BEATS_DATE: 'It is a time within the date, or the longer stretch, that the first source gives.',
  LATER: 'It is the latest.',
  ARBITRARY: 'Others are as good and as late; one was taken, the same on every hub.',
});

const SourceKind = describedEnum<SourceKindWord>('SourceKind', 'What kind of agency a source is.', {
  AUTHORITY: 'A local authority.',
  POLICE: 'A police force.',
  PROVIDER: 'A provider of placements.',
  OTHER: 'Any other agency.',
});

@ObjectType({ simpleResolvers: true, description: 'One value that a source gave for a field.' })
export abstract class StatedValue {
  @Field(() => String, { description: 'The value; of a time the text its source sent.' })
  abstract readonly value: string;

  @Field(() => Moment, { nullable: true, description: 'Of a time: as precisely as its source stated it.' })
  abstract readonly at: Moment | null;

  @Field(() => ID, { description: 'The agency that said it.' })
  abstract readonly agency: string;

  @Field(() => ID, { description: "That agency's system." })
  abstract readonly system: string;

  @Field(() => String, { description: "The source's own order of the statement: a time or a revision." })
  abstract readonly order: string;

  @Field(() => StatementFate, { description: 'What became of it.' })
  abstract readonly fate: string;

  @Field(() => String, { nullable: true, description: "The order of the same source's message, or extract, that replaced it or took it back." })
  abstract readonly endedBy: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Everything that sources ever said of one field, side by side; shown only where the field itself is.' })
export abstract class FieldStatements {
  @Field(() => String, { description: 'The field.' })
  abstract readonly field: string;

  @Field(() => ChoiceRule, { nullable: true, description: 'Why the value that stands does; null where none does.' })
  abstract readonly rule: string | null;

  @Field(() => [SourceKind], { description: 'Whose word comes first on this field; empty where the latest does, whoever says it.' })
  abstract readonly sourceOrder: readonly string[];

  @Field(() => [StatedValue], { description: 'What stands, then what is said beside it, then what is said no more, the latest first; at most fifty.' })
  abstract readonly values: readonly StatedValue[];
}
