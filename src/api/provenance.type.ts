import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where the value of one field came from.' })
export abstract class FieldProvenance {
  @Field(() => String, { description: 'The field.' })
  abstract readonly field: string;

  @Field(() => ID, { description: 'The agency that said it.' })
  abstract readonly agency: string;

  @Field(() => ID, { description: "That agency's system." })
  abstract readonly system: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The key of the record in that agency's own system. Seen by: that agency, and who sees the child's numbers, since such a key may quote one.",
  })
  abstract readonly recordKey: string | null;

  @Field(() => String, { description: "The source's own order of the statement: a time or a revision." })
  abstract readonly order: string;
}

@ObjectType({ description: 'One of several values that sources give for a field.' })
export abstract class ConflictingValue {
  @Field(() => String, { description: 'The value this source gives.' })
  abstract readonly value: string;

  @Field(() => ID, { description: 'The agency that said it.' })
  abstract readonly agency: string;

  @Field(() => ID, { description: "That agency's system." })
  abstract readonly system: string;

  @Field(() => String, { description: "The source's own order of the statement." })
  abstract readonly order: string;
}

@ObjectType({ description: 'A field on which sources disagree beyond tolerance; shown only where the field itself is.' })
export abstract class Conflict {
  @Field(() => String, { description: 'The field.' })
  abstract readonly field: string;

  @Field(() => [ConflictingValue], { description: 'Every value given, the standing one first.' })
  abstract readonly values: readonly ConflictingValue[];
}

@ObjectType({ description: 'Something about the records that a person should look at.' })
export abstract class Flag {
  @Field(() => String, { description: 'What kind of thing it is.' })
  abstract readonly code: string;

  @Field(() => String, { description: 'What was noticed, in words that name no child.' })
  abstract readonly reason: string;
}

@ObjectType({ description: "One agency's record of a child." })
export abstract class PersonRecord {
  @Field(() => ID, { description: "The hub's id of the record." })
  abstract readonly id: string;

  @Field(() => ID, { description: 'The agency that keeps it.' })
  abstract readonly agency: string;

  @Field(() => ID, { description: 'The system it is kept in.' })
  abstract readonly system: string;
}
