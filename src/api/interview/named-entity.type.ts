import { Field, ObjectType } from 'type-graphql';
import { EntityKind } from './intelligence-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Something that is named in an item of intelligence.' })
export abstract class NamedEntity {
  @Field(() => EntityKind, { description: 'What it is.' })
  abstract readonly kind: string;

  @Field(() => String, { description: 'As the source wrote it.' })
  abstract readonly value: string;
}
